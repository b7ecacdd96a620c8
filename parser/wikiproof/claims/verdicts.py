"""How a trial ended: by an infobox's verdict or charges, and by sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data, expressions
from wikiproof.claims.reading import settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wikiproof.article import Article, Sentence
    from wikiproof.claims.model import Standing


@dataclass(frozen=True, slots=True)
class Ended:
    """What words of a sentence, from `start` to `end`, tell of a trial: "guilty", "cleared" and so on."""

    how: str
    sentence: Sentence
    start: int
    end: int
    standing: Standing


def ended(string: str) -> frozenset[str]:
    """All that a field tells: "guilty" of "Pleaded guilty", "cleared" of "Not guilty"."""
    if _forms().words.search(string):
        return frozenset(how for how, _, _ in _read(string))
    words = re.findall(r"[a-z]+", string.lower())
    return frozenset(how for how, field in _forms().field.items() if field.intersection(words))


def told(article: Article, of: Iterable[str] = ()) -> Iterator[Ended]:
    """What the sentences of an article tell, those alone that name one of `of` if any are given."""
    names = tuple(of)
    for setting in settings(article):
        for sentence in setting.paragraph.sentences:
            string = sentence.text.string
            if names and not any(name in string for name in names):
                continue
            for how, start, end in _read(string):
                yield Ended(how, sentence, start, end, setting.standing)


def _read(string: str) -> Iterator[tuple[str, int, int]]:
    forms = _forms()
    for match in forms.words.finditer(string):
        how = forms.classes[match[0].lower()]
        if how != "plea":
            yield how, match.start(), match.end()


@dataclass(frozen=True, slots=True)
class _Forms:
    words: re.Pattern[str]
    classes: dict[str, str]
    field: dict[str, frozenset[str]]


@cache
def _forms() -> _Forms:
    table = data.table("grammar", "claims", "verdicts.toml")
    classes = {word: how for how, entry in table.items() for word in entry["words"]}
    longest_first = sorted(classes, key=len, reverse=True)
    return _Forms(
        expressions.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE),
        classes,
        {how: frozenset(entry["field"]) for how, entry in table.items() if entry["field"]},
    )
