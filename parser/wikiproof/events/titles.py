"""Titles of pages as MediaWiki tells them apart, and which of them may be those of events."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from wikiproof import data, expressions
from wikiproof.claims.words import words
from wikiproof.values.folding import fold

_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"\b\d{4}")
_CLASSES = ("EVENT", "MASSACRE")


@lru_cache(1 << 14)
def key(title: str) -> str:
    """The title that a link to it and the page itself share: underscores are spaces, the first letter is a capital."""
    spaced = " ".join(title.partition("#")[0].replace("_", " ").split())
    return spaced[:1].upper() + spaced[1:]


@lru_cache(1 << 14)
def may_be_event(title: str) -> bool:
    """Whether the words of a title name an event: "Battle of the Mill", "2019 Keldra earthquake"."""
    return not nouns().isdisjoint(_WORD.findall(title.lower()))


@lru_cache(1 << 14)
def recurs(title: str) -> bool:
    """Whether a title is that of what is held again and again: "Kelmar Film Festival", without a year."""
    return not _YEAR.search(title) and _recurring().search(title.lower()) is not None


@lru_cache(1 << 14)
def names(label: str, title: str) -> bool:
    """Whether the label of a link names the event of the title: by a word of it, or as an event ("the siege")."""
    words_of_title = set(fold(title).split())
    return any(word in words_of_title for word in fold(label).split()) or may_be_event(label)


@lru_cache(1 << 14)
def is_engagement(title: str) -> bool:
    """Whether it is a title of what one side wins, and the other loses, at one place."""
    return not _engagements().isdisjoint(_WORD.findall(title.lower()))


@cache
def _engagements() -> frozenset[str]:
    return frozenset(data.table("grammar", "events", "titles.toml")["engagements"]["words"])


@cache
def _recurring() -> re.Pattern[str]:
    listed = data.table("grammar", "events", "titles.toml")["recurring"]["words"]
    return expressions.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b")


@cache
def nouns() -> frozenset[str]:
    """The words that name events, in lower case."""
    classes = words().classes
    letters = {words().letters[name] for name in _CLASSES}
    own = data.table("grammar", "events", "titles.toml")["nouns"]["words"]
    kinds = data.table("grammar", "claims", "event_kinds.toml").values()
    last = (phrase.rpartition(" ")[2] for kind in kinds for phrase in kind["words"])
    return frozenset(own) | set(last) | {word for word, letter in classes.items() if letter in letters}
