"""Magnitudes of earthquakes, tornadoes, eruptions and storms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Magnitude:
    """A number on a scale: "Mw", "ML", "Ms", "EF", "VEI", …; `scale` is None where none is named."""

    low: float
    high: float
    scale: str | None = None

    def as_json(self) -> dict[str, Any]:
        raise NotImplementedError
