"""Actors known by several names whatever the article: `grammar/aliases.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.values.name import core

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_WORDS = 12  # what is longer is no name
Longest = dict[str, int]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names by actor, all folded (`core`).

    `actors` leads from a name to the first name of its actor, `members` from that to all its names, `parents`
    to the actor it is part of or sworn to, `longest` from a first word to the words of the longest name.
    `rebels` fight the country that their names speak of.
    """

    actors: dict[str, str]
    members: dict[str, frozenset[str]]
    parents: dict[str, str]
    longest: Longest
    rebels: frozenset[str]

    def knows(self, *actors: str) -> bool:
        """Whether all of them, first names of actors, are here."""
        return all(actor in self.members for actor in actors)

    def akin(self, a: str, b: str) -> bool:
        """Whether one actor is the other or above it."""
        return a == b or self.is_below(a, b) or self.is_below(b, a)

    def is_below(self, actor: str, other: str) -> bool:
        """Whether an actor is part of another or sworn to it, itself or through others."""
        while actor := self.parents.get(actor, ""):
            if actor == other:
                return True
        return False


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    groups = data.table("grammar", "aliases.toml")["group"]
    members = {core(group["names"][0]): frozenset(map(core, group["names"])) for group in groups}
    actors = {name: first for first, names in members.items() for name in names}
    parents = {core(group["names"][0]): core(group["parent"]) for group in groups if "parent" in group}
    rebels = frozenset(core(group["names"][0]) for group in groups if group.get("rebels"))
    return Lexicon(actors, members, parents, longest_names(actors), rebels)


def longest_names(names: Iterable[str]) -> Longest:
    """For each first word, how many words the longest name has that starts with it."""
    longest: Longest = {}
    for name in names:
        first, _, rest = name.partition(" ")
        longest[first] = max(longest.get(first, 0), min(1 + len(rest.split()), _MOST_WORDS))
    return longest
