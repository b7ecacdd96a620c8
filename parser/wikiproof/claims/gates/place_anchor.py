"""G3: a place in the clause that is only one of the event's places makes the claim a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.model import Scope
from wikiproof.claims.tokens import letters_of
from wikiproof.values import gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims.candidate import Candidate
    from wikiproof.claims.event import Event

CODE = "G3"
NAME = "place anchor"


def scope(candidate: Candidate, event: Event) -> Scope:
    """Part, if the claim names a place that is not the event's, or only one of several.

    "Eight people in South Africa died", and "thirty were killed in Tadjalalt" of five villages. Where the clause names
    none, the village that the paragraph named last holds.
    """
    sites = {gazetteer.fold(part) for place in event.places for part in place.parts}
    inside = set(_named(candidate, candidate.low, candidate.end))
    if inside and not inside & sites:
        return Scope.PART
    if not inside and candidate.tokens.has(letters_of("IN"), candidate.low, candidate.end):
        return Scope.PART  # "four motorists on the bridge"
    smallest = {gazetteer.fold(place.parts[0]) for place in event.places if place.parts}
    after = next(_named(candidate, candidate.end, len(candidate.tokens.letters)), None)
    if len(smallest) < 2 or _joined(candidate, smallest):
        return Scope.TOTAL
    one = after in smallest or len(inside & smallest) == 1
    carried = not inside and after is None and len(candidate.anchors.sites(smallest)) == 1
    return Scope.PART if one or carried else Scope.TOTAL


def _joined(candidate: Candidate, names: set[str]) -> bool:
    """Whether the words behind the claim name several of the places for the one count ("in A, B and C")."""
    tokens = candidate.tokens
    count = letters_of("COUNT")
    end = tokens.letters.find(count, candidate.end)
    words = gazetteer.fold(tokens.text(candidate.end, end if end >= 0 else len(tokens.letters)))
    return sum(name in words for name in names) > 1


def _named(candidate: Candidate, start: int, end: int) -> Iterator[str]:
    """The folded names after "in", "at", "near" and the like between two tokens."""
    tokens = candidate.tokens
    for index in range(start, end - 1):
        if tokens.letters[index] in letters_of("IN") and tokens.letters[index + 1] in letters_of("NAME"):
            last = index + 2
            while last < end and tokens.letters[last] in letters_of("NAME"):
                last += 1
            yield gazetteer.fold(tokens.text(index + 1, last))
