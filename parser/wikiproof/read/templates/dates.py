"""Templates that show dates, ages and durations."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from wikiproof.text import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikiproof.read.templates.call import Call

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")


class Day(NamedTuple):
    """A date as a template's arguments give it; 0 where month or day are not given."""

    year: int
    month: int
    day: int

    def show(self, *, day_first: bool, with_year: bool = True) -> str:
        """The date as English Wikipedia writes it; an impossible one so that the date reader can tell."""
        year = (f"{1 - self.year} BC" if self.year <= 0 else str(self.year)) if with_year else ""
        if not self.month:
            return year
        if self.month > 12:
            return f"{self.year:04}-{self.month:02}-{self.day:02}"
        month = MONTHS[self.month - 1]
        if not self.day:
            return f"{month} {year}".strip()
        if day_first:
            return f"{self.day} {month} {year}".strip()
        return f"{month} {self.day}, {year}".rstrip(", ")


@cache
def _month_numbers() -> dict[str, int]:
    names = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
    return names | {name[:3]: number for name, number in names.items()} | {"sept": 9}


def _month(string: str) -> int | None:
    """A month's number, from a number or a name."""
    if string.isdecimal():
        return int(string)
    return _month_numbers().get(string.lower().rstrip("."))


def _number(string: str) -> int | None:
    digits = string.removeprefix("-").removeprefix("−")
    if not digits.isdecimal() or len(digits) > 6:
        return None
    return int(digits) if digits == string else -int(digits)


def read_day(arguments: Sequence[str]) -> Day | None:
    """Year, month and day from a template's arguments; None where they are something else."""
    year, month, day = (*arguments, "", "", "")[:3]
    if iso := _ISO.fullmatch(year):
        year, month, day = iso[1], iso[2], iso[3] or ""
    numbers = (_number(year), _month(month) if month else 0, _number(day) if day else 0)
    if any(number is None for number in numbers):
        return None
    return Day(*(number or 0 for number in numbers))


def _day_first(call: Call) -> bool:
    return call.flag("df")


def date(call: Call) -> None:
    """{{start date|2022|2|8|df=y}} and its family: year, month, day, hour, minute, second, zone."""
    arguments = call.texts()
    day = read_day(arguments)
    if day is None or not any(arguments):
        call.write(" ".join(filter(None, arguments)))
        return
    call.write(_time(arguments[3:]) + day.show(day_first=_day_first(call)))


def _time(arguments: Sequence[str]) -> str:
    """The clock time before a date: "22:30, "."""
    hour, minute, second, zone = (*arguments, "", "", "", "")[:4]
    if not hour.isdecimal():
        return ""
    clock = f"{int(hour):02}:{minute.zfill(2)}"
    if second:
        clock += f":{second.zfill(2)}"
    zone = "UTC" if zone.upper() == "Z" else zone
    return f"{clock} ({zone}), " if zone else f"{clock}, "


def date_range(call: Call) -> None:
    """{{start and end dates|2022|2|8|2022|2|10}}: the parts that both dates share are shown once."""
    arguments = call.texts()
    first, last = read_day(arguments[:3]), read_day(arguments[3:6])
    if first is None:
        call.write(" – ".join(filter(None, arguments)))
        return
    day_first = _day_first(call)
    if last is None or not last.year:
        call.write(first.show(day_first=day_first) + " – present")
    else:
        call.write(_range(first, last, day_first=day_first))


def _range(first: Day, last: Day, *, day_first: bool) -> str:
    if first == last:
        return first.show(day_first=day_first)
    if first.year != last.year or not first.month or max(first.month, last.month) > 12:
        return f"{first.show(day_first=day_first)} – {last.show(day_first=day_first)}"
    if first.month != last.month or not (first.day and last.day):
        start = first.show(day_first=day_first, with_year=False)
        return f"{start} – {last.show(day_first=day_first)}"
    if day_first:
        return f"{first.day}–{last.show(day_first=True)}"
    return f"{MONTHS[first.month - 1]} {first.day}–{last.day}, {last.year}"


def aged(call: Call) -> None:
    """{{death date and age|1990|3|12|1935|5|6}}: "March 12, 1990 (aged 54)".

    The word says what the arguments are: for "death" the day of death and then that of birth, for "birth" the
    day the age is reckoned at and then that of birth, for "given" a date and the age, for "years" two years.
    """
    arguments = call.texts()
    match call.word:
        case "given":
            shown, age = read_day(arguments[:3]), "".join(arguments[3:4])
        case "years":
            shown, age = _aged_by_years(arguments)
        case _:
            at, born = read_day(arguments[:3]), read_day(arguments[3:6])
            shown, age = (born if call.word == "birth" else at), _age(born, at)
    if shown is None:
        call.write(" ".join(filter(None, arguments)))
        return
    call.write(shown.show(day_first=_day_first(call)) + (f" (aged {age})" if age else ""))


