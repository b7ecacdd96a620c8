"""Whether two names are of one people, army or state, without an article to ask: "Saxons" and "Kingdom of Saxony"."""

from __future__ import annotations

from functools import lru_cache

from wikiproof.values import gazetteer
from wikiproof.values.folding import fold
from wikiproof.values.name import common_words, words

_STEM = 4  # letters that two forms of one name share at least
_ENDING = 2  # letters in which the shorter of them may end otherwise


@lru_cache(1 << 12)
def kin(a: str, b: str) -> bool:
    """Whether they share a word that tells names apart, be it as a people's and its country's."""
    return any(_alike(x, y) for x in _telling(a) for y in _telling(b))


def _alike(a: str, b: str) -> bool:
    """Whether two words begin alike but for an ending: "saxons" and "saxony"."""
    stem = max(_STEM, min(len(a), len(b)) - _ENDING)
    return a == b or (len(a) >= stem and a[:stem] == b[:stem])


@lru_cache(1 << 12)
def _telling(name: str) -> frozenset[str]:
    """The words that tell a name from others; a people's are its country's."""
    common = words("umbrella") | common_words()
    return frozenset(
        fold(gazetteer.nation(word) or word) for word in fold(name).split() if word not in common
    )
