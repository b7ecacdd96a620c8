"""Kinds of events that exclude each other, from `grammar/claims/event_kinds.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from wikiproof import data, expressions


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event; `friends` are the kinds that often come with it."""

    name: str
    words: re.Pattern[str]
    types: frozenset[str]
    friends: frozenset[str]
    violent: bool
    samples: tuple[str, ...]

    def fits(self, other: Kind) -> bool:
        """Whether one event may well be of both kinds."""
        return self is other or other.name in self.friends or self.name in other.friends

    def named_in(self, text: str) -> bool:
        """Whether a text in lower case has any word of the kind."""
        return self.words.search(text) is not None


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds, read once."""
    entries = data.table("grammar", "claims", "event_kinds.toml")
    return tuple(
        Kind(
            name,
            expressions.compile(rf"\b(?:{'|'.join(map(re.escape, entry['words']))})\b"),
            frozenset(entry["types"]),
            frozenset(entry["with"]),
            entry.get("violent", False),
            tuple(entry["samples"]),
        )
        for name, entry in entries.items()
    )


def kinds_in(words: str) -> list[Kind]:
    """The kinds that a phrase in lower case names."""
    return [kind for kind in kinds() if kind.named_in(words)]


def kinds_of_type(infobox_type: str | None) -> list[Kind]:
    """The kinds that an infobox type is for."""
    return [kind for kind in kinds() if infobox_type in kind.types]
