"""Whether the text tells what an infobox field does."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wikiproof.claims.event import flat
from wikiproof.values import Agreement, Count, Embedded, FreeText, Name, Number, Place, Unread, compare
from wikiproof.values.folding import fold
from wikiproof.values.mentions import mentions

if TYPE_CHECKING:
    from wikiproof.article import Article, Field
    from wikiproof.values import Value


def facts_of(field: Field) -> list[Value]:
    """The typed values of a field, but those that only say that there was none."""
    values = flat(field.value) if field.value else ()
    return [v for v in values if not isinstance(v, (FreeText, Unread, Embedded)) and not _is_nothing(v)]


class Told:
    """What an article's text tells: its words, and the values in them."""

    def __init__(self, article: Article) -> None:
        self._sentences = [s.text.string for paragraph in article.paragraphs() for s in paragraph.sentences]

    def covers(self, field: Field) -> bool:
        """Whether the text has any of the field's values, or all words of one of its names."""
        values = facts_of(field)
        names = [value.name for value in values if isinstance(value, Name)]
        names += [value.parts[0] for value in values if isinstance(value, Place)]
        if any(map(self._has_words_of, names or field.text.string.split("\n"))):
            return True
        return any(_is(value, told) for value in values for told in self._values)

    def _has_words_of(self, name: str) -> bool:
        words = self._words
        meant = [word for word in fold(name).split() if len(word) >= _SHORTEST] or fold(name).split()
        return all(word in words or word.removesuffix("s") in words or f"{word}s" in words for word in meant)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(fold(" ".join(self._sentences)).split())

    @cached_property
    def _values(self) -> list[Value]:
        return [mention.value for string in self._sentences for mention in mentions(string)]


_SHORTEST = 4  # letters: shorter words of a name are mostly of the kind of "the"


def _is(value: Value, told: Value) -> bool:
    """Whether a value of the text is the field's, be it a number of another kind."""
    if isinstance(value, Count) and isinstance(told, Number):
        return value.low == told.low == value.high
    return compare(value, told) is Agreement.AGREE


def _is_nothing(value: Value) -> bool:
    return isinstance(value, Count) and value.high == 0
