"""G4: words that make a count a part of the whole, or an addition to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.model import Scope
from wikiproof.claims.tokens import letters_of
from wikiproof.role import Role

if TYPE_CHECKING:
    from wikiproof.claims.candidate import Candidate
    from wikiproof.claims.event import Event
    from wikiproof.claims.told import EndTold

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
    known = (
        value[:2] == letters_of("THE", "COUNT") and tokens.text(low, low + 1).lower() == "the"
    )  # "the 35 dead"
    of_a_kind = any(letter in letters_of("CHILD", "MEMBER", "RANKED") for letter in value)
    return Scope.GROUP if known or of_a_kind or _tells_one(value) or _counts_by_name(value) else Scope.TOTAL


def check_end(told: EndTold) -> str | None:
    """Stop the end of a part: "The first phase of the war ended"."""
    return f"is the end of a part (“{told.part}”)" if told.part else None


def _counts_by_name(value: str) -> bool:
    """Whether no number stands in what is counted: "a guard and a cook", "judges Ann Lee and Bob Ray"."""
    return letters_of("AND") in value and letters_of("COUNT") not in value


def _is_part(candidate: Candidate, value: str) -> bool:
    """After "including" or "of the", with "alone", "outright", "seriously"; and of attackers."""
    tokens, low = candidate.tokens, candidate.low
    return (
        tokens.has(letters_of("INCLUDING", "AMONG_DEAD", "REST"), max(low - 3, 0), candidate.high)
        or tokens.has(letters_of("ALONE"), max(low - _SAME_CLAUSE, 0), candidate.end + _SAME_CLAUSE)
        or tokens.has(letters_of("ATONCE", "WITHIN"), low, candidate.end + 2)
        or tokens.has(letters_of("SEVERITY"), low, candidate.end)
        or tokens.has(letters_of("DETACHMENT"), candidate.start, candidate.end)
        or _is_of_one_shock(candidate)
        or _is_of_attackers(candidate, value)
        or _is_one_alone(candidate, value)
        or value[1:3] == letters_of("OF", "THE")
        or tokens.letters[max(low - 2, 0) : low] == letters_of("COUNT", "OF")  # "40 of 300 inhabitants"
        or (candidate.start == low and tokens.letters[max(low - 2, 0) : low] == letters_of("OF", "THE"))
    )


def _is_of_one_shock(candidate: Candidate) -> bool:
    """Whether the clause tells the magnitude of one of several: "the first, at noon, had a magnitude of 6.1"."""
    if candidate.role is not Role.MAGNITUDE:
        return False
    tokens, low = candidate.tokens, candidate.low
    clause = max(tokens.last(letters_of("BREAK"), low), 0)
    return tokens.has(letters_of("REST"), clause, low)


def _is_of_attackers(candidate: Candidate, value: str) -> bool:
    """Whether it counts attackers only: not "12 people and the gunman"."""
    if letters_of("SUICIDE") == value:
        return True
    if letters_of("ATTACKER") not in value or value.count(letters_of("COUNT")) > 1:
        return False
    victims = letters_of("PERSON", "MEMBER", "RANKED", "CHILD", "OTHERS")
    return letters_of("AND") not in value or not any(letter in victims for letter in value)


def _is_one_alone(candidate: Candidate, value: str) -> bool:
    """Whether it tells of one person among others: "a guard was killed", "killing a guard and …".

    Unlike "a bomb went off, killing a guard", and "an eleventh victim", who adds to the others.
    """
    if not _tells_one(value) or letters_of("ORDINAL") in value:
        return False
    after = candidate.tokens.letters[candidate.end : candidate.end + 1]
    told_apart = (
        candidate.start == candidate.low or letters_of("KILLED") == candidate.tokens.letters[candidate.start]
    )
    return told_apart or (after != "" and after in letters_of("AND", "COMMA"))


def _tells_one(value: str) -> bool:
    """Whether it is one person without a number."""
    return value[:1] == letters_of("THE") and not any(
        letter in letters_of("COUNT", "AND") for letter in value
    )


def _is_addition(candidate: Candidate, value: str) -> bool:
    """After "another" and before "later"; "and 12 others". Of the injured, "another" only tells them from the dead."""
    tokens, low = candidate.tokens, candidate.low
    if letters_of("ORDINAL") in value:
        return True
    if candidate.role is not Role.DEATHS and candidate.follows:
        return False
    later = tokens.text(candidate.low, min(candidate.end + 1, len(tokens.letters)))
    return (
        tokens.has(letters_of("ANOTHER"), max(low - 1, 0), candidate.high)
        or " later" in later
        or (letters_of("OTHERS") in value and tokens.has(letters_of("AND"), max(low - 2, 0), low))
    )
