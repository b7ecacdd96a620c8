"""What an article's sentences are read for: only what its infobox can be compared with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from wikiproof.claims.patterns import patterns
from wikiproof.claims.reading import LONGEST
from wikiproof.claims.words import longest_word, words, words_in
from wikiproof.role import Role

if TYPE_CHECKING:
    from wikiproof.article import Article

_CLOCK = re.compile(r"\d(?::\d\d| ?[ap]\.?m\b)")
_LENGTHS = ("-day ", "-hour ", "-week ", "-month ", "-year ")

# The text tells these of any event, and of one another: the dead of the wounded, the captured of the missing.
_TOLLS = frozenset(
    {
        Role.DEATHS, Role.GROUND_DEATHS, Role.INJURIES, Role.MISSING, Role.DISPLACED, Role.EVACUATED, Role.CAPTURED,
        Role.ARRESTS,
    }
)  # fmt: skip
# Whoever acts in one of these may be named in another.
_ACTORS = frozenset(
    {
        Role.PERPETRATOR, Role.SUSPECT, Role.ATTACKERS, Role.PARTICIPANTS, Role.DEFENDER, Role.BELLIGERENT,
        Role.COMMANDER, Role.UNIT, Role.STRENGTH, Role.CASUALTIES, Role.RESULT, Role.PART_OF,
    }
)  # fmt: skip
_LIFE = frozenset({Role.BIRTH_DATE, Role.DEATH_DATE})
_EVENT = frozenset({Role.DATE, Role.START, Role.TIME, Role.PLACE, Role.VICTIMS, *_TOLLS, *_ACTORS})


@dataclass(frozen=True, slots=True)
class Wanted:
    """The roles to read for, and what a sentence must hold to be worth reading for one of them."""

    roles: frozenset[Role]
    triggers: frozenset[bytes]
    lengths: bool
    clock: bool
    magnitudes: bool

    def worth_reading(self, string: str, *, opening: bool = False) -> bool:
        """Whether a sentence opens the article or holds a word that wanted claims are made with; most do not."""
        if len(string) > LONGEST:
            return False
        if opening or not self.triggers.isdisjoint(words_in(string)):
            return True
        if not (self.magnitudes or self.lengths or self.clock):
            return False
        lower = string.lower()
        return (
            (self.magnitudes and ("magnitude" in lower or "richter" in lower))
            or (self.lengths and any(cue in lower for cue in _LENGTHS))
            or (self.clock and _CLOCK.search(lower) is not None)
        )


def wanted(article: Article) -> Wanted:
    """What can be compared in an article; everything in one without an infobox, whose parts may disagree."""
    given = frozenset(field.role for box in article.all_infoboxes() for field in box.fields if field.role)
    return _wanted(given if article.infoboxes else frozenset(Role))


@lru_cache(256)
def _wanted(given: frozenset[Role]) -> Wanted:
    roles = set(given)
    if given & _EVENT:
        roles |= _TOLLS | {Role.DURATION}
    if given & _ACTORS:
        roles |= _ACTORS
    if given & _LIFE:
        roles.add(Role.AGE)
    lexicon = words()
    letters = {letter for pattern in patterns() if pattern.role in roles for letter in pattern.triggers}
    chosen = (word for word, letter in lexicon.classes.items() if letter in letters)
    return Wanted(
        frozenset(roles),
        frozenset(map(longest_word, chosen)),
        lengths=Role.DURATION in roles,
        clock=Role.TIME in roles,
        magnitudes=Role.MAGNITUDE in roles,
    )
