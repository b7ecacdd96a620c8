"""Where in an article facts stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.events.model import Fact, Spot
from wikiproof.rules.base import at_claim

if TYPE_CHECKING:
    from wikiproof.article import Article, Sentence
    from wikiproof.claims import Claim
    from wikiproof.source import Span
    from wikiproof.values import Value


def spot(article: Article, label: str, text: str, span: Span) -> Spot:
    """A stretch of the article's source."""
    position = article.source.position
    return Spot(label, " ".join(text.split()), position(span.start), position(span.end))


def in_sentence(article: Article, label: str, sentence: Sentence, start: int, end: int) -> Spot:
    """Words of a sentence, by their offsets in its text."""
    return spot(article, label, sentence.text.string[start:end], sentence.text.locate(start, end))


def fact_of(article: Article, claim: Claim, values: tuple[Value, ...], *, partial: bool = False) -> Fact:
    """A claim as a fact that may mean some values."""
    place = at_claim(claim)
    field = claim.field.name if claim.field else None
    where = spot(article, place.label, place.text, place.span)
    return Fact(claim.role, values, where, field, partial)
