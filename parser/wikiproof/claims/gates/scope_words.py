"""G4: words that make a count a part of the whole, or an addition to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.model import Scope
from wikiproof.claims.tokens import letters_of
from wikiproof.role import Role

if TYPE_CHECKING:
    from wikiproof.claims.candidate import Candidate


def scope(candidate: Candidate) -> Scope:
    """Part after "including" and before "alone", addition after "another"; a group of children or attackers."""
    tokens, low = candidate.tokens, candidate.low
    near = max(low - 3, 0)
    if tokens.has(letters_of("INCLUDING", "REST"), near, candidate.high):
        return Scope.PART
    if tokens.has(letters_of("ALONE"), candidate.end, candidate.end + 6):
        return Scope.PART
    if tokens.has(letters_of("ATONCE", "WITHIN"), candidate.low, candidate.end + 2):
        return Scope.PART
    value = tokens.letters[low : candidate.high]
    if any(letter in letters_of("ATTACKER") for letter in value):
        return Scope.PART
    if value[1:3] == letters_of("OF", "THE"):
        return Scope.PART
    if candidate.role is Role.DEATHS or not candidate.follows:
        if tokens.has(letters_of("ANOTHER"), max(low - 1, 0), candidate.high):
            return Scope.ADDITION
        if letters_of("OTHERS") in value and tokens.has(letters_of("AND"), max(low - 2, 0), low):
            return Scope.ADDITION
    return Scope.GROUP if any(letter in letters_of("CHILD") for letter in value) else Scope.TOTAL
