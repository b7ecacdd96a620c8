"""Amounts of money."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in units (not cents, not millions) of an ISO 4217 currency; `year` is the price year."""

    low: float
    high: float | None
    currency: str
    year: int | None = None
    approximate: bool = False

    def as_json(self) -> dict[str, Any]:
        raise NotImplementedError
