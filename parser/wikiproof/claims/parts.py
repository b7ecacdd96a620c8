"""What a count is divided into: "12 people (8 civilians and 5 soldiers)", "12 people: eight civilians and …"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from wikiproof.claims.counts import add
from wikiproof.claims.model import Scope
from wikiproof.claims.tokens import letters_of
from wikiproof.role import Role
from wikiproof.values import Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims.candidate import Candidate
    from wikiproof.claims.model import Claim
    from wikiproof.claims.patterns import Match
    from wikiproof.claims.reading import ReadSentence
    from wikiproof.claims.tokens import Tokens

_BESIDE = 4  # characters between a count's noun and the bracket that divides it


def parts_of(read: ReadSentence, tokens: Tokens, match: Match) -> tuple[Count, ...]:
    """The counts in a bracket right behind the match's value or the match, or behind a colon after it."""
    ends = {tokens.ends[match.high - 1], tokens.ends[match.end - 1]}
    for run in read.tokens[1:]:
        if any(0 <= run.starts[0] - end <= _BESIDE for end in ends):
            return tuple(_listed(run, 0))
    at = match.end
    if tokens.letters[at : at + 1] == letters_of("BREAK") and tokens.text(at, at + 1) == ":":
        return tuple(_listed(tokens, at + 1))
    return ()


def joined(told: list[tuple[Candidate, Claim]]) -> Iterator[Claim]:
    """The total of those who died at once and those who died later, told in one sentence.

    "Five people were killed outright, and two more died in hospital" are seven.
    """
    dead = [(candidate, claim) for candidate, claim in told if claim.role is Role.DEATHS]
    for (first, one), (_, other) in pairwise(dead):
        if not isinstance(one.value, Count) or not isinstance(other.value, Count):
            continue
        at_once = first.tokens.has(letters_of("ATONCE"), first.low, first.end + 2)
        if one.scope is Scope.PART and at_once and other.scope is Scope.ADDITION and one.sentence is not None:
            start, end = one.sentence.text.string.find(one.text), one.sentence.text.string.find(other.text)
            end += len(other.text)
            text, span = one.sentence.text.string[start:end], one.sentence.text.locate(start, end)
            total = replace(one, value=add(one.value, other.value), scope=Scope.TOTAL, text=text, span=span)
            yield replace(total, of=None, stops=(*one.stops, *other.stops), whole=True)


def _listed(tokens: Tokens, start: int) -> Iterator[Count]:
    """The counts from a token on, if they make a plain list of people; nothing if it says "including"."""
    found = []
    for index in range(start, len(tokens.letters)):
        letter = tokens.letters[index]
        if letter in letters_of("INCLUDING", "BE", "WHO", "BREAK", "AGO"):
            return
        if letter == letters_of("COUNT"):
            found.append(index)
    for index, following in pairwise([*found, len(tokens.letters)]):
        value = tokens.mentions[index].value
        if isinstance(value, Count):
            yield replace(value, of=tokens.text(index + 1, following) or None)
