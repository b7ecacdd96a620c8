"""Whether the event is over: "The war ended in 2020", "is an ongoing conflict", "2015 – present"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data, expressions
from wikiproof.claims.gates import judge_end
from wikiproof.claims.model import Claim, Standing
from wikiproof.claims.results import outcome_of
from wikiproof.claims.told import EndTold
from wikiproof.role import Role
from wikiproof.values import Date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wikiproof.article import Article, Field
    from wikiproof.claims.reading import ReadSentence

_ADVERB = r"(?:(?:officially|formally|finally|eventually|effectively) )?"
_NEAR = 12  # characters between "ended" and its date: " in early ", " in "


def may_end(string: str) -> bool:
    """Whether a sentence may say that something ended; cheap."""
    return (
        " ended" in string or "concluded" in string or "came to an end" in string or "declared over" in string
    )


def endings(sentences: Iterable[ReadSentence], off: frozenset[str]) -> Iterator[Claim]:
    """The dates at which sentences of the lead have something end: the whole event, where no gate stops them."""
    for read in sentences:
        string, tokens = read.sentence.text.string, read.tokens[0]
        subject = _subject().match(string)
        if subject is None:
            continue
        part = words("part").search(subject[0])
        stops = judge_end(EndTold(tokens, part[0] if part else None), off)
        for mention in read.mentions:
            if isinstance(mention.value, Date) and 0 <= mention.start - subject.end() <= _NEAR:
                yield Claim(
                    Role.END,
                    mention.value,
                    string[: mention.end],
                    read.sentence.text.locate(0, mention.end),
                    Standing.OPENING,
                    sentence=read.sentence,
                    stops=stops,
                    judged=True,
                )


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


@cache
def words(kind: str) -> re.Pattern[str]:
    """The words of a kind in `grammar/claims/endings.toml`, as an expression."""
    entry = data.table("grammar", "claims", "endings.toml")[kind]
    return expressions.compile(rf"\b(?:{'|'.join(map(re.escape, entry['words']))})\b", re.IGNORECASE)


@cache
def _subject() -> re.Pattern[str]:
    """The event itself as the subject: "The war ended", "The Kelmar insurgency officially came to an end"."""
    lasting, ended = (words(kind).pattern for kind in ("lasting", "ended"))
    return expressions.compile(rf"(?:The|This) (?:[\w-]+ ){{0,4}}?{lasting} {_ADVERB}{ended}", re.IGNORECASE)
