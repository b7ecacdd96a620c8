"""A claim: one thing the article says of its event, where it says it, and whether it may speak."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wikiproof.article import Field, Sentence
    from wikiproof.role import Role
    from wikiproof.source import Span
    from wikiproof.values import Count, Value


class Standing(IntEnum):
    """Where a claim stands, the most telling place first."""

    INFOBOX = 0
    OPENING = 1  # the lead's first paragraph
    LEAD = 2
    EVENT_SECTION = 3
    OTHER_SECTION = 4
    BACKGROUND = 5  # sections that tell of other events: may support, never contradict

    @property
    def label(self) -> str:
        """The place's name for a reader."""
        return _STANDING_LABELS[self]

    @property
    def in_lead(self) -> bool:
        """Whether it stands above the first heading."""
        return self in (Standing.OPENING, Standing.LEAD)


_STANDING_LABELS = {
    Standing.INFOBOX: "infobox",
    Standing.OPENING: "lead",
    Standing.LEAD: "lead",
    Standing.EVENT_SECTION: "section",
    Standing.OTHER_SECTION: "section",
    Standing.BACKGROUND: "section",
}


class Scope(StrEnum):
    """How much of the whole a claim covers."""

    TOTAL = "total"
    GROUP = "group"  # one kind of people: all of them where the text counts no others
    PART = "part"
    ADDITION = "addition"


@dataclass(frozen=True, slots=True)
class Stop:
    """A gate that keeps a claim from contradicting, and why."""

    gate: str
    reason: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one field or sentence says in one role.

    `others` are further readings of the same words that would be just as right ("61 (+3 attackers)" is 61 or
    64). `of` says of whom, as written (of a place: after which preposition), `actor` whose they are ("the
    French lost 700"). `parts` are counts that the words right behind it divide it into, or that it is the sum
    of. `whole` says that the sentence itself calls it all there were ("a total of 52"). A claim from a sentence
    has a `sentence`, one from the infobox a `field`. `retracted` is a number that the sentence itself takes back.
    `narrowed_by` is the gate that found its scope to be less than the whole; `judged` tells whether it went
    through the gates: the infobox does not, nor does what leaves nothing to judge.
    """

    role: Role
    value: Value
    text: str
    span: Span
    standing: Standing
    scope: Scope = Scope.TOTAL
    of: str | None = None
    actor: str | None = None
    others: tuple[Value, ...] = ()
    parts: tuple[Count, ...] = ()
    field: Field | None = None
    sentence: Sentence | None = None
    stops: tuple[Stop, ...] = ()
    narrowed_by: str | None = None
    judged: bool = False
    retracted: bool = False
    whole: bool = False

    @property
    def speaks(self) -> bool:
        """Whether it passed every gate and may contradict; else it may only support."""
        return not self.stops

    @property
    def readings(self) -> tuple[Value, ...]:
        """Every value that would be just as right."""
        return (self.value, *self.others)
