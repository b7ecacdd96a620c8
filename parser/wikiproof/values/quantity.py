"""Measured quantities."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from wikiproof.values import grammar, interval, words
from wikiproof.values.base import Agreement
from wikiproof.values.interval import Amounts, Figure, Interval

# Mw is the moment magnitude, MW the megawatt, and 6.0M3 a version.
_MOMENT = re.compile(r"\d ?Mw(?![a-z])|\dM[23]")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measure in the unit it was written in ("km"), and in SI. `high` is None for "at least"."""

    low: float
    high: float | None
    unit: str
    si_low: float
    si_high: float | None
    si_unit: str
    approximate: bool = False

    def as_json(self) -> dict[str, Any]:
        """The value as JSON data, `kind` first; see `schema/value.schema.json`."""
        document: dict[str, Any] = {
            "kind": "quantity",
            "low": _json(self.low),
            "high": _json(self.high),
            "unit": self.unit,
            "si": {"low": _json(self.si_low), "high": _json(self.si_high), "unit": self.si_unit},
        }
        return document | {"approximate": True} if self.approximate else document


@lru_cache(1024)
def read(string: str) -> Quantity | None:
    """One measure with its unit: "10 km (6.2 mi)"; None where more words follow ("200 lb bomb")."""
    amount: Interval | None = grammar.parse("quantity", _Builders, words.plain(string))
    if amount is None or amount.unit is None or _MOMENT.search(string):
        return None
    entry = _unit(amount.unit)
    factor, offset = entry["factor"], entry.get("offset", 0)
    return Quantity(
        amount.low,
        amount.high,
        entry["symbol"],
        amount.low * factor + offset,
        None if amount.high is None else amount.high * factor + offset,
        entry["si"],
        amount.approximate,
    )


def _unit(name: str) -> dict[str, Any]:
    entry: dict[str, Any] = words.look_up("units", "UNIT", name)
    return entry


def compare(a: Quantity, b: Quantity) -> Agreement:
    """Whether both can be right; a number written with fewer digits may be the other one rounded."""
    if a.si_unit != b.si_unit:
        return Agreement.UNKNOWN
    if a.unit == b.unit:
        amounts = Interval(a.low, a.high, a.approximate), Interval(b.low, b.high, b.approximate)
        return interval.compare(*amounts, rounding=True)
    # Converted numbers are rounded: 10 km is 6.2 or 6 miles.
    return interval.compare(
        Interval(a.si_low, a.si_high, approximate=True), Interval(b.si_low, b.si_high, approximate=True)
    )


def _json(value: float | None) -> float | None:
    """A converted number: to the millionth, of what is smaller than one to nine digits."""
    if value is None:
        return None
    return interval.json_number(round(value, 6) if abs(value) >= 1 else float(f"{value:.9g}"))


class _Builders(Amounts):
    """Builders for the rules of `grammar/quantity.lark`."""

    @staticmethod
    def plain(amount: Interval) -> Interval:
        return amount

    @staticmethod
    def signed(digits: str, unit: str) -> Interval:
        value = float(digits)
        return Interval(value, value, unit=unit)

    @staticmethod
    def compound(about: str | None, large: Figure, *between_and_small: Any) -> Interval | None:
        """6 ft 2 in: the whole in the first unit, if the second is a smaller one of the same kind."""
        small: Figure = between_and_small[-1]
        if large.unit is None or small.unit is None:
            return None
        whole, part = _unit(large.unit), _unit(small.unit)
        if whole["si"] != part["si"] or whole["factor"] <= part["factor"] or "offset" in part:
            return None
        value = round(large.value + small.value * part["factor"] / whole["factor"], 9)
        return Interval(value, value, about is not None, unit=large.unit)
