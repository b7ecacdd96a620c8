"""What a rule reports: one sentence and the places it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from wikiproof.role import Role
    from wikiproof.source import Position, Span
    from wikiproof.values import Value


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


class State(StrEnum):
    """What an edit did with a finding."""

    NEW = "new"  # the edit introduced it
    UNCHANGED = "unchanged"  # it was there before
    REPAIRED = "repaired"  # it is gone: its places are in the article as it was before


class Positions(Protocol):
    """What tells where offsets of an article stand for a reader: its source."""

    def position(self, offset: int) -> Position:
        """Line and column of an offset."""
        ...


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another article that a place is in, and where in it the place begins and ends."""

    title: str | None
    path: str
    start: Position
    end: Position


@dataclass(frozen=True, slots=True)
class Location:
    """One of the places: what stands there, and a label that says what it is.

    `value` is what the words there were read as, where they were; `changed` says of a finding that an edit
    introduced whether the edit changed the field or sentence that the place is in. `elsewhere` is set where the
    place, and so its `span`, is in another article than the finding.
    """

    label: str
    text: str
    span: Span
    value: Value | None = None
    changed: bool | None = None
    elsewhere: Elsewhere | None = None

    def start(self, source: Positions) -> Position:
        """Where it begins; `source` is that of the finding's article."""
        return self.elsewhere.start if self.elsewhere else source.position(self.span.start)

    def end(self, source: Positions) -> Position:
        """Where it ends."""
        return self.elsewhere.end if self.elsewhere else source.position(self.span.end)

    def path(self, own: str) -> str:
        """The path of the article it is in; `own` is that of the finding's."""
        return self.elsewhere.path if self.elsewhere else own


@dataclass(frozen=True, slots=True)
class Finding:
    """Two places that cannot both be right, or one that cannot be right alone.

    `field` is the parameter as written; `message` is one sentence that names both values and never says
    which of them is right. `explanation` says in a few words how the two resemble each other, where they do.
    `state` is None unless an edit is looked at.
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
    state: State | None = None

    @property
    def places(self) -> tuple[Location, ...]:
        """Every place it speaks of, the primary one first."""
        return (self.primary, *self.related)

    @property
    def order(self) -> tuple[int, int, str, str]:
        """Sort key within an article: position, then code, then message."""
        return (self.primary.span.start, self.primary.span.end, self.code, self.message)
