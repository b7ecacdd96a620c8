"""What a count is divided into: "12 people (8 civilians and 5 soldiers)", "12 people: eight civilians and …".

Also behind a comma: "12 people, eight civilians and five soldiers".
"""

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
    from collections.abc import Iterator, Sequence

    from wikiproof.claims.candidate import Candidate
    from wikiproof.claims.model import Claim
    from wikiproof.claims.patterns import Match
    from wikiproof.claims.reading import ReadSentence
    from wikiproof.claims.tokens import Tokens

_PEOPLE = ("PERSON", "MEMBER", "RANKED", "ATTACKER", "CHILD", "PASSENGER", "CREW")
_ANYBODY = ("people", "persons", "others")
_WORDS = ("WORD", "NAME", "FORCE")
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
    if tokens.letters[at : at + 1] == letters_of("COMMA"):
        return tuple(_listed(tokens, at + 1, _end_of_apposition(tokens, at + 1)))
    return ()


def _end_of_apposition(tokens: Tokens, start: int) -> int:
    """Where a list of people right behind a comma ends: "12 people, eight civilians and five soldiers".

    It names people behind each of its counts and closes with "and"; else it is none, and ends where it starts.
    """
    people, linking = letters_of(*_PEOPLE), letters_of("COMMA", "AND")
    end = start
    while end < len(tokens.letters) and tokens.letters[end] in people + linking + letters_of(
        "COUNT", *_WORDS
    ):
        end += 1
    last = len(tokens.letters[start:end].rstrip(linking)) + start
    if end < len(tokens.letters) and letters_of("COMMA") not in tokens.letters[last:end]:
        return start
    stretch = tokens.letters[start:last]
    before, *items = stretch.split(letters_of("COUNT"))
    closes = len(items) > 1 and stretch[stretch.rfind(letters_of("COUNT")) - 1] == letters_of("AND")
    return last if not before and closes and all(set(item) & set(people) for item in items) else start


def is_divided(counts: Sequence[Count]) -> bool:
    """Whether the first of several counts is the whole of the others: "12 people, 8 civilians and 5 soldiers"."""
    if len(counts) < 3 or counts[0].of not in _ANYBODY:
        return False
    whole, *parts = counts
    return whole.exact and all(part.low < whole.low for part in parts)


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


def _listed(tokens: Tokens, start: int, end: int | None = None) -> Iterator[Count]:
    """The counts from a token on, up to another, if they are a plain list; nothing if it says "including"."""
    found = []
    end = len(tokens.letters) if end is None else end
    for index in range(start, end):
        letter = tokens.letters[index]
        if letter in letters_of("INCLUDING", "BE", "WHO", "BREAK", "AGO"):
            return
        if letter == letters_of("COUNT"):
            found.append(index)
    for index, following in pairwise([*found, end]):
        value = tokens.mentions[index].value
        if isinstance(value, Count):
            yield replace(value, of=tokens.text(index + 1, following) or None)
