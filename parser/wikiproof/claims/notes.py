"""Who may be counted into a total or left out of it, as `grammar/claims/notes.toml` has it told beside the number."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data, expressions
from wikiproof.claims.counts import add, subtract
from wikiproof.values import Count
from wikiproof.values.mentions import mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims.model import Claim

_ONE = Count(1, 1)
_SEVERAL = 8  # as many at most, where they are not numbered
_NEAR = 40  # characters between a number and what became of those
_ONE_OF = expressions.compile(r"\bone of", re.IGNORECASE)
_DETERMINER = r"(?:the|a|an|all|both|another|his|her|its|their)"


def in_and_out(claim: Claim) -> Claim:
    """A number of a sentence with the readings that count in, or leave out, those whom the sentence tells apart.

    "106 were killed, as was the driver", "71 deaths, including all four gunmen", "137, one having died later".
    """
    if claim.sentence is None or not isinstance(claim.value, Count):
        return claim
    string = claim.sentence.text.string
    start = string.find(claim.text)
    if start < 0:
        return claim
    apart = dict.fromkeys((*_beside(string[start + len(claim.text) :]), *_died_later(string)))
    more = tuple(way(claim.value, count) for count in apart for way in (add, subtract))
    return replace(claim, others=(*claim.others, *more)) if more else claim


def noted(total: Count, part: Count) -> Iterator[Count]:
    """The total of a field without a part that its note tells apart: "107 (including the driver)"."""
    of = (part.of or "").lower()
    if note_words("one").fullmatch(of) or note_words("later").match(of) or note_words("apart").search(of):
        yield subtract(total, part)


def unnumbered(total: Count, string: str) -> Iterator[Count]:
    """The total of a field with and without those whom its note does not number: "67 (excluding the gunmen)"."""
    if "(" in string and _unnumbered().search(string):
        yield add(total, Count(1, _SEVERAL))
        if total.low > 1:
            yield Count(max(total.low - _SEVERAL, 0), max((total.high or total.low) - 1, 0))


def names_a_source(string: str) -> bool:
    """Whether a note in brackets says whose number a field gives: "245 dead (Danish count)"."""
    notes = re.findall(r"\(([^()]* [^()]*)\)", string.lower())  # "(estimate)" alone names none
    return any(note_words("source").search(note) for note in notes)


def _beside(after: str) -> Iterator[Count]:
    """The numbers of those whom the words behind a number add to it or say to be in it."""
    if _one().search(after):
        yield _ONE
    for mention in mentions(after):
        value = mention.value
        if not isinstance(value, Count) or not value.exact or not _led_to().search(after, 0, mention.start):
            continue
        if _several().match(after, mention.end):
            yield replace(value, of=None)


def _died_later(string: str) -> Iterator[Count]:
    later = note_words("later").search(string)
    if later is None:
        return
    if _ONE_OF.search(string, max(later.start() - _NEAR, 0), later.start()):
        yield _ONE
    for mention in mentions(string):
        if (
            isinstance(mention.value, Count)
            and mention.value.exact
            and 0 < later.start() - mention.end <= _NEAR
        ):
            yield replace(mention.value, of=None)


@cache
def note_words(kind: str) -> re.Pattern[str]:
    """What finds the words of a kind in text in lower case."""
    return expressions.compile(rf"\b(?:{_any(kind)})(?!\w)")


def _any(kind: str) -> str:
    words = sorted(data.table("grammar", "claims", "notes.toml")[kind]["words"], key=len, reverse=True)
    return "|".join(map(re.escape, words))


@cache
def _one() -> re.Pattern[str]:
    return expressions.compile(
        rf"\b(?:{_any('beside')}) {_DETERMINER} (?:[\w’'-]+ ){{0,2}}(?:{_any('one')})\b(?!')"
    )


@cache
def _led_to() -> re.Pattern[str]:
    return expressions.compile(rf"\b(?:{_any('beside')})(?: {_DETERMINER}| of)* $")


@cache
def _several() -> re.Pattern[str]:
    return expressions.compile(rf" (?:[\w’'-]+ ){{0,2}}(?:{_any('several')}|{_any('one')})\b")


@cache
def _unnumbered() -> re.Pattern[str]:
    return expressions.compile(rf"\b(?:{_any('beside')})(?: {_DETERMINER})? (?:{_any('several')})\b")
