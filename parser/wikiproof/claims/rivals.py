"""A group that opens an article whose infobox names another, of which the text never speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wikiproof import expressions
from wikiproof.claims.lexicon import lexicon
from wikiproof.values.folding import fold
from wikiproof.values.name import is_person, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wikiproof.article import Sentence
    from wikiproof.claims.gather import Claims
    from wikiproof.claims.names import Names

_AIMED_AT = expressions.compile(r"\b(?:against|on|target(?:ing|ed)?|anti|than|unlike|of)[ -](?:the |an? )?$")
_CAPITAL = expressions.compile(r"\b([A-Z][\w’'-]*) $")


@dataclass(frozen=True, slots=True)
class Rival:
    """A group, where a sentence names it."""

    actor: str
    sentence: Sentence
    start: int
    end: int

    @property
    def text(self) -> str:
        """The group as written."""
        return self.sentence.text.string[self.start : self.end]


def rivals(claims: Claims, ours: Iterable[str], *, targets: bool = False) -> Iterator[Rival]:
    """The groups known to the lexicon that the lead's first paragraph names, if none of `ours` is named anywhere.

    None of them is related to one of ours; those who are another's target are wanted only of the sides of a battle.
    """
    ours, names = tuple(ours), claims.names
    if not ours or not all(map(names.unnamed, ours)):
        return
    for read in claims.opening:
        string = read.sentence.text.string
        for start, end, actor in names.mentions(string):
            known = lexicon().knows(actor) and not set(actor.split()) <= words("umbrella")
            if not known or _ends_longer_name(string[:start]):
                continue
            if not targets and _AIMED_AT.search(string[:start]):
                continue
            if not any(names.related(actor, one) for one in ours):
                yield Rival(actor, read.sentence, start, end)


def _ends_longer_name(before: str) -> bool:
    """Whether a name goes on from a capital before it: "Soviet Union"."""
    capital = _CAPITAL.search(before)
    return capital is not None and fold(capital[1]) not in words("opening")


def named_in(sentence: Sentence, ours: Iterable[str], names: Names) -> bool:
    """Whether a sentence also names one of ours ("John Smith, a member of X, shot …")."""
    mentioned = {actor for _, _, actor in names.mentions(sentence.text.string)}
    return any(names.same(one, actor) for one in ours for actor in mentioned)


def may_stand_for(ours: Iterable[str], theirs: Iterable[str], names: Names) -> bool:
    """Whether the one may be a man of the other: known groups, and persons none of whom is one."""
    pairs = ((tuple(ours), tuple(theirs)), (tuple(theirs), tuple(ours)))
    return any(
        any(map(names.is_group, groups))
        and all(is_person(person) and not names.is_group(person) for person in persons)
        for persons, groups in pairs
    )
