"""Whether the event is over: "The war ended in 2020", "is an ongoing conflict", "2015 – present"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.claims.model import Claim, Standing
from wikiproof.claims.results import outcome_of
from wikiproof.claims.tokens import letters_of
from wikiproof.role import Role
from wikiproof.values import Date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wikiproof.article import Article, Field
    from wikiproof.claims.reading import ReadSentence
    from wikiproof.claims.tokens import Tokens

_ADVERB = r"(?:(?:officially|formally|finally|eventually|effectively) )?"
_NEAR = 12  # characters between "ended" and its date: " in early ", " in "


def may_end(string: str) -> bool:
    """Whether a sentence may say that something ended; cheap."""
    return (
        " ended" in string or "concluded" in string or "came to an end" in string or "declared over" in string
    )


def endings(sentences: Iterable[ReadSentence]) -> Iterator[Claim]:
    """The dates at which sentences of the lead have the whole event end."""
    for read in sentences:
        string, tokens = read.sentence.text.string, read.tokens[0]
        subject = _subject().match(string)
        if subject is None or words("part").search(subject[0]) or tokens.has(letters_of("MAYBE", "NOT")):
            continue
        if any(tokens.text(i, i + 1).lower() != "officially" for i in _said(tokens)):
            continue
        for mention in read.mentions:
            if isinstance(mention.value, Date) and 0 <= mention.start - subject.end() <= _NEAR:
                span = read.sentence.text.locate(0, mention.end)
                text = string[: mention.end]
                yield Claim(Role.END, mention.value, text, span, Standing.OPENING, sentence=read.sentence)


def ongoing_field(article: Article) -> Field | None:
    """The field by which the event goes on: a date up to the present, or a status."""
    for box in article.infoboxes:
        for field in box.fields:
            if field.role is Role.DATE and isinstance(field.value, Date) and field.value.end is None:
                return field
            if field.role is Role.STATUS and words("ongoing").match(field.text.string.strip()):
                return field
    return None


def final_result(article: Article) -> Field | None:
    """The field that names a winner of the whole event."""
    for box in article.infoboxes:
        for field in box.fields:
            text = field.text.string.strip()
            if field.role is Role.RESULT and "\n" not in text and not words("interim").search(text):
                outcome = outcome_of(text)
                if outcome is not None and outcome.won:
                    return field
    return None


def _said(tokens: Tokens) -> list[int]:
    return [i for i, letter in enumerate(tokens.letters) if letter in letters_of("SAID")]


@cache
def words(kind: str) -> re.Pattern[str]:
    """The words of a kind in `grammar/claims/endings.toml`, as an expression."""
    entry = data.table("grammar", "claims", "endings.toml")[kind]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, entry['words']))})\b", re.IGNORECASE)


@cache
def _subject() -> re.Pattern[str]:
    """The event itself as the subject: "The war ended", "The Kelmar insurgency officially came to an end"."""
    lasting, ended = (words(kind).pattern for kind in ("lasting", "ended"))
    return re.compile(rf"(?:The|This) (?:[\w-]+ ){{0,4}}?{lasting} {_ADVERB}{ended}", re.IGNORECASE)
