"""Whether a sentence itself says that it counts all: "a total of 52", "the attack killed 52", "the death toll"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data, expressions
from wikiproof.claims.tokens import letters_of

if TYPE_CHECKING:
    from wikiproof.claims.tokens import Tokens

_BESIDE = 24  # characters behind the claim in which "in all" may stand


def says_total(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the claim in tokens `start` to `end` is said to be all there were.

    It is not where the sentence begins with a place or a day that it may count for alone.
    """
    if tokens.has(letters_of("SOLE_DEATH"), start, end):
        return True
    first, last = tokens.starts[start], tokens.ends[end - 1]
    lower = tokens.string.lower()
    if begins_with_a_place(lower):
        return False
    return (
        _words("total").match(lower) is not None
        or any(first - found.end() <= 2 for found in _words("total").finditer(lower, 0, first))
        or _words("total").search(lower, last, last + _BESIDE) is not None
        or tokens.has(letters_of("TOLL"), start, end)
        or _is_the_event(tokens, start)
    )


def begins_with_a_place(sentence: str) -> bool:
    """Whether a sentence begins with a place or a day that its number may count for alone ("In the old port, …")."""
    lower = sentence.lower()
    return _words("placed").match(lower) is not None and _words("total").match(lower) is None


def names_a_total(sentence: str) -> bool:
    """Whether a sentence has the words for it: "the explosion killed seven" may tell of one of several."""
    return _words("total").search(sentence.lower()) is not None


def is_of_then(sentence: str) -> bool:
    """Whether a sentence says that its number is of one time: "12 people were killed that night"."""
    return _words("then").search(sentence.lower()) is not None


def tells_of_more(sentence: str) -> bool:
    """Whether a sentence says that a toll grew: "It rose to 51", "Two succumbed to their injuries"."""
    return _words("more").search(sentence.lower()) is not None


def names_a_site(before: str) -> bool:
    """Whether the clause before a number says at which place it was: "The attack at the station killed"."""
    return _words("site").search(before.lower().rpartition(",")[2]) is not None


def place_named(sentence: str, at: int) -> str | None:
    """The first word of the place that is named right behind a number: "killed 15 people in Floria"."""
    words = "|".join(data.table("grammar", "claims", "totals.toml")["where"]["words"])
    named = expressions.compile(rf",? (?:{words}) (?:the )?([A-Z][\w'’-]+)").match(sentence, at)
    return named[1] if named else None


def _is_the_event(tokens: Tokens, start: int) -> bool:
    """Whether the words before are just the event: "The attack killed", "This bombing left"."""
    before = tokens.letters[:start]
    event = before[-1:] and before[-1] in letters_of("EVENT", "MASSACRE", "BOMB")
    return bool(event) and before[0] in letters_of("THE") and 2 <= len(before) <= 3


@cache
def _words(kind: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, data.table("grammar", "claims", "totals.toml")[kind]["words"]))
    return expressions.compile(rf"\b(?:{words})\b,?(?: an?)?(?: estimated| about| around)?")
