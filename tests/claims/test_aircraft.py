"""Types of aircraft and registrations read their own samples."""

from __future__ import annotations

import pytest

from wikiproof import data
from wikiproof.claims.aircraft import aircraft_in, registrations_in


def test_aircraft_are_read() -> None:
    table = data.table("grammar", "claims", "aircraft.toml")
    for text, model, variant in table["makers"]["samples"]:
        found = [([*aircraft.models], aircraft.variant) for aircraft in aircraft_in(text)]
        assert found == [([model], variant)]
    for text, mark in table["registration"]["samples"]:
        assert [found for found, _ in registrations_in(text)] == [mark]


@pytest.mark.parametrize("text", ["Boeing Field", "Boeing said on 7 March", "Bell fell", "the Douglas House"])
def test_no_aircraft(text: str) -> None:
    assert list(aircraft_in(text)) == []
