"""Where the places that findings speak of stand in text as a reader sees it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from wikiproof.text import verbatim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wikiproof.source import Span
    from wikiproof.text import Run, Text


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that lie in the same places: which, and which of them begin here. Of most there are none."""

    text: str
    places: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


class Marks:
    """The places of one article by name, each of which is shown once: where it is met first."""

    def __init__(self, places: Iterable[tuple[str, Span]]) -> None:
        self._open = dict(places)

    def of(self, text: Text) -> tuple[Stretch, ...]:
        """The text cut at the bounds of the places that lie in it."""
        found = {}
        if any(span.start < text.span.end and text.span.start < span.end for span in self._open.values()):
            runs = text.runs
            for name, span in list(self._open.items()):
                low, high = _rendered(runs, span)
                if low < high:
                    found[name] = (low, high)
                    del self._open[name]
        return tuple(_cut(text.string, found))

    def of_words(self, words: str, span: Span) -> tuple[Stretch, ...]:
        """The words that are shown for a stretch of the source; a place in it is all of them."""
        if len(words) == len(span):
            return self.of(verbatim(words, span.start))
        names = tuple(
            name for name, each in self._open.items() if each == span or (len(each) and each in span)
        )
        for name in names:
            del self._open[name]
        return (Stretch(words, names, names),) if words else ()

    def rest(self) -> tuple[str, ...]:
        """The places that were not met."""
        return tuple(self._open)


def _rendered(runs: Iterable[Run], span: Span) -> tuple[int, int]:
    """The offsets in rendered text between which a stretch of its source is shown; both 0 where it is not."""
    low, high = [], []
    for run in runs:
        source = run.source
        if source.start < span.end and span.start < source.end:
            low.append(run.start + (max(span.start - source.start, 0) if run.verbatim else 0))
            high.append(run.end - (max(source.end - span.end, 0) if run.verbatim else 0))
    return (min(low), max(high)) if low else (0, 0)


def _cut(string: str, found: dict[str, tuple[int, int]]) -> Iterator[Stretch]:
    bounds = sorted({0, len(string), *(bound for ends in found.values() for bound in ends)})
    for start, end in pairwise(bounds):
        inside = tuple(name for name, (low, high) in found.items() if low <= start and end <= high)
        begins = tuple(name for name in inside if found[name][0] == start)
        yield Stretch(string[start:end], inside, begins)
