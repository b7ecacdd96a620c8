"""What a run does with each page, the same in every process."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from wikiproof.corpus.filter import Filter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wikiproof.finding import Severity


@dataclass(frozen=True, slots=True)
class Job:
    """Which pages are read, which rules run (by code, None for those on by default), and what one page may cost.

    `time_limit` is in seconds, `memory_limit` in bytes beyond what the process holds when it starts.
    """

    wanted: Filter = field(default_factory=Filter)
    rules: tuple[str, ...] | None = None
    min_severity: Severity | None = None
    time_limit: float = 30.0
    memory_limit: int = 1_000_000_000

    def identity(self) -> Mapping[str, Any]:
        """What makes another result."""
        return {
            "infoboxes": None if self.wanted.types is None else sorted(self.wanted.types),
            "rules": self.rules,
            "min_severity": None if self.min_severity is None else str(self.min_severity),
            "time_limit": self.time_limit,
            "memory_limit": self.memory_limit,
        }
