"""Days, their weekdays, and how long months are."""

from __future__ import annotations

import pytest

from wikiproof.values import CalendarDate, Date, date
from wikiproof.values.calendar import month_length, weekday_of


@pytest.mark.parametrize(
    ("day", "weekday"),
    [
        (CalendarDate(2022, 2, 8), 1),
        (CalendarDate(1752, 9, 14), 3),
        (CalendarDate(1709, 6, 27), None),  # Gregorian in Paris, Julian in London
        (CalendarDate(1900, 2, 29), None),
        (CalendarDate(2022, 2), None),
        (CalendarDate(None, 2, 8), None),
    ],
)
def test_weekday(day: CalendarDate, weekday: int | None) -> None:
    assert weekday_of(day) == weekday


@pytest.mark.parametrize(
    ("year", "length"), [(2023, 28), (2024, 29), (2000, 29), (2100, 28), (1900, 28), (1700, 29), (None, 29)]
)
def test_february(year: int | None, length: int) -> None:
    assert month_length(year, 2) == length


def test_a_weekday_is_kept_as_written() -> None:
    value = date.read("Monday, 8 February 2022")
    assert isinstance(value, Date)
    assert (value.weekday, value.actual_weekday) == (0, 1)
    assert value.as_json()["weekday"] == "Monday"


def test_first_and_last_day() -> None:
    value = date.read("February–March 2024")
    assert isinstance(value, Date)
    assert (value.first, value.last) == ((2024, 2, 1), (2024, 3, 31))
    assert CalendarDate(2024, 2).last == (2024, 2, 29)
