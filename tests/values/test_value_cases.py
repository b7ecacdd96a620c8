"""The tables of `cases/`: what each kind reads, refuses, finds impossible, and how its values compare."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest

from wikiproof import data
from wikiproof.values import (
    Agreement,
    Date,
    Unread,
    compare,
    coordinates,
    count,
    counts,
    date,
    duration,
    magnitude,
    money,
    number,
    quantity,
    time,
)

if TYPE_CHECKING:
    from collections.abc import Callable

READERS: dict[str, Callable[[str], Any]] = {
    "coordinates": coordinates.read,
    "count": count.read,
    "counts": counts.read,
    "date": date.read,
    "duration": duration.read,
    "magnitude": magnitude.read,
    "money": money.read,
    "number": number.read,
    "quantity": quantity.read,
    "time": time.read,
}


def cases(table: str) -> list[tuple[str, Any]]:
    """Every entry of one table, with the kind whose file it stands in."""
    files = {kind: (Path(__file__).parent / "cases" / f"{kind}.toml").read_text("utf-8") for kind in READERS}
    return [(kind, entry) for kind, text in files.items() for entry in tomllib.loads(text).get(table, ())]


def rendition(value: Any) -> Any:
    """A value as the tables show it: a date as EDTF, any other as JSON without its kind."""
    if isinstance(value, Date):
        return value.edtf()
    if isinstance(value, tuple):
        documents = [item.value.as_json() for item in value]
        return [
            {
                key: part
                for key, part in each.items()
                if key != "kind" and (key, part) != ("approximate", False)
            }
            for each in documents
        ]
    return {key: part for key, part in value.as_json().items() if key != "kind"}


@pytest.mark.parametrize(("kind", "case"), cases("reads"))
def test_reads(kind: str, case: tuple[str, str]) -> None:
    text, expected = case
    value = READERS[kind](text)
    assert value, f"{text!r} is not read"
    assert rendition(value) == (expected if kind == "date" else json.loads(expected))


@pytest.fixture(scope="module")
def schema() -> jsonschema_rs.Validator:
    documents = [data.schema(f"{name}.schema.json") for name in ("value", "article", "field")]
    registry = jsonschema_rs.Registry([(document["$id"], document) for document in documents])
    return jsonschema_rs.validator_for({"$ref": "urn:wikiproof:value"}, registry=registry)


@pytest.mark.parametrize(("kind", "case"), cases("reads"))
def test_documents_fit_the_schema(kind: str, case: tuple[str, str], schema: jsonschema_rs.Validator) -> None:
    value = READERS[kind](case[0])
    for each in [item.value for item in value] if isinstance(value, tuple) else [value]:
        schema.validate(each.as_json())


@pytest.mark.parametrize(("kind", "text"), cases("refuses"))
def test_refuses(kind: str, text: str) -> None:
    assert not READERS[kind](text)


@pytest.mark.parametrize(("kind", "case"), cases("impossible"))
def test_impossible(kind: str, case: tuple[str, str]) -> None:
    text, reason = case
    assert READERS[kind](text) == Unread(reason, invalid=True)


@pytest.mark.parametrize(("kind", "case"), cases("compare"))
def test_compare(kind: str, case: tuple[str, str, str]) -> None:
    first, second, expected = case
    a, b = READERS[kind](first), READERS[kind](second)
    assert compare(a, b) is compare(b, a) is Agreement(expected)
