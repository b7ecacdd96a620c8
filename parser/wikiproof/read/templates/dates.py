"""Templates that show dates."""

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


def is_day_first(call: Call) -> bool:
    """Whether a template shows its day before the month."""
    return call.flag("df") or call.text("format").startswith("dm") or call.word == "day first"


def date(call: Call) -> None:
    """{{start date|2022|2|8|df=y}} and its family: year, month, day, hour, minute, second, zone."""
    arguments = call.texts()
    day = read_day(arguments)
    if day is None or not any(arguments):
        call.write(" ".join(filter(None, arguments)))
        return
    clock, zone = _time(arguments[3:])
    call.write(clock + day.show(day_first=is_day_first(call)) + zone)


def _time(arguments: Sequence[str]) -> tuple[str, str]:
    """The clock time before a date, and the zone after it: "22:30, " and " (UTC)"."""
    hour, minute, second, zone = (*arguments, "", "", "", "")[:4]
    if not hour.isdecimal():
        return "", ""
    clock = f"{int(hour):02}:{minute.zfill(2)}"
    if second:
        clock += f":{second.zfill(2)}"
    zone = "UTC" if zone.upper() == "Z" else zone
    return f"{clock}, ", f" ({zone})" if zone else ""


def date_range(call: Call) -> None:
    """{{start and end dates|2022|2|8|2022|2|10}}: the parts that both dates share are shown once."""
    arguments = call.texts()
    first, last = read_day(arguments[:3]), read_day(arguments[3:6])
    if first is None:
        call.write(" – ".join(filter(None, arguments)))
        return
    day_first = is_day_first(call)
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


_SPANS = {"decade": 10, "century": 100, "millennium": 1000}


def period(call: Call) -> None:
    """{{decade|1914}}: "1910s", {{century|1914}}: "20th century"; what is no year is shown as it is."""
    written = call.text("1")
    year, years = _number(written), _SPANS.get(call.word, 1)
    if year is None or year <= 0:
        call.write(written)
    elif call.word == "decade":
        call.write(f"{year - year % years}s")
    else:
        number = (year + years - 1) // years
        ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        call.write(f"{number}{ending} {call.word}")


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


def film_dates(call: Call) -> None:
    """{{film date|2010|5|1|Cannes|2010|6|4}}: a line for each date, its place in brackets."""
    arguments = call.texts()
    day_first = is_day_first(call)
    for index in range(0, len(arguments), 4):
        day = read_day(arguments[index : index + 3])
        if day is None or not day.year:
            continue
        call.canvas.line_break(call.span)
        place = "".join(arguments[index + 3 : index + 4])
        call.write(day.show(day_first=day_first) + (f" ({place})" if place else ""))
