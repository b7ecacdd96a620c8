"""The events that a sentence names: by its links or, in a plain rendition, which has none, by their names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wikiproof.events.titles import key, may_be_event, names, recurs
from wikiproof.text import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article, Sentence
    from wikiproof.text import Text

# "2019 Keldra earthquake", "Battle of the Mill", "Salt War".
_NAMED = re.compile(
    r"(?:\b\d{4} )?\b[A-Z][\w’'-]*(?: (?:of|in|on|at|the|and|\d{4}|[A-Z][\w’'-]*))*(?: [a-z]+){0,2}"
)
_ARTICLE = re.compile(r"(?:The|In|On|At|After|Before|During|Since|From|By|This|That|A) (?:the )?(?=[A-Z\d])")
_LAST_WORD = re.compile(r" [\w’'-]+$")


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
        yield from _named(text.string)
        return
    for link in text.of_kind(Kind.LINK):
        label = text.string[link.start : link.end]
        known = may_be_event(link.value) and not recurs(link.value) and names(label, link.value)
        if known and "#" not in article.source[link.source]:
            yield Linked(key(link.value), link.start, link.end)


def _named(string: str) -> Iterator[Linked]:
    """Names of events as a text without links writes them: in capitals but for the last words, "Orsa bombing"."""
    for match in _NAMED.finditer(string):
        start, end = match.span()
        if article := _ARTICLE.match(string, start, end):
            start = article.end()
        while start < end and not _ends_in_noun(string[start:end]):
            shorter = _LAST_WORD.search(string, start, end)
            end = shorter.start() if shorter else start
        if " " in string[start:end]:
            yield Linked(key(string[start:end]), start, end)


def _ends_in_noun(name: str) -> bool:
    head = name.split(" of ")[0] if " of " in name else name.rpartition(" ")[2]
    return may_be_event(head) and not name.endswith((" of", " the", " in", " on", " at", " and"))
