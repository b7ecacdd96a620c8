"""Measured quantities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


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
        raise NotImplementedError
