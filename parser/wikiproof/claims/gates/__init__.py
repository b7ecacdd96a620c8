"""The gates a sentence's claim must pass before it may contradict the infobox.

Each gate is a module with its CODE and `check(candidate, event)`: the reason it stops the claim, or None.
`scope` modules tell instead how much of the whole a claim covers. The numbers are those of the design.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from wikiproof.claims.gates import (
    comparator,
    date_anchor,
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


class Gate(Protocol):
    """A module that may stop a claim."""

    CODE: str

    def check(self, candidate: Candidate, event: Event) -> str | None:
        """Why the claim may not speak for the event; None if this gate lets it pass."""
        ...


GATES: tuple[Gate, ...] = (subject_event, date_anchor, kind, source_frame, modality, comparator)


def judge(candidate: Candidate, event: Event) -> tuple[Scope, tuple[Stop, ...]]:
    """How much of the whole a candidate covers, and every gate that stops it."""
    scope = scope_words.scope(candidate)
    for anchor in (place_anchor, date_anchor):
        if scope is Scope.TOTAL:
            scope = anchor.scope(candidate, event)
    return scope, tuple(_stops(candidate, event))


def _stops(candidate: Candidate, event: Event) -> Iterator[Stop]:
    for gate in GATES:
        reason = gate.check(candidate, event)
        if reason:
            yield Stop(gate.CODE, reason)
