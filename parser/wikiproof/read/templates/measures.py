"""{{convert}} and its like: a measure as written, and what the page shows it converted to."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wikiproof.read.canvas import RAISED
from wikiproof.read.templates.numbers import group_digits, parse
from wikiproof.read.templates.units import PAIRS
from wikiproof.read.templates.units import unit as unit_of
from wikiproof.text import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikiproof.read.templates.call import Call
    from wikiproof.read.templates.units import Unit

# What stands between two numbers of one measure, and what it shows as.
_RANGES = {
    "-": "–", "–": "–", "to": " to ", "to(-)": " to ", "to about": " to about ",
    "and": " and ", "and(-)": " and ", "&": " and ", "or": " or ",
    "x": " × ", "×": " × ", "*": " × ", "by": " by ", "+": " + ", "±": " ± ", "+/-": " ± ",
}  # fmt: skip


def value(call: Call) -> None:
    """{{val|12.3|0.2|e=5|u=km}}: "(12.3 ± 0.2) × 10⁵ km"; {{val|10|-|20|u=m}}: "10–20 m"."""
    start, unit = len(call.canvas), call.first("u", "ul", "up")
    unit = f" {unit}" if unit and unit not in "%°" else unit
    numbers, joins, _ = _numbers(call.texts())
    if len(numbers) > 1:
        shown = meant = _join([group_digits(number) for number in numbers], joins)
    else:
        digits, _, written = call.text("1").partition("e")
        shown = meant = group_digits(digits)
        exponent, margin = call.text("e") or written, call.text("2")
        power = f" × 10{exponent.translate(RAISED)}" if exponent else ""
        if margin:
            shown += f" ± {margin}"
            meant += f"{power} ± {margin}"
        shown = f"({shown})" if margin and power else shown
        shown, meant = shown + power, meant + power
    call.write(call.text("p") + shown + unit + call.text("s"))
    call.canvas.annotate(Kind.MEASURE, start, meant + unit, call.span)


_PLACES = re.compile(r"-?[0-9]{1,2}")


@dataclass(frozen=True, slots=True)
class _Measure:
    """The head of {{convert}}'s arguments: numbers, what stands between them, and a unit.

    `rest` is a number of a smaller unit, as in 6 feet 2 inches.
    """

    numbers: Sequence[str]
    joins: Sequence[str]
    unit: Unit
    rest: tuple[str, Unit] | None = None

    def show(self, call: Call) -> str:
        """The measure as written, spelled out or short as the template says."""
        abbreviated = call.text("abbr")
        short = abbreviated in ("on", "in") or (call.word == "short" and abbreviated != "off")
        hyphen, american = call.flag("adj"), call.text("sp") == "us"
        shown = _join([group_digits(number) for number in self.numbers], self.joins)
        shown += self.unit.beside(self.numbers[-1], short=short, hyphen=hyphen, american=american)
        if self.rest:
            number, unit = self.rest
            shown += f" {number}" + unit.beside(number, short=short, american=american)
        return shown

    def convert(self, target: Unit, call: Call, places: int | None) -> str:
        """The measure in another unit."""
        if target.pair:
            return _in_pair(self._si(self.numbers[0]), target.pair)
        numbers = [self._converted(number, target, call, places) for number in self.numbers]
        spelled = call.text("abbr") == "off"
        return _join(numbers, self.joins) + target.beside(numbers[-1], short=not spelled)

    def _si(self, number: str) -> float:
        si = (parse(number) or 0.0) * self.unit.factor + self.unit.offset
        return si + (parse(self.rest[0]) or 0.0) * self.rest[1].factor if self.rest else si

    def _converted(self, number: str, target: Unit, call: Call, places: int | None) -> str:
        result = (self._si(number) - target.offset) / target.factor
        digits = call.text("sigfig")
        if digits.isdecimal() and result:
            places = int(digits[:2]) - 1 - math.floor(math.log10(abs(result)))
        elif places is None:
            finer = (
                math.log10(target.factor) + 2
                if self.rest
                else math.log10(2 * target.factor / self.unit.factor)
            )
            places = _default_places("1" if self.rest else number, finer, result, target)
        rounded = round(result, max(min(places, 12), -12))
        return group_digits(f"{rounded:.{min(max(places, 0), 12)}f}").replace("-", "−")


def convert(call: Call) -> None:
    """{{convert|10|km|mi}}: "10 kilometres (6.2 mi)"; what is no known measure shows its arguments."""
    arguments = call.texts()
    numbers, joins, rest = _numbers(arguments)
    unit = unit_of(rest[0]) if rest and numbers else None
    if unit is None:
        call.write(" ".join((_join(numbers, joins), *rest[:1])) if numbers else " ".join(arguments))
        call.unread()
        return
    rest = rest[1:]
    smaller = unit_of(rest[1]) if len(rest) > 1 and parse(rest[0]) is not None else None
    measure = _Measure(numbers, joins, unit)
    if smaller and smaller.si == unit.si:
        measure = replace(measure, rest=(rest[0], smaller))
        rest = rest[2:]
    targets, places = _targets(unit, rest)
    start, written = len(call.canvas), measure.show(call)
    _arrange(call, written, [measure.convert(target, call, places) for target in targets])
    call.canvas.annotate(Kind.MEASURE, start, written, call.span)


def _arrange(call: Call, first: str, others: list[str]) -> None:
    display = call.text("disp")
    second = "; ".join(others)
    if not second:
        call.write(first)
    elif display.startswith(("out", "number")):
        call.write(second)
    elif call.text("order") == "flip":
        call.write(f"{second} ({first})")
    elif display == "or":
        call.write(f"{first} or {second}")
    else:
        call.write(f"{first} ({second})")


def _numbers(arguments: Sequence[str]) -> tuple[list[str], list[str], Sequence[str]]:
    """The numbers at the head of the arguments, the words between them, and what follows."""
    numbers, joins = [_plain(argument) for argument in arguments[:1]], []
    at = 1
    if not numbers or parse(numbers[0]) is None:
        return [], [], arguments[1:]
    while (
        at + 1 < len(arguments) and arguments[at] in _RANGES and parse(_plain(arguments[at + 1])) is not None
    ):
        joins.append(_RANGES[arguments[at]])
        numbers.append(_plain(arguments[at + 1]))
        at += 2
    return numbers, joins, arguments[at:]


def _plain(number: str) -> str:
    """A number without group commas; "4.5e6" in full."""
    number = number.replace(",", "")
    digits, e, exponent = number.lower().partition("e")
    if e and parse(digits) is not None and exponent.isdecimal() and len(exponent) < 3:
        return f"{float(digits) * 10 ** int(exponent):.0f}"
    return number


def _targets(unit: Unit, arguments: Sequence[str]) -> tuple[list[Unit], int | None]:
    """The units to convert to, by default those that belong to the unit, and the decimal places if given."""
    targets: list[Unit | None] = []
    places = None
    for argument in arguments:
        if _PLACES.fullmatch(argument):
            places = int(argument)
        elif target := unit_of(argument):
            targets.append(target)
        else:
            targets.extend(map(unit_of, argument.split()))
    if not any(targets):
        targets = [unit_of(code) for code in unit.into]
    return [target for target in targets if target and target.si == unit.si and target != unit], places


def _join(numbers: Sequence[str], joins: Sequence[str]) -> str:
    return numbers[0] + "".join(join + number for join, number in zip(joins, numbers[1:], strict=False))


def _in_pair(si: float, pair: str) -> str:
    """A measure in two units: "6 ft 2 in"."""
    large, small, count = PAIRS[pair]
    smaller = unit_of(small)
    total = round(si / smaller.factor) if smaller else 0
    return f"{total // count} {large} {total % count} {small}"


def _default_places(written: str, finer: float, result: float, target: Unit) -> int:
    """Decimal places of a converted number: as exact as the number written, with two significant figures.

    `finer` is how many decimal places more the other unit needs to be as exact. This is the rule of
    Wikipedia's Module:Convert, so that we show what a page shows; temperatures have three significant figures
    in kelvins.
    """
    whole, point, decimals = written.partition(".")
    exact = len(decimals) if point else len(whole.rstrip("0")) - len(whole)
    kelvins = result * target.factor + target.offset
    if target.si == "K" and kelvins > 0:
        return max(exact, 2 - math.floor(math.log10(kelvins)))
    if result == 0:
        return 0
    least = 1 - math.floor(math.log10(abs(result)) + 1e-14)
    return max(math.floor(exact + finer), least)
