from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wikiproof.text import Kind, Text
from wikiproof.values import Agreement, Listing, Place
from wikiproof.values.place import compare, place, read

CASES = tomllib.loads((Path(__file__).parent / "places.toml").read_text(encoding="utf-8"))
PAIRS = [(a, b, agreement) for agreement in Agreement for a, b in CASES["compare"][agreement.value]]


def linked(string: str, labels: list[str]) -> Text:
    at = [(string.index(label), label) for label in labels]
    return Text(string, (), tuple((Kind.LINK, s, s + len(v), v, 0, 0) for s, v in at))


def places(text: Text) -> list[Place]:
    value = read(text)
    values = [item.value for item in value.items] if isinstance(value, Listing) else [value]
    return [value for value in values if isinstance(value, Place)]


@pytest.mark.parametrize("case", CASES["read"], ids=lambda case: case["text"])
def test_reads_a_chain(case: dict[str, Any]) -> None:
    found = places(linked(case["text"], case.get("links", [])))
    assert [p.parts for p in found] == [(site, *case["chain"]) for site in case["sites"]]
    assert {p.country for p in found} == {case.get("country")}


@pytest.mark.parametrize("case", CASES["several"], ids=lambda case: case["text"])
def test_reads_several_chains(case: dict[str, Any]) -> None:
    assert [list(p.parts) for p in places(Text(case["text"]))] == case["places"]


def test_items_stand_where_they_say() -> None:
    text = "Khadji, Bakal and Abagazgaz, Mali (north)"
    value = read(Text(text))
    assert isinstance(value, Listing)
    assert [text[item.start : item.end] for item in value.items] == ["Khadji", "Bakal", "Abagazgaz"]


def test_json() -> None:
    assert place("Gao", "Mali").as_json() == {"kind": "place", "parts": ["Gao", "Mali"], "country": "ML"}
    assert place("Gao").as_json() == {"kind": "place", "parts": ["Gao"]}


@pytest.mark.parametrize(("a", "b", "agreement"), PAIRS)
def test_compares(a: str, b: str, agreement: Agreement) -> None:
    (one,), (other,) = places(Text(a)), places(Text(b))
    assert compare(one, other) is agreement
    assert compare(other, one) is agreement


WORDS = st.sampled_from(
    ["Mali", "Gao", "and", ",", ", ", "(", ")", "\n", ";", " near ", "between", "Region", "é", " ", "&"]
)


@given(st.lists(WORDS, max_size=12).map("".join) | st.text(max_size=60))
def test_any_text_reads_and_no_place_differs_from_itself(string: str) -> None:
    for found in places(Text(string)):
        assert compare(found, found) is not Agreement.DIFFER
