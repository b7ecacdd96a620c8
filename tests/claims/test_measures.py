"""Measures are read by the samples of their grammar."""

from __future__ import annotations

import pytest

import wikiproof
from wikiproof import data
from wikiproof.claims.event import Event
from wikiproof.claims.measures import converted, measures
from wikiproof.claims.measuring import measuring
from wikiproof.role import Role

MEASURES = data.table("grammar", "claims", "measures.toml")


@pytest.mark.parametrize(("role", "sample"), [(r, s) for r, e in MEASURES.items() for s in e["samples"]])
def test_sample_is_read(role: str, sample: str) -> None:
    article = wikiproof.read(f"= Event =\n\n{sample.replace('[', '').replace(']', '')}\n")
    found = list(measures(article, Event("", (), ()), frozenset({Role(role)})))
    assert [c.text for c in found if c.speaks] == [sample[sample.index("[") + 1 : sample.index("]")]]


MEASURING = data.table("grammar", "claims", "measuring.toml")


@pytest.mark.parametrize(
    ("name", "sample"),
    [(name, sample) for name, entry in MEASURING.items() for sample in entry.get("samples", ())],
)
def test_word_is_found(name: str, sample: str) -> None:
    found = getattr(measuring(), name).search(sample.replace("[", "").replace("]", ""))
    expected = sample.partition("[")[2].partition("]")[0]
    assert (found[0].lower() if found else "") == expected.lower()


@pytest.mark.parametrize("text", ["10 km", "10 km (deep)", "10 km (12 km)", "10 km (2 s)", "about (5 km)"])
def test_no_conversion(text: str) -> None:
    assert converted(text) is None
