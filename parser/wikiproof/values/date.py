"""Dates: day intervals that know their precision."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from wikiproof.values import grammar, words
from wikiproof.values.base import Agreement
from wikiproof.values.calendar import (
    END_OF_TIME,
    WEEKDAYS,
    CalendarDate,
    day_number,
    impossible,
    weekday_of,
)
from wikiproof.values.ends import Parts, complete
from wikiproof.values.other import Unread

if TYPE_CHECKING:
    from wikiproof.values.calendar import Day
    from wikiproof.values.time import Time

# How far apart two dates may lie, in days, when one of them is only about right.
_TOLERANCE = {"day": 31, "month": 366, "year": 3653}


@dataclass(frozen=True, slots=True)
class Date:
    """One date or a range. `end` equals `start` for a single date and is None for "present".

    The end lies before the start only where the text says so ("February 10–8, 2022"). Of a whole field (`dated`),
    `clock` is the time of day that stands with it, and `old_style` the day of the Julian calendar for the start; it
    is the start itself where the text gives no other. Neither bears on a comparison.
    """

    start: CalendarDate
    end: CalendarDate | None
    approximate: bool = False
    weekday: int | None = None  # of the start, as written: Monday is 0
    clock: Time | None = None
    old_style: CalendarDate | None = None

    @property
    def first(self) -> Day:
        """The first day it can mean, as (year, month, day)."""
        return self.start.first

    @property
    def last(self) -> Day:
        """The last day it can mean; of an open range, the last there is."""
        return self.end.last if self.end else END_OF_TIME

    @property
    def reversed(self) -> bool:
        """Whether the end lies before the start."""
        return self.last < self.first

    @property
    def actual_weekday(self) -> int | None:
        """The weekday of the start by the calendar; None where that is not known."""
        return weekday_of(self.start)

    def edtf(self) -> str:
        """EDTF level 1, a range as "start/end" and an open one as "start/.."."""
        mark = "~" if self.approximate else ""
        start = self.start.edtf() + mark
        if self.end == self.start:
            return start
        return f"{start}/{self.end.edtf() + mark if self.end else '..'}"

    def as_json(self) -> dict[str, Any]:
        """The value as JSON data, `kind` first; see `schema/value.schema.json`."""
        document: dict[str, Any] = {
            "kind": "date",
            "start": self.start.edtf(),
            "end": self.end.edtf() if self.end else None,
            "edtf": self.edtf(),
        }
        if self.approximate:
            document["approximate"] = True
        if self.weekday is not None:
            document["weekday"] = WEEKDAYS[self.weekday]
        if self.clock is not None:
            document["time"] = self.clock.as_json()
        if self.old_style is not None:
            document["old_style"] = self.old_style.edtf()
        return document


@lru_cache(4096)
def read(string: str) -> Date | Unread | None:
    """One date or range of dates; Unread for a day that no calendar has ("31 April 2019")."""
    date: Date | None = grammar.parse("date", _Builders, words.plain(string))
    if date is None:
        return None
    problem = impossible(date.start) or (date.end and impossible(date.end))
    return Unread(problem, invalid=True) if problem else date


def compare(a: Date, b: Date) -> Agreement:
    """AGREE where one lies within the other, DIFFER where they are apart, UNKNOWN where they overlap in part.

    Two dates of which one has no year are compared by month and day.
    """
    if a.reversed or b.reversed:
        return Agreement.UNKNOWN
    if a.start.year is None or b.start.year is None:
        shared_a, shared_b = _without_year(a), _without_year(b)
        if shared_a is None or shared_b is None:
            return Agreement.UNKNOWN
        a, b = shared_a, shared_b
    if a.last < b.first or b.last < a.first:
        return Agreement.UNKNOWN if _near(a, b) else Agreement.DIFFER
    if (a.first <= b.first and b.last <= a.last) or (b.first <= a.first and a.last <= b.last):
        return Agreement.AGREE
    return Agreement.UNKNOWN


def _without_year(date: Date) -> Date | None:
    """The same days of any year; None where that says nothing."""
    start, end = date.start, date.end
    if end is None or start.month is None or end.month is None or start.year != end.year:
        return None
    return Date(replace(start, year=None), replace(end, year=None), date.approximate)


def _near(a: Date, b: Date) -> bool:
    if not (a.approximate or b.approximate):
        return False
    earlier, later = sorted((a, b), key=lambda date: date.first)
    tolerance = max(_TOLERANCE[date.start.precision] for date in (a, b) if date.approximate)
    return day_number(later.first) - day_number(earlier.last) <= tolerance


@dataclass(frozen=True, slots=True)
class _Point:
    """One end of a range, itself from `first` to `last` where it is a season or a decade."""

    first: Parts
    last: Parts
    approximate: bool = False
    weekday: int | None = None


def _date(start: _Point, end: _Point) -> Date | None:
    first, last = complete(start.first, end.last) if start is not end else (start.first, end.last)
    if any(parts.day is not None and parts.month is None for parts in (first, last)):
        return None
    return Date(
        first.calendar_date(), last.calendar_date(), start.approximate or end.approximate, start.weekday
    )


class _Builders:
    """Builders for the rules of `grammar/date.lark`.

    What stands between two dashes is a pair: what its first and its last day say by themselves.
    """

    @staticmethod
    def single(point: _Point) -> Date | None:
        return _date(point, point)

    @staticmethod
    def range(start: _Point, end: _Point) -> Date | None:
        return _date(start, end)

    @staticmethod
    def both(one: _Point, other: _Point) -> Date | None:
        """Two dates, in whatever order: all from the first of them to the last."""
        date = _date(one, other)
        if date and date.end and date.reversed and None not in (one.first.year, other.first.year):
            return replace(date, start=date.end, end=date.start, weekday=None)
        return date

    @staticmethod
    def open(start: _Point, _present: str | None = None) -> Date | None:
        date = _date(start, start)
        return date and replace(date, end=None)

    @staticmethod
    def point(
        about: str | None, before: str | None, stretch: tuple[Parts, Parts], after: str | None
    ) -> _Point:
        weekday = before or (after and after.removeprefix(",").strip(" ()").split()[-1])
        number = words.look_up("calendar", "WEEKDAY", weekday) if weekday else None
        return _Point(*stretch, about is not None, number)

    @staticmethod
    def year(year: str, era: str | None = None) -> Parts:
        return Parts(year=int(year), era=words.look_up("calendar", "ERA", era) if era else None)

    @staticmethod
    def era_first(era: str, year: str) -> Parts:
        return _Builders.year(year, era)

    @staticmethod
    def day(day: str, month: str, year: Parts | None) -> tuple[Parts, Parts]:
        parts = replace(year or Parts(), day=_day(day), month=_month(month))
        return parts, parts

    @staticmethod
    def month_first(month: str, day: str, year: Parts | None) -> tuple[Parts, Parts]:
        return _Builders.day(day, month, year)

    @staticmethod
    def month(month: str, year: Parts | None) -> tuple[Parts, Parts]:
        parts = replace(year or Parts(), month=_month(month))
        return parts, parts

    @staticmethod
    def ordinal_alone(day: str) -> tuple[Parts, Parts]:
        return _Builders.day_alone(day, None)

    @staticmethod
    def day_alone(day: str, year: Parts | None) -> tuple[Parts, Parts]:
        parts = replace(year or Parts(), day=_day(day))
        return parts, parts

    @staticmethod
    def days(first: str, *_others: str) -> tuple[Parts, Parts]:
        return _Builders.day_alone(first, None)

    @staticmethod
    def months(first: str, *_others: str) -> tuple[Parts, Parts]:
        return _Builders.month(first, None)

    @staticmethod
    def month_days(month: str, first: str, *_others: str) -> tuple[Parts, Parts]:
        return _Builders.day(first, month, None)

    @staticmethod
    def year_alone(year: Parts) -> tuple[Parts, Parts]:
        return year, year

    @staticmethod
    def season(season: str, year: Parts) -> tuple[Parts, Parts]:
        first, last = words.look_up("calendar", "SEASON", season)
        return replace(year, month=first), replace(year, month=last)

    @staticmethod
    def decade(decade: str, era: str | None) -> tuple[Parts, Parts]:
        first = _Builders.year(decade.rstrip("'s"), era)
        assert first.year is not None
        last = replace(first, year=first.year + 9)
        return (last, first) if first.era == -1 else (first, last)

    @staticmethod
    def century(century: str, era: str | None) -> tuple[Parts, Parts]:
        years = 1000 if century.endswith("millennium") else 100
        last = _Builders.year(str(int(re.split("[a-z]", century)[0]) * years), era)
        assert last.year is not None
        first = replace(last, year=last.year - years + 1)
        return (last, first) if last.era == -1 else (first, last)

    @staticmethod
    def iso(date: str) -> tuple[Parts, Parts]:
        year, month, day = date[:4], date[5:7], date[8:10]
        parts = Parts(int(day), int(month), int(year))
        return parts, parts

    @staticmethod
    def numeric(date: str) -> tuple[Parts, Parts]:
        """Day and month can be told apart where one of them is above 12, or a dot says day first."""
        first, second, year = (int(part) for part in date.replace("/", ".").split("."))
        day, month = (second, first) if second > 12 >= first else (first, second)
        parts = Parts(day, month, year) if "." in date or max(day, month) > 12 or day == month else Parts(day)
        return parts, parts


def _day(word: str) -> int:
    number: int = (
        int(word.rstrip("stndrh")) if word[0].isdigit() else words.look_up("calendar", "ORDINAL", word)
    )
    return number


def _month(word: str) -> int:
    number: int = words.look_up("calendar", "MONTH", word)
    return number
