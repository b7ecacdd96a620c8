"""G9: a clause that compares the event with another tells of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.tokens import letters_of
from wikiproof.role import Role
from wikiproof.values import Magnitude

if TYPE_CHECKING:
    from wikiproof.claims.candidate import Candidate
    from wikiproof.claims.event import Event
    from wikiproof.claims.told import DateTold, PlaceTold

CODE = "G9"
NAME = "comparator clause"
_SHOCK_BEFORE, _SHOCK_BEHIND = 8, 4  # tokens from a magnitude to the foreshock or aftershock whose it is


def check(candidate: Candidate, event: Event) -> str | None:
    """Stop what follows "deadliest since", "twice the size of" and the like."""
    tokens = candidate.tokens
    at = tokens.last(letters_of("THAN"), candidate.start)
    if candidate.role is Role.MAGNITUDE:
        beside = tokens.letters[max(candidate.low - _SHOCK_BEFORE, 0) : candidate.high + _SHOCK_BEHIND]
        if letters_of("SHOCK") in beside:
            return "is told of a foreshock or aftershock"
        unnamed = isinstance(candidate.value, Magnitude) and candidate.value.scale is None
        if unnamed and letters_of("SCALE") in tokens.letters:
            return "is on another scale"
    if at < 0 or _resumes(candidate):
        return None
    return _compared(tokens.text(at, at + 1))


def check_date(told: DateTold) -> str | None:
    """Stop the date of what the event is compared with."""
    return _compared(told.away("THAN"))


def check_place(told: PlaceTold) -> str | None:
    """Stop the place of what the event is compared with."""
    return _compared(told.away("THAN"))


def _compared(word: str | None) -> str | None:
    return f"follows a comparison (“{word}”)" if word else None


def _resumes(candidate: Candidate) -> bool:
    """Whether the sentence comes back to its own event: "the deadliest attack since 2012, with 61 people dead"."""
    tokens, start = candidate.tokens, candidate.start
    return (
        start > 1
        and tokens.letters[start - 2] in letters_of("COMMA")
        and tokens.text(start - 1, start).lower() == "with"
    )
