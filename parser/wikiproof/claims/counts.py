"""Arithmetic and meaning of counts: sums, and whom their nouns speak of."""

from __future__ import annotations

import re
from functools import cache

from wikiproof.claims.words import words
from wikiproof.role import Role
from wikiproof.values import Count

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ROLES = {
    "KILLED": Role.DEATHS, "DIED": Role.DEATHS, "DEAD": Role.DEATHS, "DEATHS": Role.DEATHS,
    "INJURED": Role.INJURIES, "INJURIES": Role.INJURIES,
    "MISSING": Role.MISSING, "DISPLACED": Role.DISPLACED, "EVACUATED": Role.EVACUATED, "ABDUCTED": Role.DISPLACED,
    "CAPTURED": Role.CAPTURED, "ARRESTED": Role.ARRESTS,
}  # fmt: skip


def add(a: Count, b: Count) -> Count:
    """Both together."""
    high = None if a.high is None or b.high is None else a.high + b.high
    return Count(a.low + b.low, high, a.approximate or b.approximate, None)


def subtract(a: Count, b: Count) -> Count:
    """The first without the second; never below zero."""
    high = None if a.high is None or b.high is None else max(a.high - b.low, 0)
    return Count(
        max(a.low - (b.high if b.high is not None else b.low), 0), high, a.approximate or b.approximate, None
    )


@cache
def _classes() -> dict[str, str]:
    lexicon = words()
    names = {letter: name for name, letter in lexicon.letters.items()}
    return {word: names[letter] for word, letter in lexicon.classes.items()}


def kinds(phrase: str) -> list[str]:
    """The word classes of a noun phrase's words, those that have one."""
    known = _classes()
    return [known[word] for word in (found.lower() for found in _WORD.findall(phrase)) if word in known]


def kind_of_people(phrase: str) -> str | None:
    """PERSON, ATTACKER, CHILD, OTHERS or THING, by the last noun of the phrase that is one; None if none is."""
    return next(
        (
            kind
            for kind in reversed(kinds(phrase))
            if kind in ("PERSON", "ATTACKER", "CHILD", "OTHERS", "THING")
        ),
        None,
    )


def role_of_words(phrase: str, default: Role) -> Role:
    """The role that words after a count give it; "killed and wounded" together are casualties."""
    roles = [_ROLES[kind] for kind in kinds(phrase) if kind in _ROLES]
    if {Role.DEATHS, Role.INJURIES} <= set(roles):
        return Role.CASUALTIES
    return roles[0] if roles else default
