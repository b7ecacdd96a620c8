"""Whether the label of a link names another thing than the page that it leads to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikiproof.values import Agreement, compare, gazetteer
from wikiproof.values.folding import fold
from wikiproof.values.place import place
from wikiproof.values.words import meaning

if TYPE_CHECKING:
    from wikiproof.values import Place

_YEAR = re.compile(r"(?<![\d–-])[12]\d{3}(?![\d–-])")
_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")


def names_another(title: str, label: str) -> bool:
    """Whether the two are the same words but for a year, an ordinal or a country."""
    return _other_year(title, label) or _other_word(title, label)


def _other_year(title: str, label: str) -> bool:
    """Whether both have one year, these differ, and the label has no other word that the title has not."""
    ours, theirs = _YEAR.findall(title), _YEAR.findall(label)
    if len(ours) != 1 or len(theirs) != 1 or ours == theirs:
        return False
    words, shown = set(fold(title).split()) - set(ours), set(fold(label).split()) - set(theirs)
    return shown <= words and (len(shown) > 1 or shown == words != set())


def _other_word(title: str, label: str) -> bool:
    """Whether two titles differ in one word, and that is an ordinal or a country in both."""
    if title.count(" ") != label.count(" "):
        return False
    words, shown = fold(title).split(), fold(label).split()
    pairs = [(a, b) for a, b in zip(words, shown, strict=False) if a != b]
    if len(words) != len(shown) or len(pairs) != 1:
        return False
    ((ours, theirs),) = pairs
    meant, said = _ordinal(ours), _ordinal(theirs)
    if meant and said:
        return meant != said
    if ours[:4] == theirs[:4]:
        return False  # "Greek" and "Greece", or a plural
    here, there = _country(ours), _country(theirs)
    return here is not None and there is not None and compare(here, there) is Agreement.DIFFER


def _ordinal(word: str) -> int | None:
    """The number of an ordinal: 2 of "second" and of "2nd"."""
    match = _ORDINAL.fullmatch(word)
    number: int | None = int(match[1]) if match else meaning("numbers", "ORDINAL_WORD").get(word)
    return number


def _country(word: str) -> Place | None:
    """The country of today that a word names, or whose people: states of old have many names."""
    name = gazetteer.nation(word) or word
    return (
        place(name)
        if any(known.kind == "country" and known.country for known in gazetteer.lookup(name))
        else None
    )
