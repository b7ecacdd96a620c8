"""Points on the Earth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Coordinates:
    """WGS 84 degrees, north and east positive; `precision` is the size in degrees of the last place written."""

    lat: float
    lon: float
    precision: float = 0.0

    def as_json(self) -> dict[str, Any]:
        raise NotImplementedError
