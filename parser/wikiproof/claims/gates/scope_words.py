"""G4: words that make a count a part of the whole, or an addition to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.model import Scope
from wikiproof.claims.tokens import letters_of
from wikiproof.role import Role

if TYPE_CHECKING:
    from wikiproof.claims.candidate import Candidate
    from wikiproof.claims.event import Event

CODE = "G4"
NAME = "scope words"
_SAME_CLAUSE = 6  # tokens


def scope(candidate: Candidate, event: Event) -> Scope:
    """Part, addition or group by the words in the claim and right beside it; what stands in a bracket is a part."""
    tokens, low, high = candidate.tokens, candidate.low, candidate.high
    value = tokens.letters[low:high]
    if _is_part(candidate, value):
        return Scope.PART
    if _is_addition(candidate, value):
        return Scope.ADDITION
    if tokens.bracketed:
        return Scope.PART
    known = value[:1] == letters_of("THE") and tokens.text(low, low + 1).lower() == "the"  # "the 35 dead"
    return (
        Scope.GROUP
        if known or any(letter in letters_of("CHILD", "MEMBER", "RANKED") for letter in value)
        else Scope.TOTAL
    )


def _is_part(candidate: Candidate, value: str) -> bool:
    """After "including" or "of the", with "alone", "outright", "seriously"; and of attackers."""
    tokens, low = candidate.tokens, candidate.low
    return (
        tokens.has(letters_of("INCLUDING", "REST"), max(low - 3, 0), candidate.high)
        or tokens.has(letters_of("ALONE"), max(low - _SAME_CLAUSE, 0), candidate.end + _SAME_CLAUSE)
        or tokens.has(letters_of("ATONCE", "WITHIN"), low, candidate.end + 2)
        or tokens.has(letters_of("SEVERITY"), low, candidate.end)
        or tokens.has(letters_of("DETACHMENT"), candidate.start, candidate.end)
        or (letters_of("ATTACKER") in value and value.count(letters_of("COUNT")) < 2)
        or value[1:3] == letters_of("OF", "THE")
        or tokens.letters[max(low - 2, 0) : low] == letters_of("COUNT", "OF")  # "40 of 300 inhabitants"
        or (candidate.start == low and tokens.letters[max(low - 2, 0) : low] == letters_of("OF", "THE"))
    )


def _is_addition(candidate: Candidate, value: str) -> bool:
    """After "another" and before "later"; "and 12 others". Of the injured, "another" only tells them from the dead."""
    tokens, low = candidate.tokens, candidate.low
    if candidate.role is not Role.DEATHS and candidate.follows:
        return False
    later = tokens.text(candidate.low, min(candidate.end + 1, len(tokens.letters)))
    return (
        tokens.has(letters_of("ANOTHER"), max(low - 1, 0), candidate.high)
        or " later" in later
        or (letters_of("OTHERS") in value and tokens.has(letters_of("AND"), max(low - 2, 0), low))
    )
