"""What a run does with each page, the same in every process."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from wikiproof.config import Configs
from wikiproof.corpus.filter import Filter

if TYPE_CHECKING:
    from collections.abc import Mapping


def _standard() -> Configs:
    return Configs(isolated=True)


@dataclass(frozen=True, slots=True)
class Job:
    """Which pages are read, which findings are kept, and what one page may cost.

    `configs` are pinned, or of no file. `time_limit` is in seconds, `memory_limit` in bytes beyond what the process
    holds when it starts.
    """

    wanted: Filter = field(default_factory=Filter)
    configs: Configs = field(default_factory=_standard)
    time_limit: float = 30.0
    memory_limit: int = 1_000_000_000

    def identity(self) -> Mapping[str, Any]:
        """What makes another result."""
        return {
            "infoboxes": None if self.wanted.types is None else sorted(self.wanted.types),
            "settings": self.configs.identity(),
            "time_limit": self.time_limit,
            "memory_limit": self.memory_limit,
        }
