from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wikiproof import data
from wikiproof.article import Sentence
from wikiproof.claims.places import PlaceMention, place_mentions
from wikiproof.text import Text

CASES = tomllib.loads((Path(__file__).parent / "places.toml").read_text(encoding="utf-8"))["sentence"]
WORDS = data.table("grammar", "places.toml")


def mentions(text: str, own: frozenset[str] = frozenset()) -> list[PlaceMention]:
    return place_mentions(Sentence(Text(text)), own)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_places_of_a_sentence(case: dict[str, Any]) -> None:
    found = mentions(case["text"], frozenset(case.get("own", ())))
    written = [f"{m.preposition}: {', '.join(m.value.parts)}{'' if m.known else '?'}" for m in found]
    assert written == case["places"]
    assert all(case["text"][m.start : m.end].startswith(m.value.parts[0]) for m in found)


def test_prepositions_have_samples_that_hold() -> None:
    for text, preposition in (*WORDS["preposition"]["samples"], *WORDS["lead"]["samples"]):
        assert [m.preposition for m in mentions(text, frozenset(("pozzuolo",)))] == [preposition]


def test_what_is_no_place() -> None:
    for text in WORDS["other"]["samples"]:
        assert not mentions(text)


PIECES = st.sampled_from(
    ["in ", "the ", "village of ", "Gao", ", ", " and ", "Mali", "Region", ".", "U.S.", "near "]
)


@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=60))
def test_any_sentence_reads_and_places_stand_in_it(text: str) -> None:
    last = 0
    for mention in mentions(text):
        assert last <= mention.start < mention.end <= len(text)
        last = mention.start


def test_what_is_done_on_a_town() -> None:
    assert all(mentions(text) for text in WORDS["onto"]["samples"])
    assert not any(mentions(text) for text in WORDS["onto"]["not"])


def test_old_names_and_what_stands_there_now() -> None:
    for text, chain in WORDS["then"]["samples"]:
        assert [", ".join(m.value.parts) for m in mentions(text)] == [chain]
