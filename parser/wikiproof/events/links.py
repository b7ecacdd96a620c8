"""The events that a sentence names: by its links or, in a plain rendition, which has none, by their names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data, expressions
from wikiproof.events.titles import key, may_be_event, names, nouns, recurs
from wikiproof.text import Kind
from wikiproof.values.calendar import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article, Sentence
    from wikiproof.text import Text

_ARTICLE = re.compile(r"(?:The|In|On|At|After|Before|During|Since|From|By|This|That|A) (?:the )?(?=[A-Z\d])")


@dataclass(frozen=True, slots=True)
class Linked:
    """An event by the title of its page, and the words of a text that name it."""

    title: str
    start: int
    end: int


def event_links(article: Article, sentence: Sentence, own: str) -> list[Linked]:
    """The events but the article's own (of the title `own`) that a sentence names, in its order."""
    return [each for each in events_in(article, sentence.text) if each.title != own]


def events_in(article: Article, text: Text) -> Iterator[Linked]:
    """The events that a text names. A link to a section tells of a part of what is on its page, and is passed over."""
    if article.form == "plain":
        yield from named_events(text.string)
        return
    for link in text.of_kind(Kind.LINK):
        label = text.string[link.start : link.end]
        known = may_be_event(link.value) and not recurs(link.value) and names(label, link.value)
        if known and "#" not in article.source[link.source]:
            yield Linked(key(link.value), link.start, link.end)


def named_events(string: str) -> Iterator[Linked]:
    """Names of events as a text without links writes them: "2019 Keldra earthquake", "Second Battle of the Mill"."""
    for match in _named().finditer(string):
        start, end = match.span()
        if article := _ARTICLE.match(string, start, end):
            start = article.end()
        if " " in string[start:end]:
            yield Linked(key(string[start:end]), start, end)


@cache
def _named() -> re.Pattern[str]:
    name = r"[A-Z][\w’'-]*"
    small = "|".join(sorted(map(re.escape, nouns()), key=lambda noun: (-len(noun), noun)))
    kinds = f"(?i:{small})"
    months = "|".join(MONTHS)
    named_first = "|".join(data.table("grammar", "events", "titles.toml")["before-name"]["words"])
    return expressions.compile(
        rf"\b(?:(?:\d{{4}}|{name}) )?(?=[A-Z]){kinds} (?:of|on|at) (?:the )?{name}(?:(?: of| the)* {name})*"
        rf"|\b(?:{name} )*(?:{named_first}) (?:{name}|\d+)"
        rf"|\b(?:\d{{4}} )?(?:{name} )+(?:(?!and |or |of |in |at )[a-z]+ )?{kinds}\b(?! of (?!{months})[A-Z])"
    )
