"""Templates that show plain numbers, shares, fractions and money."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data

if TYPE_CHECKING:
    from wikiproof.read.templates.call import Call

_NUMBER = re.compile(r"([-−]?)([0-9]{1,24})(\.[0-9]{1,24})?")

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
    """{{frac|3|1|2}}: "3 1/2"; of two numbers a mere fraction, of one its reciprocal."""
    match call.texts():
        case [whole, top, bottom, *_]:
            call.write(f"{whole} {top}/{bottom}")
        case [top, bottom]:
            call.write(f"{top}/{bottom}")
        case [bottom]:
            call.write(f"1/{bottom}")


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
    level = call.text("1")
    name = _levels()[call.word].get(level.upper())
    call.write(f"{level} ({name})" if name else level)


def money(call: Call) -> None:
    """{{US$|3.5 million}}: the sign (the definition's word) and the amount."""
    amount, multiplier = call.text("1"), _MULTIPLIERS.get(call.text("2").lower(), "")
    if amount:
        call.write(call.word + group_digits(amount) + (f" {multiplier}" if multiplier else ""))
    else:
        call.write(call.word)
