"""What a paragraph has named before a sentence: a date or a place holds until another is named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wikiproof.values import Date, gazetteer

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from wikiproof.article import Sentence
    from wikiproof.claims.reading import Reader


_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Anchors:
    """The sentences of a paragraph before one. They are read only when a gate asks: most claims name their own date."""

    before: Sequence[Sentence]
    reader: Reader

    def date(self) -> Date | None:
        """The last date named; what stands in brackets only says the one before it otherwise."""
        for sentence in reversed(self.before):
            string = sentence.text.string
            if _DIGIT.search(string):
                mentions = self.reader.mentions(sentence)
                dated = [(m.value, _is_aside(string, m.start)) for m in mentions if isinstance(m.value, Date)]
                if dated:
                    return next((date for date, aside in reversed(dated) if not aside), dated[-1][0])
        return None

    def sites(self, names: Collection[str]) -> set[str]:
        """Those of some (folded) names of places that the last sentence names which names any."""
        for sentence in reversed(self.before):
            words = f" {gazetteer.fold(sentence.text.string)} "
            found = {name for name in names if name in words}
            if found:
                return found
        return set()


def _is_aside(string: str, at: int) -> bool:
    return string.count("(", 0, at) > string.count(")", 0, at)
