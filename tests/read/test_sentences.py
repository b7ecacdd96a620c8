"""Sentences are cut where the samples and the cases say."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wikiproof import data
from wikiproof.read.sentences import cut
from wikiproof.text import verbatim

TABLES = data.table("grammar", "sentences.toml")
SAMPLES = [(word, sample) for name in ("title", "number", "open") for word, sample in TABLES[name].items()]
CASES = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8"))["cases"]


def sentences(string: str) -> list[str]:
    return [sentence.text.string for sentence in cut(verbatim(string, 0))]


def cut_as_marked(marked: str) -> None:
    expected = marked.split(" | ")
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize(("word", "sample"), SAMPLES, ids=[word for word, _ in SAMPLES])
def test_sample_shows_its_word(word: str, sample: str) -> None:
    assert word in sample
    cut_as_marked(sample)


@pytest.mark.parametrize("word", TABLES["starters"]["words"])
def test_starter_begins_a_sentence(word: str) -> None:
    cut_as_marked(TABLES["starters"]["sample"].format(word=word))


@pytest.mark.parametrize("case", CASES)
def test_case(case: str) -> None:
    cut_as_marked(case)


def test_without_white_space_between() -> None:
    assert sentences("They fled.The army came.[1]In May it left.[2][3] No one died.") == [
        "They fled.",
        "The army came.[1]",
        "In May it left.[2][3]",
        "No one died.",
    ]


@given(st.text(alphabet=st.sampled_from('.!?… \n\t"”)([]AaBbéÉ1Dr-')) | st.text(), st.integers(0, 9))
def test_every_character_but_white_space_is_in_one_sentence(string: str, start: int) -> None:
    source = "x" * start + string
    at = 0
    for sentence in cut(verbatim(string, start)):
        text = sentence.text.string
        assert text == text.strip() != ""
        assert source[sentence.span.start : sentence.span.end] == text
        assert not source[max(at, start) : sentence.span.start].strip()
        at = sentence.span.end
    assert not source[max(at, start) :].strip()
