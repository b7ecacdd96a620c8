"""{{convert}} and its like: a measure as written, and what the page shows it converted to."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.read.templates.numbers import group_digits, parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikiproof.read.templates.call import Call

# What stands between two numbers of one measure, and what it shows as.
_RANGES = {
    "-": "–", "–": "–", "to": " to ", "and": " and ", "or": " or ", "&": " and ", "to(-)": " to ", "to about": " to about ",
    "x": " × ", "by": " by ", "×": " × ", "*": " × ", "+": " + ", "±": " ± ", "+/-": " ± ", "and(-)": " and ",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of `grammar/units.toml`: `factor` and `offset` take a number of it to its SI unit."""

    code: str
    singular: str
    plural: str
    symbol: str
    si: str
    factor: float
    offset: float
    into: tuple[str, ...]

    @property
    def hugs_number(self) -> bool:
        """Whether no space stands between number and symbol."""
        return self.symbol.startswith("°")


@cache
def _units() -> dict[str, Unit]:
    units = {}
    for entry in data.table("grammar", "units.toml")["UNIT"]:
        singular, plural = entry["names"][:2]
        unit = Unit(
            entry["code"], singular, plural, entry["symbol"], entry["si"], float(entry["factor"]),
            float(entry.get("offset", 0)), tuple(entry.get("into", ())),
        )  # fmt: skip
        units.update(dict.fromkeys((unit.code, singular, plural, *entry.get("codes", ())), unit))
    return units


def value(call: Call) -> None:
    """{{val|12.3|0.2|u=km}}: "12.3 ± 0.2 km"."""
    call.write(group_digits(call.text("1").replace(",", "")))
    if margin := call.text("2"):
        call.write(f" ± {margin}")
    if unit := call.first("u", "ul"):
        call.write(f" {unit}" if unit != "%" else "%")


def convert(call: Call) -> None:
    """{{convert|10|km|mi}}: "10 kilometres (6.2 mi)"; what is no known measure shows its arguments."""
    arguments = call.texts()
    numbers, joins, rest = _measure(arguments)
    unit = _units().get(rest[0]) if rest else None
    if unit is None or not numbers:
        call.write(" ".join(arguments[:2]))
        if rest:
            call.unread()
        return
    targets, places = _targets(unit, rest[1:])
    short = call.text("abbr") in ("on", "in") or (call.word == "short" and call.text("abbr") != "off")
    first = _show(numbers, joins, unit, short=short, hyphen=call.flag("adj"), american=call.text("sp") == "us")
    others = [
        _converted(numbers, joins, unit, target, places, spelled=call.text("abbr") == "off") for target in targets
    ]
    _arrange(call, first, others)


def _arrange(call: Call, first: str, others: list[str]) -> None:
    display = call.text("disp")
    second = "; ".join(others)
    if not second or display == "preunit":
        call.write(first)
    elif display in ("out", "output only", "output number only"):
        call.write(second)
    elif call.text("order") == "flip":
        call.write(f"{second} ({first})")
    elif display == "or":
        call.write(f"{first} or {second}")
    else:
        call.write(f"{first} ({second})")


def _measure(arguments: Sequence[str]) -> tuple[list[str], list[str], Sequence[str]]:
    """The numbers at the head of the arguments, the words between them, and the rest: units and precision."""
    numbers, joins = list(arguments[:1]), []
    at = 1
    if not numbers or parse(numbers[0]) is None:
        return [], [], arguments[1:]
    while at + 1 < len(arguments) and arguments[at] in _RANGES and parse(arguments[at + 1]) is not None:
        joins.append(_RANGES[arguments[at]])
        numbers.append(arguments[at + 1])
        at += 2
    return numbers, joins, arguments[at:]


def _targets(unit: Unit, arguments: Sequence[str]) -> tuple[list[Unit], int | None]:
    """The units to convert to (those of the unit itself where none is named), and the decimal places if given."""
    units = _units()
    targets: list[Unit] = []
    places = None
    for argument in arguments:
        if argument.lstrip("-").isdecimal():
            places = int(argument)
        elif argument in units:
            targets.append(units[argument])
        else:
            targets.extend(units[code] for code in argument.split() if code in units)
    targets = targets or [units[code] for code in unit.into]
    return [target for target in targets if target.si == unit.si and target is not unit], places


def _show(
    numbers: Sequence[str], joins: Sequence[str], unit: Unit, *, short: bool, hyphen: bool, american: bool
) -> str:
    """Numbers and unit as the first half of the output."""
    shown = _join([group_digits(number.replace(",", "")) for number in numbers], joins)
    if short:
        return shown + ("" if unit.hugs_number else " ") + unit.symbol
    name = unit.singular if hyphen or numbers[-1] == "1" else unit.plural
    if american:
        name = name.replace("metre", "meter").replace("litre", "liter")
    return f"{shown}-{name}" if hyphen else f"{shown} {name}"


def _converted(
    numbers: Sequence[str], joins: Sequence[str], unit: Unit, target: Unit, places: int | None, *, spelled: bool
) -> str:
    """Numbers and unit as the converted half."""
    shown = _join([_convert(number, unit, target, places) for number in numbers], joins)
    if spelled:
        return f"{shown} {target.singular if shown == '1' else target.plural}"
    return shown + ("" if target.hugs_number else " ") + target.symbol


def _join(numbers: Sequence[str], joins: Sequence[str]) -> str:
    return numbers[0] + "".join(join + number for join, number in zip(joins, numbers[1:], strict=False))


def _convert(written: str, unit: Unit, target: Unit, places: int | None) -> str:
    number = parse(written) or 0.0
    result = (number * unit.factor + unit.offset - target.offset) / target.factor
    if places is None:
        places = _default_places(written, number, result, is_temperature=bool(unit.offset or target.offset))
    rounded = round(result, max(min(places, 12), -12))
    return group_digits(f"{rounded:.{min(max(places, 0), 12)}f}").replace("-", "−")


def _default_places(written: str, number: float, result: float, *, is_temperature: bool) -> int:
    """Decimal places of a converted number: as exact as the number written, and two significant figures at least.

    This is the rule of Wikipedia's Module:Convert, so that pages and we show the same.
    """
    whole, point, decimals = written.replace(",", "").partition(".")
    exact = len(decimals) if point else len(whole.rstrip("0")) - len(whole)
    if is_temperature:
        return max(exact, 0)
    if number == 0 or result == 0:
        return 0
    adjust = math.log10(abs(number / result)) + math.log10(2)
    least = 1 - math.floor(math.log10(abs(result)) + 1e-14)
    return max(math.floor(exact + adjust), least)
