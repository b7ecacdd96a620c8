"""Counts of people or things: intervals with a qualifier and a noun."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Count:
    """How many. `high` is None without an upper bound; an exact count has low == high.

    `approximate` is what the writer said ("about 500": low = high = 500); the tolerance belongs to the
    comparison. `of` is the words that say of whom or what, as written ("soldiers", "killed", "civilians killed").
    """

    low: int
    high: int | None
    approximate: bool = False
    of: str | None = None

    @property
    def exact(self) -> bool:
        """Whether it says one number and means it."""
        return self.low == self.high and not self.approximate

    def as_json(self) -> dict[str, Any]:
        raise NotImplementedError
