"""Which of a finding's places an edit changed, and which it left as they were: those may have been forgotten."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from wikiproof.edit.identity import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article, Field, Sentence
    from wikiproof.finding import Finding, Location


class Touched:
    """Tells by the article before the edit whether a field or sentence of the one after it is another now."""

    def __init__(self, before: Article, after: Article) -> None:
        self.before = before
        self.after = after

    def mark(self, finding: Finding) -> Finding:
        """The finding with each of its places marked as changed or not."""
        primary, *related = (
            place if place.elsewhere else replace(place, changed=self.changed(place))
            for place in finding.places
        )
        return replace(finding, primary=primary, related=tuple(related))

    def changed(self, place: Location) -> bool:
        """Whether the field or sentence around a place, or else its own words, were not there before."""
        for field in _fields(self.after):
            if place.span in field.span:
                return _field(field) not in self._fields
        for sentence in _sentences(self.after):
            if sentence.span.start <= place.span.start < sentence.span.end:
                return folded(sentence.text.string) not in self._sentences
        return self.after.source[place.span] not in self.before.source.text

    @cached_property
    def _fields(self) -> frozenset[tuple[str, str]]:
        return frozenset(map(_field, _fields(self.before)))

    @cached_property
    def _sentences(self) -> frozenset[str]:
        return frozenset(folded(sentence.text.string) for sentence in _sentences(self.before))


def _fields(article: Article) -> Iterator[Field]:
    return (field for box in article.all_infoboxes() for field in box.fields)


def _field(field: Field) -> tuple[str, str]:
    return folded(field.name), folded(field.text.string)


def _sentences(article: Article) -> Iterator[Sentence]:
    return (sentence for paragraph in article.paragraphs() for sentence in paragraph.sentences)
