"""Reads the sentences of an article that have something to say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wikiproof.article import Block
from wikiproof.claims.model import Standing
from wikiproof.claims.sections import SectionRole, section_role
from wikiproof.claims.shares import may_share
from wikiproof.claims.tokens import Tokens, tokenise
from wikiproof.values.mentions import Mention, mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article, Paragraph, Section, Sentence

LONGEST = 2_000  # characters: what is longer is no sentence, but a table or a list that lost its markup
# What can be wrong by itself: a weekday with its date, before or behind it; the last days of a month; ranges.
_WEEKDAY = re.compile(
    r"day,? (?:the )?(?:\d|[A-Z])|\d,? \(?(?:a |it was a )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_BY_DIGITS = re.compile(
    r"\d(?:(?:(?<=2)9|(?<=3)[01])\b| ?[–-] ?(?:\d|[A-Z]))"
)  # all begin with one: a fast search
_BETWEEN = re.compile(r"etween \d|[Ff]rom (?:\d|[A-Z]\w+ \d)")
_TWICE = re.compile(r"[a-z] \(\d[\d,]*\)")  # "forty (40)"


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence with its mentions and token runs (the first is the sentence, the rest its brackets)."""

    sentence: Sentence
    mentions: tuple[Mention, ...]
    tokens: tuple[Tokens, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a paragraph stands, and what its section is about; the lead is about the event."""

    paragraph: Paragraph
    standing: Standing
    section: SectionRole = SectionRole.EVENT


def opening_of(article: Article) -> tuple[Sentence, ...]:
    """The sentences of the lead's first paragraph that is one: a caption left over ends without a full stop."""
    return next((p.sentences for p in article.lead if _is_prose(p)), ())


def _is_prose(paragraph: Paragraph) -> bool:
    return bool(paragraph.sentences) and paragraph.sentences[-1].text.string.rstrip("\"'”)]")[-1:] in tuple(
        ".!?"
    )


def settings(article: Article) -> Iterator[Setting]:
    """Every paragraph with its standing, in order."""
    opening = opening_of(article)
    for paragraph in article.lead:
        yield Setting(paragraph, Standing.OPENING if paragraph.sentences is opening else Standing.LEAD)
    told = any(section_role(section.title) is SectionRole.EVENT for section in article.sections)
    for section in article.sections:
        # Without a section about the event, its history is the event's.
        history = not told and section.title.casefold() == "history"
        yield from _in_section(section, SectionRole.OTHER, SectionRole.EVENT if history else None)


def _in_section(section: Section, above: SectionRole, known: SectionRole | None = None) -> Iterator[Setting]:
    role = known or section_role(section.title)
    if role is SectionRole.OTHER or above.standing is Standing.BACKGROUND:
        role = above if above is not SectionRole.OTHER else role
    for paragraph in section.paragraphs:
        quoted = paragraph.block is Block.QUOTE
        yield Setting(paragraph, Standing.BACKGROUND if quoted else role.standing, role)
    for below in section.sections:
        yield from _in_section(below, role)


class Reader:
    """Reads sentences of one article, each at most once."""

    def __init__(self) -> None:
        self._mentions: dict[Sentence, tuple[Mention, ...]] = {}
        self._read: dict[Sentence, ReadSentence] = {}

    def mentions(self, sentence: Sentence) -> tuple[Mention, ...]:
        """The values that the sentence mentions."""
        known = self._mentions.get(sentence)
        if known is None:
            known = self._mentions[sentence] = tuple(mentions(sentence.text.string))
        return known

    def read(self, sentence: Sentence) -> ReadSentence:
        """The sentence with its words and what it mentions."""
        known = self._read.get(sentence)
        if known is None:
            found = self.mentions(sentence)
            tokens = tuple(tokenise(sentence.text.string, found))
            known = self._read[sentence] = ReadSentence(sentence, found, tokens)
        return known


def checks_itself(string: str) -> bool:
    """Whether a sentence may hold what can be wrong by itself.

    A weekday with its date, the last days of a month, a range out of order, a number in words and digits, a
    part with its percentage.
    """
    if len(string) > LONGEST:
        return False
    return (
        _BY_DIGITS.search(string) is not None
        or ("day" in string and _WEEKDAY.search(string) is not None)
        or may_share(string)
        or (" (" in string and _TWICE.search(string) is not None)
        or (("tween " in string or "rom " in string) and _BETWEEN.search(string) is not None)
    )
