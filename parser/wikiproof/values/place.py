"""Places: chains from small to large."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Place:
    """One place and what contains it, smallest first, as written: ("Tessit", "Ménaka Region", "Mali").

    `country` is the ISO 3166-1 alpha-2 code where the chain names a country.
    """

    parts: tuple[str, ...]
    country: str | None = None

    def as_json(self) -> dict[str, Any]:
        raise NotImplementedError
