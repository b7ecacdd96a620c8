"""What a rule reports: one sentence and the places it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wikiproof.role import Role
    from wikiproof.source import Span


class Severity(IntEnum):
    """How much a finding matters if it is right."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Confidence(IntEnum):
    """How sure the rule is that it read both places right."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Location:
    """One of the places: what stands there, and a label that says what it is."""

    label: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """Two places that cannot both be right, or one that cannot be right alone.

    `field` is the parameter as written; `message` is one sentence that names both values and never says
    which of them is right. `explanation` says in a few words how the two resemble each other, where they do.
    """

    code: str
    name: str
    severity: Severity
    confidence: Confidence
    message: str
    field: str | None
    role: Role | None
    primary: Location
    related: tuple[Location, ...] = ()
    explanation: str | None = None

    @property
    def order(self) -> tuple[int, int, str, str]:
        """Sort key within an article: position, then code, then message."""
        return (self.primary.span.start, self.primary.span.end, self.code, self.message)
