"""The gates a sentence's claim must pass before it may contradict the infobox: the attribution of the design.

Each gate is a module of its own with CODE and NAME. Those with `check(candidate, event)` tell why they stop a claim,
or None; those with `scope(candidate, event)` how much of the whole it covers. G8 widens what the infobox may mean.
When, where and until when the event was is told without patterns; of that `check_date`, `check_place` and `check_end`
ask what the gate asks of a claim.
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
from wikiproof.role import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wikiproof.claims.candidate import Candidate
    from wikiproof.claims.event import Event
    from wikiproof.claims.told import DateTold, EndTold, PlaceTold


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


class Dating(Protocol):
    """A gate that may stop a date."""

    CODE: str

    def check_date(self, told: DateTold) -> str | None:
        """Why the date is not the event's, to follow "it …"; None if it may be."""
        ...


class Placing(Protocol):
    """A gate that may stop a place."""

    CODE: str

    def check_place(self, told: PlaceTold) -> str | None:
        """Why the place is not the event's, to follow "it …"; None if it may be."""
        ...


class Ending(Protocol):
    """A gate that may stop what says that the event ended."""

    CODE: str

    def check_end(self, told: EndTold) -> str | None:
        """Why the event did not end then, to follow "it …"; None if it may have."""
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


DATING: tuple[Dating, ...] = (subject_event, date_anchor, kind, source_frame, modality, comparator)
PLACING: tuple[Placing, ...] = (subject_event, place_anchor, source_frame, comparator)
ENDING: tuple[Ending, ...] = (scope_words, source_frame, modality)


_CLAIM = {gate.CODE for gate in STOPPING} | {gate.CODE for gate in SCOPING}
_ASKED = {
    Role.DATE: {gate.CODE for gate in DATING},
    Role.PLACE: {gate.CODE for gate in PLACING},
    Role.END: {gate.CODE for gate in ENDING},
}


def asked(role: Role) -> list[str]:
    """The codes of the gates that a claim of the text in a role is put through, in the order of their numbers."""
    return sorted(_ASKED.get(role, _CLAIM))


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
    stops = _stopped((gate.CODE, gate.check(candidate, event)) for gate in STOPPING if gate.CODE not in off)
    return Judgement(scope, narrowed_by, stops)


def judge_date(told: DateTold, off: frozenset[str]) -> tuple[Stop, ...]:
    """What stops a date that a sentence names."""
    return _stopped((gate.CODE, gate.check_date(told)) for gate in DATING if gate.CODE not in off)


def judge_place(told: PlaceTold, off: frozenset[str]) -> tuple[Stop, ...]:
    """What stops a place that a sentence names."""
    return _stopped((gate.CODE, gate.check_place(told)) for gate in PLACING if gate.CODE not in off)


def judge_end(told: EndTold, off: frozenset[str]) -> tuple[Stop, ...]:
    """What stops a sentence that says that the event ended."""
    return _stopped((gate.CODE, gate.check_end(told)) for gate in ENDING if gate.CODE not in off)


def _stopped(verdicts: Iterable[tuple[str, str | None]]) -> tuple[Stop, ...]:
    return tuple(Stop(code, reason) for code, reason in verdicts if reason)
