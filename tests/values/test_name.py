from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wikiproof import data
from wikiproof.text import Kind, Text
from wikiproof.values import Agreement, FreeText, Listing, Name, Unread
from wikiproof.values.name import common_words, compare, core, is_acronym, read, read_one, words

CASES = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))
WORDS = data.table("grammar", "names.toml")


def linked(string: str, links: dict[str, str]) -> Text:
    at = [(string.index(label), label, page) for label, page in links.items()]
    return Text(string, (), tuple((Kind.LINK, s, s + len(v), page, 0, 0) for s, v, page in at))


def names(text: Text) -> list[Name]:
    value = read(text)
    values = [item.value for item in value.items] if isinstance(value, Listing) else [value]
    return [value for value in values if isinstance(value, Name)]


@pytest.mark.parametrize("case", CASES["read"], ids=lambda case: case["text"])
def test_reads(case: dict[str, Any]) -> None:
    links, notes = case.get("links", {}), case.get("notes", {})
    expected = [Name(name, links.get(name), notes.get(name)) for name in case["names"]]
    assert names(linked(case["text"], links)) == expected


def test_items_stand_where_they_say() -> None:
    text = "Otto IV; and Ferrand of Flanders (captured)"
    value = read(Text(text))
    assert isinstance(value, Listing)
    assert [text[item.start : item.end] for item in value.items] == [
        "Otto IV",
        "Ferrand of Flanders (captured)",
    ]


def test_one_name_may_have_commas() -> None:
    assert read_one(Text("Battle of Kunduz, Afghanistan")) == Name("Battle of Kunduz, Afghanistan")


def test_what_is_no_name() -> None:
    assert read(Text("")) == Unread("names nothing")
    assert read(Text("(see text)")) == Unread("names nothing")
    assert read(Text("long " * 40)) == FreeText()


def test_json() -> None:
    name = Name("Decius", "Decius (emperor)", "†")
    assert name.as_json() == {"kind": "name", "name": "Decius", "link": "Decius (emperor)", "note": "†"}
    assert Name("Decius").as_json() == {"kind": "name", "name": "Decius"}


@pytest.mark.parametrize(
    ("a", "b", "agreement"),
    [(a, b, Agreement(kind)) for kind, pairs in CASES["compare"].items() for a, b in pairs],
)
def test_compares(a: str, b: str, agreement: Agreement) -> None:
    assert compare(Name(a), Name(b)) is agreement
    assert compare(Name(b), Name(a)) is agreement


def test_words_have_samples_that_hold() -> None:
    for written, bare in WORDS["title"]["samples"]:
        assert core(written) == bare
    for short, long in WORDS["small"]["samples"]:
        assert is_acronym(short, long)
    for name, opening in WORDS["opening"]["samples"]:
        assert name.split()[0] == opening
        assert opening.casefold() in words("opening")
    for name in WORDS["nobody"]["samples"]:
        assert set(core(name).split()) <= words("nobody")
    for one, other, shared in WORDS["common"]["samples"]:
        assert " ".join((set(core(one).split()) & set(core(other).split())) - common_words()) == shared


PIECES = st.sampled_from(
    ["Otto", " IV", " and ", ", ", "(", ")", "\n", "†", "of ", "the", "[", "]", "Jr.", " ", "é"]
)


@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=60))
def test_any_text_reads_and_no_name_differs_from_itself(string: str) -> None:
    for found in names(Text(string)):
        assert compare(found, found) is not Agreement.DIFFER
