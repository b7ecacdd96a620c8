"""Plain numbers, ordinals, fractions and percentages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Number:
    """A number that counts nothing; `unit` is "%" for a percentage, "ordinal" for "3rd", else None."""

    low: float
    high: float
    unit: str | None = None
    approximate: bool = False

    def as_json(self) -> dict[str, Any]:
        raise NotImplementedError
