"""The gates a sentence's claim must pass before it may contradict the infobox: the attribution of the design.

Each gate is a module of its own with CODE and NAME. Those with `check(candidate, event)` tell why they stop a claim,
or None; those with `scope(candidate, event)` how much of the whole it covers. G8 widens what the infobox may mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from wikiproof.claims.gates import (
    comparator,
    date_anchor,
    including_perpetrators,
    kind,
    modality,
    place_anchor,
    scope_words,
    source_frame,
    subject_event,
)
from wikiproof.claims.model import Scope, Stop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims.candidate import Candidate
    from wikiproof.claims.event import Event


class Stopping(Protocol):
    """A gate that may stop a claim."""

    CODE: str

    def check(self, candidate: Candidate, event: Event) -> str | None:
        """Why the claim may not speak for the event, to follow "the claim …"; None if it may."""
        ...


class Scoping(Protocol):
    """A gate that may find that a claim covers less than the whole, or more is to be added to it."""

    CODE: str

    def scope(self, candidate: Candidate, event: Event) -> Scope:
        """How much of the whole the claim covers."""
        ...


# In the order of their numbers, which is that of the design.
NAMES = {
    gate.CODE: gate.NAME
    for gate in (
        subject_event, date_anchor, place_anchor, scope_words, kind, source_frame, modality,
        including_perpetrators, comparator,
    )
}  # fmt: skip
STOPPING: tuple[Stopping, ...] = (subject_event, date_anchor, kind, source_frame, modality, comparator)
SCOPING: tuple[Scoping, ...] = (scope_words, place_anchor, date_anchor)  # the first that narrows decides


@dataclass(frozen=True, slots=True)
class Judgement:
    """How much of the whole a claim covers, the gate that says so, and every gate that stops it."""

    scope: Scope
    narrowed_by: str | None
    stops: tuple[Stop, ...]


def judge(candidate: Candidate, event: Event, off: frozenset[str] = frozenset()) -> Judgement:
    """Put a candidate through all gates but those that are `off`."""
    scope, narrowed_by = Scope.TOTAL, None
    for gate in SCOPING:
        if gate.CODE not in off:
            scope = gate.scope(candidate, event)
            if scope is not Scope.TOTAL:
                narrowed_by = gate.CODE
                break
    return Judgement(scope, narrowed_by, tuple(_stops(candidate, event, off)))


def _stops(candidate: Candidate, event: Event, off: frozenset[str]) -> Iterator[Stop]:
    for gate in STOPPING:
        reason = None if gate.CODE in off else gate.check(candidate, event)
        if reason:
            yield Stop(gate.CODE, reason)
