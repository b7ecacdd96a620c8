"""What became of a commander: by the mark beside his name, and by a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data, expressions
from wikiproof.claims.model import Standing
from wikiproof.claims.reading import settings
from wikiproof.values.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article, Sentence

_REACH = 30  # characters between a name and what became of the man: "Harker, with his guard, fled"
_SHORTEST = 4  # letters of a last name


@dataclass(frozen=True, slots=True)
class Fate:
    """One thing that may have become of a man: `other` are the fates it rules out."""

    name: str
    marks: frozenset[str]
    words: re.Pattern[str]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that tells what became of a man, in its words from `start` to `end`."""

    fate: str
    sentence: Sentence
    start: int
    end: int
    standing: Standing


def marked(note: str | None) -> Fate | None:
    """The fate that the mark beside a name tells."""
    parts = {fold(part) or part.strip() for part in re.split(r"[;,]", note or "")}
    return next((fate for fate in fates() if parts & fate.marks), None)


def told_of(article: Article, man: str) -> Iterator[Told]:
    """What the sentences of lead and event sections tell of a man by his last name, as their subject."""
    parts = [part for part in man.split() if not part.isupper()]  # "Otto IV" goes by "Otto"
    last = parts[-1] if parts else ""
    if len(last) < _SHORTEST or not last[0].isupper():
        return
    for setting in settings(article):
        if setting.standing > Standing.EVENT_SECTION:
            continue
        for sentence in setting.paragraph.sentences:
            if last in sentence.text.string:
                yield from _told_in(sentence, last, setting.standing)


def _told_in(sentence: Sentence, last: str, standing: Standing) -> Iterator[Told]:
    string = sentence.text.string
    for fate in fates():
        for match in re.finditer(rf"\b{re.escape(last)}\b(?P<between>[^.;:]{{0,{_REACH}}}?) ", string):
            found = fate.words.match(string, match.end())
            # A capital between them may be another man's.
            if found and not any(map(str.isupper, match["between"])):
                yield Told(fate.name, sentence, match.start(), found.end(), standing)


@cache
def fates() -> tuple[Fate, ...]:
    """All fates, in the order of the file."""
    return tuple(
        Fate(
            name,
            frozenset(fold(mark) or mark for mark in entry["marks"]),
            expressions.compile(rf"(?:{'|'.join(map(re.escape, entry['words']))})\b"),
            tuple(entry["not"]),
        )
        for name, entry in data.table("grammar", "claims", "fates.toml").items()
    )
