"""What the rules on dates share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.values import Date
from wikiproof.values.calendar import day_number

if TYPE_CHECKING:
    from wikiproof.claims import Claim
    from wikiproof.values.calendar import CalendarDate


def adjacent(field: Claim, text: Claim) -> bool:
    """Whether a date of one ends the day before a date of the other begins."""
    dates = [
        (a, b) for a in field.readings for b in text.readings if isinstance(a, Date) and isinstance(b, Date)
    ]
    return any(_follows(a, b) or _follows(b, a) for a, b in dates)


def ends_apart(a: object, b: object) -> bool:
    """Whether two ranges begin at other times or end at other times: by more than a night, where days are given."""
    if not (isinstance(a, Date) and isinstance(b, Date)) or a.approximate or b.approximate:
        return False
    ends = [(a.start, b.start), (a.end, b.end)]
    ranges = [date.start.month and date.end and date.end.month and date.start != date.end for date in (a, b)]
    if not all(ranges) or None in (a.start.year, b.start.year):
        return False
    return any(x and y and _apart(x, y) for x, y in ends)


def _apart(a: CalendarDate, b: CalendarDate) -> bool:
    if a.day and b.day:
        return abs(day_number(a.first) - day_number(b.first)) > 1
    return (a.year, a.month) != (b.year, b.month)


def days(date: Date) -> int:
    """How many days a range of full dates has, the first and the last included; 0 where that is not known."""
    if date.end is None or None in (date.start.year, date.start.day, date.end.day):
        return 0
    return day_number(date.last) - day_number(date.first) + 1


def _follows(a: Date, b: Date) -> bool:
    if not (a.start.day and b.start.day):
        return False
    year = a.start.year or b.start.year  # a day without a year is of the other's
    last, first = ((date if date[0] else (year or 0, *date[1:])) for date in (a.last, b.first))
    return day_number(first) - day_number(last) == 1
