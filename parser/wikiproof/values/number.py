"""Plain numbers, ordinals, fractions and percentages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from wikiproof.values import grammar, interval, words
from wikiproof.values.base import Agreement
from wikiproof.values.interval import Amounts, Figure, Interval


@dataclass(frozen=True, slots=True)
class Number:
    """A number that counts nothing; `unit` is "%" for a percentage, "ordinal" for "3rd", else None.

    `high` is None without an upper bound.
    """

    low: float
    high: float | None
    unit: str | None = None
    approximate: bool = False

    def as_json(self) -> dict[str, Any]:
        """The value as JSON data, `kind` first; see `schema/value.schema.json`."""
        document: dict[str, Any] = {
            "kind": "number",
            "low": interval.json_number(self.low),
            "high": self.high if self.high is None else interval.json_number(self.high),
            "unit": self.unit,
        }
        return document | {"approximate": True} if self.approximate else document


@lru_cache(1024)
def read(string: str) -> Number | None:
    """One number, percentage, fraction or ordinal."""
    number: Number | None = grammar.parse("number", _Builders, words.plain(string))
    return number


def read_percent(string: str) -> Number | None:
    """One percentage, with its sign or word."""
    number = read(string)
    return number if number and number.unit == "%" else None


def compare(a: Number, b: Number) -> Agreement:
    """Whether both can be right; numbers of different units cannot be compared."""
    if a.unit != b.unit:
        return Agreement.UNKNOWN
    return interval.compare(
        Interval(a.low, a.high, a.approximate), Interval(b.low, b.high, b.approximate), rounding=True
    )


class _Builders(Amounts):
    """Builders for the rules of `grammar/number.lark`."""

    @staticmethod
    def plain(amount: Interval) -> Number:
        return Number(amount.low, amount.high, "%" if amount.unit else None, amount.approximate)

    @staticmethod
    def ordinal(digits: str) -> Number:
        value = int(digits[:-2])
        return Number(value, value, "ordinal")

    @staticmethod
    def ordinal_word(word: str) -> Number:
        value = words.look_up("numbers", "ORDINAL_WORD", word)
        return Number(value, value, "ordinal")

    @staticmethod
    def signed(digits: str) -> Number:
        value = float(digits)
        return Number(value, value)

    @staticmethod
    def fraction(numerator: str, denominator: str) -> Figure:
        return Figure(
            interval.numeral_value(numerator) / words.look_up("numbers", "DENOMINATOR", denominator)
        )

    @staticmethod
    def unit_fraction(denominator: str) -> Figure:
        return Figure(1 / words.look_up("numbers", "DENOMINATOR", denominator))
