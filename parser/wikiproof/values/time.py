"""Clock times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Time:
    """A clock time or a span of time: minutes after midnight; `zone` as written ("UTC+1", "local time")."""

    start: int
    end: int
    zone: str | None = None
    approximate: bool = False

    def as_json(self) -> dict[str, Any]:
        raise NotImplementedError
