"""Whether two names are of one people, army or state, without an article to ask: "Saxons" and "Kingdom of Saxony"."""

from __future__ import annotations

from functools import lru_cache

from wikiproof.values import gazetteer
from wikiproof.values.folding import fold
from wikiproof.values.name import common_words, words

_STEM = 4  # letters that "Saxon" and "Saxony" share


@lru_cache(1 << 12)
def kin(a: str, b: str) -> bool:
    """Whether they share a word that tells names apart, be it as a people's and its country's."""
    return not _stems(a).isdisjoint(_stems(b))


@lru_cache(1 << 12)
def _stems(name: str) -> frozenset[str]:
    """The beginnings of the words that tell a name from others, and the countries that they mean."""
    telling = [
        word for word in fold(name).split() if word not in words("umbrella") and word not in common_words()
    ]
    nations = (gazetteer.nation(word) or word for word in telling)
    return frozenset(
        fold(nation)[: max(_STEM, len(nation) - 3)] for nation in nations if len(nation) >= _STEM
    )
