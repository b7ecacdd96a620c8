"""G3: a place in the clause that is only one of the event's places makes the claim a part."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.claims.model import Scope
from wikiproof.claims.tokens import letters_of
from wikiproof.claims.told import TELLS
from wikiproof.values import Count, Magnitude, gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims.candidate import Candidate
    from wikiproof.claims.event import Event
    from wikiproof.claims.told import PlaceTold

CODE = "G3"
NAME = "place anchor"
_NEAR = 8  # tokens before a place that may make it another's


def scope(candidate: Candidate, event: Event) -> Scope:
    """Part, if the claim names a place that is not the event's, or only one of several.

    "Eight people in South Africa died", and "thirty were killed in Tadjalalt" of five villages. Where the clause names
    none, the village that the paragraph named last holds.
    """
    if isinstance(candidate.value, Magnitude):
        return Scope.TOTAL  # a shock has one, wherever it is felt
    sites = {gazetteer.fold(part) for place in event.places for part in place.parts}
    inside = set(_named(candidate, candidate.low, candidate.end))
    if inside and not inside & sites:
        return Scope.PART
    counts = isinstance(candidate.value, Count)  # "$4 million in damage" names no place
    if counts and not inside and candidate.tokens.has(letters_of("IN"), candidate.low, candidate.end):
        return Scope.PART  # "four motorists on the bridge"
    smallest = {gazetteer.fold(place.parts[0]) for place in event.places if place.parts}
    after = next(_named(candidate, candidate.end, len(candidate.tokens.letters)), None)
    if len(smallest) < 2 or _joined(candidate, smallest):
        return Scope.TOTAL
    one = after in smallest or len(inside & smallest) == 1
    carried = not inside and after is None and len(candidate.anchors.sites(smallest)) == 1
    return Scope.PART if one or carried else Scope.TOTAL


def check_place(told: PlaceTold) -> str | None:
    """Stop one end of a way ("from Gao to", "a flight between"), an owner, and where someone is "based".

    A place in the title is the event's even so: "the consulate in Kelmar" of "Kelmar bombing".
    """
    tokens, start, end = told.tokens, told.mention.start, told.mention.end
    if not (told.first or told.titled or tokens.has(letters_of(*TELLS))):
        return "stands in a sentence that does not tell what happened"
    if told.mention.preposition == "between" and (
        not told.small or _patterns().between.search(tokens.string, 0, start)
    ):
        return "is one of two that something was between"
    if tokens.string[end : end + 2] in ("'s", "’s"):
        return "is whose something is"
    if _patterns().route.search(tokens.string, 0, start):
        return "is on a way from one place to another"
    before = bisect_left(tokens.starts, start)
    first = max(before - _NEAR, tokens.last(letters_of("COMMA"), before) + 1, 0)
    away = letters_of(*(("FROM", "CAUSE") if told.titled else ("ELSEWHERE", "FROM", "CAUSE")))
    word = next((i for i in range(first, before) if tokens.letters[i] in away), None)
    return None if word is None else f"follows “{tokens.text(word, word + 1)}”"


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


class _Patterns:
    """What of `grammar/claims/locating.toml` leads away from the event's place, as patterns."""

    def __init__(self) -> None:
        words = data.table("grammar", "claims", "locating.toml")
        self.between = re.compile(rf"\b(?i:{'|'.join(words['between']['words'])})\b[^;]*\bbetween\b")
        ends, inner = ("|".join(words["route"][kind]) for kind in ("words", "inner"))
        within = "|".join((*words["route"]["within"], *words["route"]["inner"], *words["route"]["words"]))
        capital = r"[A-Z][\w'’.-]*"
        self.route = re.compile(
            rf"\b(?:{ends}) (?:the )?{capital},? (?:(?:{capital}|{within}),? )*(?:(?:{inner}) )?(?:the )?$"
        )


@cache
def _patterns() -> _Patterns:
    return _Patterns()
