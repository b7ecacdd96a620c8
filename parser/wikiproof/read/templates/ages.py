"""Templates that show ages, and lengths of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.read.templates.dates import Day, is_day_first, read_day
from wikiproof.text import Kind

if TYPE_CHECKING:
    from wikiproof.read.templates.call import Call


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
    call.write(shown.show(day_first=is_day_first(call)) + (f" (aged {age})" if age else ""))


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


def born_by_age(call: Call) -> None:
    """{{birth based on age as of date|40|2022|2|8}}: the year of birth, which is one of two."""
    age, *at = call.texts() or [""]
    day = read_day(at)
    if day is None or not (age.isdecimal() and any(at)):
        call.unread()
        return
    born = day.year - int(age)
    call.write(f"{born - 1} or {born} (age {age})")


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


def duration(call: Call) -> None:
    """{{duration|h=1|m=5}} or {{duration|1|5|0}}: "1 hour, 5 minutes"; a clock's "1:05:00" as it is."""
    arguments = call.texts()
    start = len(call.canvas)
    if len(arguments) == 1 and not arguments[0].isdecimal():
        call.write(arguments[0])
    else:
        hours, minutes, seconds = (*arguments, "", "", "")[:3]
        parts = (
            ("hour", call.text("h") or hours),
            ("minute", call.text("m") or minutes),
            ("second", call.text("s") or seconds),
        )
        shown = [f"{count} {unit}{'' if count == '1' else 's'}" for unit, count in parts if count.strip("0")]
        call.write(", ".join(shown))
    call.canvas.annotate(Kind.DURATION, start, "", call.span)
