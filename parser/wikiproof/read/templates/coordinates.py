"""Templates that show coordinates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.read.templates.numbers import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikiproof.read.templates.call import Call

_SIGNS = ("°", "′", "″")


def coordinates(call: Call) -> None:
    """{{coord|51|23|20|N|30|5|58|E}}, {{coord|51.389|30.099}}: degrees as the page shows them.

    The count of numbers before a hemisphere decides the layout; without hemispheres both are signed degrees.
    """
    display = call.text("display")
    if "title" in display and "inline" not in display and call.canvas.breaks != "\n":
        # Shown at the head of the page; in an infobox it is the value all the same.
        return
    latitude, rest = _angle(call.texts(), "NS")
    longitude, _ = _angle(rest, "EW")
    if latitude and longitude:
        call.write(f"{latitude} {longitude}")


def _angle(arguments: Sequence[str], hemispheres: str) -> tuple[str, Sequence[str]]:
    """One angle as text, and the arguments after it; empty where there is none."""
    numbers: list[str] = []
    for index, argument in enumerate(arguments[:4]):
        letter = argument.upper()
        if letter and letter in hemispheres and numbers:
            return _show(numbers, letter), arguments[index + 1 :]
        if parse(argument) is None:
            break
        numbers.append(argument)
    if not numbers or not 1 <= len(numbers) <= 2:
        return "", ()
    negative = numbers[0].startswith(("-", "−"))
    return _show([numbers[0].lstrip("-−+")], hemispheres[negative]), arguments[1:]


def _show(numbers: Sequence[str], hemisphere: str) -> str:
    head, *tail = (number.strip() for number in numbers)
    padded = (head, *(number.zfill(2) if number.isdecimal() else number for number in tail))
    return "".join(map("".join, zip(padded, _SIGNS, strict=False))) + hemisphere
