"""Names of templates and parameters lead to types and parameters."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from wikiproof.infobox.registry import infobox_type, shared_parameter
from wikiproof.role import Role

CASES = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))["type"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["type"])
def test_names(case: dict[str, Any]) -> None:
    for name in case["names"]:
        kind = infobox_type(name)
        assert kind is not None, name
        assert kind.name == case["type"]
        for key, *spellings in case["parameters"]:
            found = {
                name: parameter and parameter.key
                for name in spellings
                for parameter in [kind.parameter(name)]
            }
            assert found == dict.fromkeys(spellings, key)
        assert [name for name in case["unknown"] if kind.parameter(name)] == []
        for key, side in case.get("sides", {}).items():
            parameter = kind.parameter(key)
            assert parameter is not None, key
            assert (parameter.side or 0) == side, key


@pytest.mark.parametrize(
    "name", ["Infobox film", "Infobox", "", "civilian attack", "Infobox/sandbox", "Event"]
)
def test_names_of_no_type(name: str) -> None:
    assert infobox_type(name) is None


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Date", Role.DATE),
        ("location", Role.PLACE),
        ("Deaths", Role.DEATHS),
        ("combatant1", Role.BELLIGERENT),
    ],
)
def test_a_name_with_one_meaning_everywhere(name: str, role: Role) -> None:
    parameter = shared_parameter(name)
    assert parameter is not None
    assert parameter.role is role


@pytest.mark.parametrize("name", ["duration", "country", "area", "starring"])
def test_a_name_with_several_meanings_or_none(name: str) -> None:
    assert shared_parameter(name) is None


def test_all_collected_parameters_resolve(shared: Path) -> None:
    facts = json.loads((shared / "facts" / "infobox_params.json").read_text(encoding="utf-8"))
    for template, known in facts.items():
        if template.startswith("_"):
            continue
        kind = infobox_type(template)
        assert kind is not None, template
        for redirect in known["redirects"]:
            name = re.sub(r" \((?:habit|editors).*", "", redirect)
            assert infobox_type(name) is kind, redirect
        for key, parameter in known["params"].items():
            assert [each for each in (key, *parameter["aliases"]) if not kind.parameter(each)] == [], template
