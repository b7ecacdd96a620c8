"""Days, months and years of the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

Precision = Literal["day", "month", "year"]
Day = tuple[int, int, int]

END_OF_TIME: Day = (9999, 12, 31)
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# Countries left the Julian calendar one by one. After Britain had, in September 1752, English texts mostly
# give Gregorian days; of earlier ones it is not known which they are.
_FIRST_GREGORIAN_DAY: Day = (1752, 9, 14)
_LAST_JULIAN_YEAR = 1752


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A day, a month or a year of the calendar it was written in.

    `year` is astronomical (44 BC is -43); None where the text names none ("on 9 May").
    """

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def precision(self) -> Precision:
        """The smallest unit that is known."""
        return "day" if self.day else "month" if self.month else "year"

    @property
    def first(self) -> Day:
        """The first day it can mean, as (year, month, day); the year is 0 where none is known."""
        return (self.year or 0, self.month or 1, self.day or 1)

    @property
    def last(self) -> Day:
        """The last day it can mean."""
        month = self.month or 12
        return (self.year or 0, month, self.day or month_length(self.year, month))

    def edtf(self) -> str:
        """EDTF: "2022-02-08", "1986", "-0043-03"; "XXXX-05-09" without a year (level 2)."""
        parts = ["XXXX" if self.year is None else f"{self.year:05d}" if self.year < 0 else f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)


def weekday_of(day: CalendarDate) -> int | None:
    """Monday is 0; None without a full date, and for days that may be Julian."""
    if day.precision != "day" or not _FIRST_GREGORIAN_DAY <= day.first <= END_OF_TIME or impossible(day):
        return None
    return day_number(day.first) % 7


def day_number(day: Day) -> int:
    """Days since Monday, 1 January of the year 1 of the proleptic Gregorian calendar, negative before it."""
    year, month, of_month = day
    year -= month <= 2  # counted from March, a year has its leap day at the end
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + of_month
    return year * 365 + year // 4 - year // 100 + year // 400 + of_year - 307


def julian_weekday(day: CalendarDate) -> int:
    """The weekday if the full date is of the Julian calendar."""
    year, month, of_month = day.first
    year -= month <= 2
    return (year * 365 + year // 4 + (153 * ((month + 9) % 12) + 2) // 5 + of_month - 309) % 7


def month_length(year: int | None, month: int) -> int:
    """The most days the month had in any calendar in use that year."""
    if month != 2:
        return _MONTH_LENGTHS[month - 1]
    if year is None or year <= _LAST_JULIAN_YEAR:
        return 29 if year is None or year % 4 == 0 else 28
    return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28


def impossible(date: CalendarDate) -> str | None:
    """Why no calendar has that day, or None where one does."""
    if date.month is None:
        return None
    if not 1 <= date.month <= 12:
        return f"there is no month {date.month}"
    length = month_length(date.year, date.month)
    if date.day is not None and not 1 <= date.day <= length:
        year = "" if date.year is None or date.month != 2 else f" {date.year}"
        return f"{MONTHS[date.month - 1]}{year} has {length} days, not {date.day}"
    return None
