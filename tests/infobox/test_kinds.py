"""Every kind of field has a reader, and what it reads is what the schema of the kind admits."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wikiproof import data, values
from wikiproof.text import verbatim

CASES = tomllib.loads(Path(__file__).with_name("kinds.toml").read_text(encoding="utf-8"))
SAMPLES = CASES["samples"]
FIELD = data.schema("field.schema.json")
SCHEMAS = [FIELD, *(data.schema(f"{name}.schema.json") for name in ("value", "article"))]
REGISTRY = jsonschema_rs.Registry([(schema["$id"], schema) for schema in SCHEMAS])
IS_VALUE = jsonschema_rs.validator_for({"$ref": "urn:wikiproof:value"}, registry=REGISTRY)

WRITING = st.lists(st.sampled_from(CASES["pieces"]), max_size=8).map(" ".join)


def test_every_kind_has_a_sample() -> None:
    assert SAMPLES.keys() == FIELD["$defs"].keys()


@pytest.mark.parametrize(("kind", "sample"), SAMPLES.items(), ids=SAMPLES)
def test_a_sample_reads_as_its_kind(kind: str, sample: dict[str, str]) -> None:
    value = values.read(verbatim(sample["text"], 0), kind).as_json()
    admits = jsonschema_rs.validator_for({"$ref": f"urn:wikiproof:field#{kind}"}, registry=REGISTRY)
    assert value["kind"] == sample["reads"]
    assert admits.is_valid(value)
    assert not admits.is_valid({"kind": "unread", "reason": "no such day"}) or kind == "text"


@settings(max_examples=30)
@given(st.one_of(WRITING, st.text(max_size=30)))
def test_whatever_is_read_is_a_value(string: str) -> None:
    text = verbatim(string, 0)
    readings: list[Any] = [values.guess(text), *(values.read(text, kind) for kind in SAMPLES)]
    assert [each for each in readings if not IS_VALUE.is_valid(each.as_json())] == []
