"""The table of events: for each article what it says of its own event, and what it says of those it links to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from wikiproof.events.titles import key
from wikiproof.finding import Elsewhere, Location
from wikiproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.role import Role
    from wikiproof.source import Position
    from wikiproof.values import Value


class How(StrEnum):
    """By what an article says something of the event of another."""

    SENTENCE = "sentence"  # in the clause of its link
    ROW = "row"  # an item of a list or a row of a table that is about it
    PART = "part"  # the article's own event, a part of the other
    BOX = "box"  # an infobox that bears the other's name
    COPY = "copy"  # another article of the same title


@dataclass(frozen=True, slots=True)
class Page:
    """An article by its title and the path it was read from."""

    title: str
    path: str

    @property
    def key(self) -> str:
        """The title that links to it have."""
        return key(self.title)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in an article something stands, what stands there, and a label that says what it is."""

    label: str
    text: str
    start: Position
    end: Position

    def location(self, value: Value) -> Location:
        """The place in a finding of the same article."""
        return Location(self.label, self.text, Span(self.start.offset, self.end.offset), value)

    def elsewhere(self, value: Value, page: Page) -> Location:
        """The place in a finding of another article."""
        span = Span(self.start.offset, self.end.offset)
        there = Elsewhere(page.title, page.path, self.start, self.end)
        return Location(self.label, self.text, span, value, elsewhere=there)


@dataclass(frozen=True, slots=True)
class Fact:
    """What stands at a spot in one role: every value that the words may mean, the first the likeliest.

    `field` is the infobox parameter as written. `partial` says that a count may leave some out: it is of one kind of
    people, or of those of one place or side.
    """

    role: Role
    values: tuple[Value, ...]
    spot: Spot
    field: str | None = None
    partial: bool = False

    @property
    def value(self) -> Value:
        """The likeliest value."""
        return self.values[0]


@dataclass(frozen=True, slots=True)
class Said:
    """What the article `page` says of the event of another: of the page with the title `of`, as linked.

    `facts` stand in one clause or row, or describe one event that is a part of the other.
    """

    page: Page
    of: str
    how: How
    facts: tuple[Fact, ...]
    type: str | None = None

    def in_role(self, role: Role) -> Iterator[Fact]:
        """The facts in a role."""
        return (fact for fact in self.facts if fact.role is role)


@dataclass(frozen=True, slots=True)
class Event:
    """The event that an article is about: the infobox's type, what the article says first, and what else it says.

    `besides` are values that its text gives in a role anywhere, of whatever: with one of them nobody contradicts it.
    """

    page: Page
    type: str | None
    facts: tuple[Fact, ...]
    besides: tuple[tuple[Role, Value], ...] = ()

    def in_role(self, role: Role) -> Iterator[Fact]:
        """What it says first in a role."""
        return (fact for fact in self.facts if fact.role is role)

    def others(self, role: Role) -> tuple[Value, ...]:
        """What else its text gives in a role."""
        return tuple(value for each, value in self.besides if each is role)


@dataclass(frozen=True, slots=True)
class Record:
    """All that an article has for the table: its own event, if it is about one, and what it says of others."""

    page: Page
    event: Event | None
    said: tuple[Said, ...]
