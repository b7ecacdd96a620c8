"""Sentences are read for what the infobox can be compared with."""

from __future__ import annotations

import pytest

import wikiproof
from wikiproof.claims.wanted import wanted
from wikiproof.role import Role

FORM = "= Harbour attack =\n\nInfobox\n{fields}\n\nThe Harbour attack was an attack.\n"


@pytest.mark.parametrize(
    ("fields", "sentence", "worth"),
    [
        ("- Fatalities: 40", "At least 40 people were killed.", True),
        ("- Date: 8 March 2022", "At least 40 people were killed.", True),
        ("- Fatalities: 40", "The harbour is old and large.", False),
        ("- Fatalities: 40", "It happened during the Second Northern War.", False),
        ("- Partof: the Second Northern War", "It happened during the Second Northern War.", True),
        ("- Fatalities: 40", "It had a magnitude of 6.1.", False),
        ("- Magnitude: 6.1", "It had a magnitude of 6.1.", True),
        ("- Fatalities: 40", "At 11:10 they came.", False),
        ("- Time: 11:10", "At 11:10 they came.", True),
        ("- Date: 8–12 May 1643", "It was a five-day siege.", True),
        ("- Death date: 8 March 1992", "He died aged 40.", True),
        ("- Occupants: 28", "There were 28 people on board.", True),
        ("- Fatalities: 7", "There were 28 people on board.", False),
        ("- Damage: $5 million", "It caused $5 million in damage.", True),
        ("- Occupation: poet", "At least 40 people were killed.", False),
    ],
)
def test_worth_reading(fields: str, sentence: str, worth: bool) -> None:
    assert wanted(wikiproof.read(FORM.format(fields=fields))).worth_reading(sentence) is worth


def test_without_an_infobox_everything_is_wanted() -> None:
    article = wikiproof.read("= Harbour attack =\n\nThe Harbour attack was an attack.\n")
    assert wanted(article).roles == frozenset(Role)


def test_no_page_is_a_sentence() -> None:
    article = wikiproof.read(FORM.format(fields="- Fatalities: 40"))
    assert not wanted(article).worth_reading("At least 40 people were killed" + " and" * 1000)
