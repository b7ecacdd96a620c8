"""Amounts of money."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from wikiproof.values import grammar, interval, words
from wikiproof.values.base import Agreement
from wikiproof.values.interval import Amounts, Figure, Interval

_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in units (not cents, not millions); `year` is the price year.

    `currency` is an ISO 4217 code, or of money that never had one its name: "scudo".
    """

    low: float
    high: float | None
    currency: str
    year: int | None = None
    approximate: bool = False

    def as_json(self) -> dict[str, Any]:
        """The value as JSON data, `kind` first; see `schema/value.schema.json`."""
        document: dict[str, Any] = {
            "kind": "money",
            "low": interval.json_number(self.low),
            "high": None if self.high is None else interval.json_number(self.high),
            "currency": self.currency,
        }
        if self.year is not None:
            document["year"] = self.year
        return document | {"approximate": True} if self.approximate else document


@lru_cache(1024)
def read(string: str) -> Money | None:
    """One amount with its currency: "US$1.2 billion (2010)"."""
    money: Money | None = grammar.parse("money", _Builders, words.plain(string))
    return money


def compare(a: Money, b: Money) -> Agreement:
    """Whether both can be right; amounts of different currencies or price years cannot be compared."""
    if a.currency != b.currency or (a.year and b.year and a.year != b.year):
        return Agreement.UNKNOWN
    return interval.compare(
        Interval(a.low, a.high, a.approximate), Interval(b.low, b.high, b.approximate), rounding=True
    )


class _Builders(Amounts):
    """Builders for the rules of `grammar/money.lark`."""

    @staticmethod
    def money(amount: Interval, price_year: str | None) -> Money | None:
        if amount.unit is None:
            return None
        old = words.meaning("currencies", "WITHOUT_CODE").get(" ".join(amount.unit.split()))
        currency = old or words.look_up("currencies", "CURRENCY", amount.unit)
        year = _YEAR.search(price_year or "")
        return Money(amount.low, amount.high, currency, int(year[0]) if year else None, amount.approximate)

    @staticmethod
    def short(digits: str, scale: str) -> Figure:
        factor = words.look_up("currencies", "SHORT_SCALE", scale)
        return replace(
            Amounts.digits(digits, None), value=interval.digits_value(digits) * factor, scale=factor
        )
