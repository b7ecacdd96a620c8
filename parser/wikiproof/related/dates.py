"""When what one article says of an event's date denies what the event's own article says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wikiproof.related.base import agreement
from wikiproof.role import Role
from wikiproof.values import Agreement, Date
from wikiproof.values.calendar import day_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.events import Event, Fact, Said
    from wikiproof.values import Value

_NIGHT = 1  # days by which two accounts of one event differ: nights, zones, the day the news came
_OLD_STYLE = (
    (1582, 1699, 10),
    (1700, 1799, 11),
    (1800, 1899, 12),
    (1900, 1923, 13),
)  # days the Julian is behind


def conflicts(event: Event, said: Said) -> Iterator[tuple[Fact, Fact]]:
    """The event's date and one that is said of it which no date of the event's own article admits."""
    for theirs in said.in_role(Role.DATE):
        for ours in event.in_role(Role.DATE):
            admitted = (*ours.values, *event.others(Role.DATE))
            known = [date for date in admitted if isinstance(date, Date)]
            if agreement(known, theirs.values) is Agreement.DIFFER and not _near(known, theirs.values):
                yield ours, theirs
            break


def _near(ours: list[Date], theirs: tuple[Value, ...]) -> bool:
    """Whether one ends a night before another begins, or is the other in the old calendar."""
    pairs = [(a, b) for a in ours for b in theirs if isinstance(b, Date)]
    return any(gap(a, b) <= _NIGHT or _other_style(a, b) for a, b in pairs)


def _other_style(a: Date, b: Date) -> bool:
    """Whether two days are as far apart as the calendars were in their century."""
    year = a.start.year
    if year is None or b.start.year is None or not (a.start.day and b.start.day):
        return False
    apart = next((days for first, last, days in _OLD_STYLE if first <= year <= last), 0)
    return bool(apart) and abs(day_number(a.first) - day_number(b.first)) == apart


def _in_year_of(date: Date, other: Date) -> Date:
    """A date without a year, in the year that the other begins in."""
    if date.start.year is not None or date.end is None:
        return date
    year = other.start.year
    return replace(date, start=replace(date.start, year=year), end=replace(date.end, year=year))


def gap(a: Date, b: Date) -> int:
    """Days between the end of one and the beginning of the other, 0 where they meet."""
    a, b = _in_year_of(a, b), _in_year_of(b, a)
    return max(day_number(b.first) - day_number(a.last), day_number(a.first) - day_number(b.last), 0)
