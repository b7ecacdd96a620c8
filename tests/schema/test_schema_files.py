"""Every schema is a schema, and every infobox schema says something new with every name."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from wikiproof import data
from wikiproof.infobox.registry import InfoboxType, fold, infobox_types
from wikiproof.role import Role

SHARED = [file for file in data.files("schema") if file.endswith(".json")]
TYPES = {each.name: each for each in infobox_types()}


@pytest.mark.parametrize("schema", [*map(data.schema, SHARED), *(each.schema for each in TYPES.values())])
def test_is_a_json_schema(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    assert schema["title"]
    assert schema["description"]


def test_a_type_has_a_name_of_its_own() -> None:
    assert len(TYPES) == len({each.schema["$id"] for each in TYPES.values()}) >= 26


def test_a_file_is_named_after_its_type() -> None:
    assert data.files("schema", "infobox") == [f"{name.replace(' ', '-')}.json" for name in TYPES]


def test_no_two_types_share_a_template_name() -> None:
    names = Counter(
        fold(name)
        for each in TYPES.values()
        for name in (each.schema["title"], *each.schema.get("aliases", ()))
    )
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("kind", TYPES.values(), ids=TYPES)
def test_kinds_and_roles_are_known(kind: InfoboxType) -> None:
    kinds = data.schema("field.schema.json")["$defs"]
    for parameter in kind.parameters.values():
        assert set(parameter.kinds) <= kinds.keys(), parameter
        assert parameter.role is None or parameter.role in Role, parameter


@pytest.mark.parametrize("kind", TYPES.values(), ids=TYPES)
def test_no_two_parameters_share_a_name(kind: InfoboxType) -> None:
    definitions = kind.schema["properties"] | kind.schema.get("patternProperties", {})
    names = Counter(
        fold(name) for key, each in definitions.items() for name in (key, *each.get("aliases", ()))
    )
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("kind", TYPES.values(), ids=TYPES)
def test_only_known_annotations(kind: InfoboxType) -> None:
    known = {"$ref", "anyOf", "title", "description", "role", "aliases", "unit"}
    for key, definition in kind.schema["properties"].items():
        assert definition.keys() <= known, key
    for key, definition in kind.schema.get("patternProperties", {}).items():
        assert definition.keys() <= {*known, "sided"}, key
        assert all("#" in alias for alias in definition.get("aliases", ())), key
