"""Templates that show plain numbers, shares, fractions and money."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.text import Kind

if TYPE_CHECKING:
    from wikiproof.read.templates.call import Call

_NUMBER = re.compile(r"([-−]?)([0-9]{1,24})(\.[0-9]{1,24})?")

_YEAR = re.compile(r"[12][0-9]{3}")

# {{INRConvert|5|c}} writes the Indian multipliers by a letter.
_MULTIPLIERS = {"k": "thousand", "l": "lakh", "m": "million", "c": "crore", "b": "billion", "t": "trillion"}


def group_digits(string: str) -> str:
    """A number with a comma after every three digits; any other text as it is."""
    number = _NUMBER.fullmatch(string)
    if number is None:
        return string
    sign, whole, decimals = number.groups("")
    first = len(whole) % 3 or 3
    groups = [whole[:first], *(whole[i : i + 3] for i in range(first, len(whole), 3))]
    return sign + ",".join(groups) + decimals


def parse(string: str) -> float | None:
    """The number a string is, group commas allowed; None where it is none."""
    string = string.replace(",", "").replace("−", "-")
    return float(string) if _NUMBER.fullmatch(string) else None


def grouped(call: Call) -> None:
    """{{formatnum:1234567}}, {{nts|1234}}: "1,234,567"."""
    call.write(group_digits(call.text("1").replace(",", "")))


def fraction(call: Call) -> None:
    """{{frac|3|1|2}}: "3 1⁄2"; of two numbers a mere fraction, of one its reciprocal."""
    match call.texts():
        case [whole, top, bottom, *_]:
            call.write(f"{whole} {top}⁄{bottom}")
        case [top, bottom]:
            call.write(f"{top}⁄{bottom}")
        case [bottom]:
            call.write(f"1⁄{bottom}")
        case _:
            call.write(call.word)


def rounded(call: Call) -> None:
    """{{rnd|3.14|1}}: "3.1"; what is no number is shown as it is."""
    number, places = parse(call.text("1")), call.text("2").replace("−", "-")
    if number is None or not places.removeprefix("-").isdecimal():
        call.put("1")
        return
    count = max(-15, min(int(places), 15))
    call.write(group_digits(f"{round(number, count):.{max(count, 0)}f}"))


def significant(call: Call) -> None:
    """{{sigfig|4.22|1}}: "4"."""
    number, figures = parse(call.text("1")), call.text("2")
    if not number or not figures.isdecimal() or not 0 < int(figures) < 16:
        call.put("1")
        return
    places = int(figures) - 1 - math.floor(math.log10(abs(number)))
    call.write(group_digits(f"{round(number, places):.{max(places, 0)}f}"))


def percentage(call: Call) -> None:
    """{{percentage|45|60|1}}: "75.0%"; of one number, the number itself."""
    part, whole, places = (*call.texts(), "", "", "")[:3]
    amount, total = parse(part), parse(whole)
    if amount is None or not total:
        call.write(f"{part}%" if part else "")
        return
    call.write(f"{100 * amount / total:.{min(int(places), 9) if places.isdecimal() else 0}f}%")


@cache
def _levels() -> dict[str, dict[str, str]]:
    levels: dict[str, dict[str, str]] = data.table("grammar", "templates", "numbers.toml")["levels"]
    return levels


def intensity(call: Call) -> None:
    """{{MMI|IX}}: "IX (Violent)"; the word names the scale."""
    start, level = len(call.canvas), call.text("1")
    name = _levels()[call.word].get(level.upper())
    call.write(f"{level} ({name})" if name else level)
    call.canvas.annotate(Kind.MEASURE, start, f"{call.word} {level}", call.span)


def money(call: Call) -> None:
    """{{US$|3.5 million|1990}}: the sign (the definition's word) and the amount; the year of its prices is known."""
    start = len(call.canvas)
    amount, multiplier = call.text("1"), _MULTIPLIERS.get(call.text("2").lower(), "")
    shown = call.word + group_digits(amount) + (f" {multiplier}" if multiplier else "")
    call.write(shown)
    if amount and (year := next(filter(_YEAR.fullmatch, map(call.text, ("year", "2"))), "")):
        call.canvas.annotate(Kind.MEASURE, start, f"{shown} ({year})", call.span)
