"""What a rule over several articles is, and what such rules share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from wikiproof.finding import Confidence, Finding, Severity
from wikiproof.rules.base import Described, any_agree, quote
from wikiproof.rules.explanations import explain
from wikiproof.values import Agreement, compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wikiproof.events import Event, Fact, Page, Said
    from wikiproof.source import Position
    from wikiproof.values import Value


_TITLE = re.compile(r"^(?== .+ =$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule's check yields: a fact of an article and one of another that cannot both be right."""

    message: str
    ours: Fact
    theirs: Fact
    severity: Severity | None = None


class Rule(Described, Protocol):
    """A module of this package: one way in which what an article says can contradict another's own event."""

    SEVERITY: Severity
    CONFIDENCE: Confidence

    def check(self, event: Event, said: Said) -> Iterator[Problem]:
        """Every fact said of an event that its own article denies."""
        ...


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding with the article that it is on, which need not be at hand: it tells where its places stand."""

    page: Page
    finding: Finding
    positions: dict[int, Position]

    def position(self, offset: int) -> Position:
        """Where an offset of the finding's primary place stands."""
        return self.positions[offset]


def stamp(rule: Rule, event: Event, said: Said, problem: Problem) -> Placed:
    """A problem as a finding of its rule, on the article whose own event it is."""
    ours, theirs = problem.ours, problem.theirs
    finding = Finding(
        rule.CODE,
        rule.NAME,
        problem.severity or rule.SEVERITY,
        rule.CONFIDENCE,
        problem.message,
        ours.field,
        ours.role,
        ours.spot.location(ours.value),
        (theirs.spot.elsewhere(theirs.value, said.page),),
        explain(ours.value, theirs.value),
    )
    return Placed(event.page, finding, {at.offset: at for at in (ours.spot.start, ours.spot.end)})


def against(said: Said, ours: Fact, theirs: Fact, severity: Severity | None = None) -> Problem:
    """An article's own event and what another says of it."""
    where = f"the infobox says {quote(ours.spot.text)} for {ours.field}"
    if ours.field is None:
        where = f"the {ours.spot.label} says {quote(ours.spot.text)}"
    message = f"{where}, the article {quote(said.page.title)} says of it {quote(theirs.spot.text)}"
    return Problem(message, ours, theirs, severity)


def part_of(said: Said, ours: Fact, theirs: Fact) -> Problem:
    """A whole and one of its parts."""
    where = f"{quote(ours.spot.text)} for {ours.field}" if ours.field else quote(ours.spot.text)
    message = f"the article says {where}, its part {quote(said.page.title)} says {quote(theirs.spot.text)}"
    return Problem(message, ours, theirs)


def agreement(ours: Iterable[Value], theirs: Iterable[Value]) -> Agreement:
    """Whether two facts can both be right in any of their readings."""
    theirs = tuple(theirs)
    return any_agree({compare(a, b) for a in ours for b in theirs})


def split(text: str) -> list[str]:
    """The articles, in the plain rendition, that stand one after the other in a rule's example."""
    return [part for part in _TITLE.split(text) if part.strip()]