def _aged_by_years(arguments: list[str]) -> tuple[Day | None, str]:
    """{{death year and age|1990|1935|3}}: the age is one of two."""
    died, born, month = (*arguments, "", "", "")[:3]
    day = read_day([died, month])
    if day is None or not (died.isdecimal() and born.isdecimal()):
        return day, ""
    years = int(died) - int(born)
    return day, f"{years - 1}–{years}"


def _age(born: Day | None, at: Day | None) -> str:
    if born is None or at is None or not born.year:
        return ""
    years = at.year - born.year
    if born.month and at.month and born.day and at.day:
        return str(years - ((at.month, at.day) < (born.month, born.day)))
    return f"{years - 1}–{years}"


def age_between(call: Call) -> None:
    """{{age|1935|5|6|1990|3|12}}: "54"; without an end it counts to today, and says nothing of the page."""
    arguments = call.texts()
    if len(arguments) < 6:
        call.unread()
        return
    first, last = read_day(arguments[:3]), read_day(arguments[3:6])
    if first is None or last is None or first.month > 12:
        call.unread()
        return
    match call.word:
        case "years":
            call.write(f"{_age(first, last)} years")
        case "days":
            call.write(f"{_days(last) - _days(first):,} days")
        case _:
            call.write(_age(first, last))


def elapsed(call: Call) -> None:
    """{{age in years, months and days|1939|9|1|1945|9|2}}: "6 years and 1 day".

    The word lists the units shown. The dates may also be named: month1=, day1=, year1=, month2= and so on.
    Without an end it counts to today, and says nothing of the page.
    """
    first, last = _pair(call)
    if first is None or last is None or not (first.day and last.day) or max(first.month, last.month) > 12:
        call.unread()
        return
    months = 12 * (last.year - first.year) + last.month - first.month - (last.day < first.day)
    if "month" not in call.word:
        months -= months % 12
    year, month = divmod(12 * first.year + first.month - 1 + months, 12)
    days = _days(last) - _days(Day(year, month + 1, first.day))
    amounts = {"year": 0, "month": months, "week": 0, "day": days}
    if "year" in call.word:
        amounts["year"], amounts["month"] = divmod(months, 12)
    if "week" in call.word:
        amounts["week"], amounts["day"] = divmod(days, 7)
    shown = [
        f"{amount} {unit}{'' if amount == 1 else 's'}"
        for unit, amount in amounts.items()
        if amount and unit in call.word
    ]
    call.write(" and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:]))))


def _pair(call: Call) -> tuple[Day | None, Day | None]:
    """The two dates of a template, by position or by name."""
    if "year1" in call:
        first, last = ([call.text(part + end) for part in ("year", "month", "day")] for end in "12")
        return read_day(first), read_day(last) if last[0] else None
    arguments = call.texts()
    return read_day(arguments[:3]), read_day(arguments[3:6]) if len(arguments) >= 6 else None


def _days(day: Day) -> int:
    """The number of a day in the Gregorian calendar, by which two days are apart."""
    year, month = (day.year, day.month) if day.month > 2 else (day.year - 1, day.month + 12)
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month - 457) // 5 + day.day


def as_of(call: Call) -> None:
    """{{as of|2016|4}}: "As of April 2016"; what it dates may have changed since."""
    call.mark(Kind.TAG, call.definition.name)
    if "alt" in call:
        call.put("alt")
        return
    arguments = call.texts()
    day = read_day(arguments)
    words = "since" if call.flag("since") else "as of"
    shown = day.show(day_first=call.text("df").lower() != "us") if day else " ".join(arguments)
    call.write(f"{words if call.flag('lc') else words.capitalize()} {shown}")


def duration(call: Call) -> None:
    """{{duration|h=1|m=5}} or {{duration|1|5|0}}: "1 hour, 5 minutes"; a clock's "1:05:00" as it is."""
    arguments = call.texts()
    if len(arguments) == 1 and not arguments[0].isdecimal():
        call.write(arguments[0])
        return
    hours, minutes, seconds = (*arguments, "", "", "")[:3]
    parts = (
        ("hour", call.text("h") or hours),
        ("minute", call.text("m") or minutes),
        ("second", call.text("s") or seconds),
    )
    shown = [f"{count} {unit}{'' if count == '1' else 's'}" for unit, count in parts if count.strip("0")]
    call.write(", ".join(shown))


def film_dates(call: Call) -> None:
    """{{film date|2010|5|1|Cannes|2010|6|4}}: a line for each date, its place in brackets."""
    arguments = call.texts()
    day_first = _day_first(call)
    for index in range(0, len(arguments), 4):
        day = read_day(arguments[index : index + 3])
        if day is None or not day.year:
            continue
        call.canvas.line_break(call.span)
        place = "".join(arguments[index + 3 : index + 4])
        call.write(day.show(day_first=day_first) + (f" ({place})" if place else ""))
