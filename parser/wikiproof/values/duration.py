"""Lengths of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in seconds, with the unit it was written in ("day"), which is its precision."""

    low: float
    high: float
    unit: str
    approximate: bool = False

    def as_json(self) -> dict[str, Any]:
        raise NotImplementedError
