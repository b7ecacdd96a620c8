"""Counts of people or things: intervals with a qualifier and a noun."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from wikiproof.values import grammar, interval
from wikiproof.values.interval import Amounts, Interval
from wikiproof.values.words import plain

if TYPE_CHECKING:
    from wikiproof.values.base import Agreement

Part = Literal["total", "part", "addition"]


@dataclass(frozen=True, slots=True)
class Count:
    """How many. `high` is None without an upper bound; an exact count has low == high.

    `approximate` is what the writer said ("about 500": low = high = 500); the tolerance belongs to the
    comparison. `of` is the words that say of whom or what, as written ("soldiers", "civilians killed").
    `part` tells how the count relates to the total before it in a list: a "part" is included in it
    ("64 (including 3 attackers)"), an "addition" comes on top ("61 (+3 attackers)"); a "total" stands for
    itself ("7 soldiers, 3 attackers"). `low` is greater than `high` only where the text says so ("60 to 40").
    """

    low: int
    high: int | None
    approximate: bool = False
    of: str | None = None
    part: Part = "total"

    @property
    def exact(self) -> bool:
        """Whether it says one number and means it."""
        return self.low == self.high and not self.approximate

    def as_json(self) -> dict[str, Any]:
        """The value as JSON data, `kind` first; see `schema/value.schema.json`."""
        document: dict[str, Any] = {
            "kind": "count",
            "low": self.low,
            "high": self.high,
            "approximate": self.approximate,
            "of": self.of,
        }
        return document if self.part == "total" else document | {"part": self.part}


@lru_cache(4096)
def read(string: str) -> Count | None:
    """One count: "at least 40 civilians"; None for anything else, also for a list of counts."""
    if (
        string.isascii() and string.isdigit() and len(string) <= 15
    ):  # most are bare digits, and need no grammar
        return Count(int(string), int(string))
    parsed: _Count | None = grammar.parse("count", _Builders, plain(string))
    return parsed.count(string) if parsed else None


def compare(a: Count, b: Count) -> Agreement:
    """Whether both can be right; who is counted is for the caller to judge."""
    return interval.compare(
        Interval(a.low, a.high, a.approximate), Interval(b.low, b.high, b.approximate), step=1
    )


@dataclass(frozen=True, slots=True)
class _Count:
    """A count as parsed; `of` are the offsets of its noun."""

    amount: Interval
    of: tuple[int, int] | None

    def count(self, string: str) -> Count | None:
        low, high = self.amount.low, self.amount.high
        if not all(each == int(each) <= interval.LARGEST_EXACT for each in (low, high) if each is not None):
            return None
        if self.amount.strict:
            # Nobody means one more than a round thousand.
            step = 1 if (low or high or 0) % 1000 else 0
            low, high = (low + step, None) if high is None else (low, max(high - step, low))
        of = string[slice(*self.of)].strip(" :") if self.of else None
        return Count(int(low), None if high is None else int(high), self.amount.approximate, of or None)


class _Builders(Amounts):
    @staticmethod
    def amount(label: Any, amount: Interval, noun: Any) -> _Count:
        return _Count(amount, _offsets(noun or label))

    @staticmethod
    def none(label: Any, noun: Any) -> _Count:
        return _Count(Interval(0, 0), _offsets(noun or label))

    @staticmethod
    def both(label: Any, noun: Any) -> _Count:
        return _Count(Interval(2, 2), _offsets(noun or label))

    @staticmethod
    def single(label: Any, noun: Any) -> _Count:
        return _Count(Interval(1, 1), _offsets(noun or label))


def _offsets(token: Any) -> tuple[int, int] | None:
    return token and (token.start_pos, token.end_pos)
