"""Rows of the table of events are what they were after they have been JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import wikiproof
from wikiproof.claims import gather
from wikiproof.events import record_of
from wikiproof.events.table import event_data, event_of, said_data, said_of
from wikiproof.events.values import value_of
from wikiproof.values import CalendarDate, Count, Date, Magnitude, Name, Place, Value

FAMILIES = Path(__file__).parents[2] / "samples" / "families"

days = st.builds(
    CalendarDate, st.none() | st.integers(-4000, 2100), st.integers(1, 12), st.none() | st.integers(1, 28)
) | st.builds(CalendarDate, st.integers(-4000, 2100))
numbers = st.integers(0, 10**9)
words = st.text(min_size=1)
values = st.one_of(
    st.builds(Date, days, st.none() | days, st.booleans()),
    st.builds(Count, numbers, st.none() | numbers, st.booleans(), st.none() | words),
    st.builds(Place, st.lists(words, min_size=1).map(tuple), st.none() | st.just("ML")),
    st.builds(Name, words, st.none() | words, st.none() | words, st.none() | st.just("ML")),
    st.builds(Magnitude, st.floats(0, 12), st.none() | st.floats(0, 12), st.none() | st.just("Mw")),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(values)
def test_values(value: Value) -> None:
    assert value_of(json.loads(json.dumps(value.as_json()))) == value


@pytest.mark.parametrize("path", sorted(FAMILIES.rglob("*.*")), ids=lambda path: path.name)
def test_records(path: Path) -> None:
    record = record_of(gather(wikiproof.read(path)))
    if record.event is not None:
        assert event_of(json.loads(json.dumps(event_data(record.event)))) == record.event
    for said in record.said:
        assert said_of(json.loads(json.dumps(said_data(said)))) == said
