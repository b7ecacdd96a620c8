"""Names of people, groups and things."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Name:
    """One named thing and the page it links to, if any; `note` is what stands in brackets after it."""

    name: str
    link: str | None = None
    note: str | None = None

    def as_json(self) -> dict[str, Any]:
        raise NotImplementedError
