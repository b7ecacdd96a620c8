"""Counts told in parts: "two officers and a civilian", "the mayor and 12 others", "Ann Lee and Bob Ray"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.claims.tokens import letters_of
from wikiproof.values import Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims.tokens import Tokens

_ONE = Count(1, 1)


def counted(tokens: Tokens, low: int, high: int) -> list[Count]:
    """The counts between two tokens, each of those it counts; empty where no number tells one ("the guards")."""
    found = []
    for start, end in _items(tokens, low, high):
        numbers = [i for i in range(start, end) if i in tokens.mentions]
        for at, following in pairwise([*numbers, end]):
            value = tokens.mentions[at].value
            if isinstance(value, Count):
                found.append(replace(value, of=tokens.text(at + 1, following) or None))
        if not numbers:
            if not _is_one(tokens, start, end):
                return []
            found.append(replace(_ONE, of=tokens.text(start, end)))
    return found


def _items(tokens: Tokens, low: int, high: int) -> Iterator[tuple[int, int]]:
    """What stands between commas and "and"."""
    between = letters_of("COMMA", "AND")
    start = low
    for index in range(low, high + 1):
        if index == high or tokens.letters[index] in between:
            if start < index:
                yield start, index
            start = index + 1


def _is_one(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words name one person: "a civilian", "the mayor", "himself", "officer Ann Lee"."""
    if tokens.letters[end - 1] in letters_of("NAME", "HIM", "SUICIDE"):
        return True
    first, last = tokens.text(start, start + 1).lower(), _noun(tokens, start, end)
    return (
        tokens.letters[start] == letters_of("THE")
        and first not in _plurals("before")
        and not _is_plural(last)
    )


def _noun(tokens: Tokens, start: int, end: int) -> str:
    """The word that says who: the last before "of"."""
    of = tokens.letters.find(letters_of("OF"), start, end)
    last = of if of > start else end
    return tokens.text(last - 1, last).lower()


def _is_plural(word: str) -> bool:
    return any(map(word.endswith, _plurals("endings"))) or word in _plurals("nouns")


@cache
def _plurals(kind: str) -> frozenset[str]:
    return frozenset(data.table("grammar", "claims", "plurals.toml")[kind]["words"])
