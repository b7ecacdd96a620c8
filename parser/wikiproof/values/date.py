"""Dates: day intervals that know their precision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A day, a month or a year of the calendar it was written in.

    `year` is astronomical (44 BC is -43); None where the text names none ("on 9 May").
    """

    year: int | None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """One date or a range. `end` equals `start` for a single date and is None for "present"."""

    start: CalendarDate
    end: CalendarDate | None
    approximate: bool = False
    weekday: int | None = None  # of the start, as written: Monday is 0

    def as_json(self) -> dict[str, Any]:
        raise NotImplementedError
