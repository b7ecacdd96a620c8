"""Rendered, readable text that knows where in the source each part of it came from.

Rendered means what a reader of the page sees: links show their label, templates their output,
references and comments are gone. A list is its items, one a line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from wikiproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_LINE = re.compile(r"[^\n]+")


class Run(NamedTuple):
    """A stretch of rendered text and the source it stands for.

    In a verbatim run both are the same characters; else the whole stretch stands for the whole span
    (a template's output for the template).
    """

    start: int
    length: int
    source: Span
    verbatim: bool

    @property
    def end(self) -> int:
        """Offset after the run's last rendered character."""
        return self.start + self.length

    def locate(self, start: int, end: int) -> Span:
        """The source of the rendered offsets `start` to `end`, both inside the run."""
        if not self.verbatim:
            return self.source
        return Span(self.source.start + start - self.start, self.source.start + end - self.start)


class Kind(StrEnum):
    """What an annotation says of the stretch it covers, and what its value holds."""

    LINK = "link"  # the target page
    BOLD = "bold"  # empty
    ABBREVIATION = "abbreviation"  # the long form
    COUNTRY = "country"  # the ISO 3166-1 alpha-2 code, of a flag template
    REFERENCE = "reference"  # the reference's name, or its wikitext where it has none
    NOTE = "note"  # the footnote's rendered text
    TAG = "tag"  # the name of an inline template such as "citation needed" or "as of"
    UNREAD = "unread"  # the name of a template that has no renderer


class Annotation(NamedTuple):
    """Something known of rendered offsets `start` to `end`; a mark (reference, note, tag) has no width."""

    kind: Kind
    start: int
    end: int
    value: str
    source: Span


@dataclass(frozen=True, slots=True)
class Text:
    """Rendered text with a map back to the source."""

    string: str
    runs: tuple[Run, ...] = ()
    annotations: tuple[Annotation, ...] = ()

    def __str__(self) -> str:
        return self.string

    def __len__(self) -> int:
        return len(self.string)

    def __bool__(self) -> bool:
        return bool(self.string)

    @property
    def span(self) -> Span:
        """The source of the whole text; of an empty text, an empty span."""
        runs = self.runs
        if len(runs) == 1:
            return runs[0].source
        return Span(runs[0].source.start, runs[-1].source.end) if runs else Span(0, 0)

    def locate(self, start: int, end: int) -> Span:
        """The source of the rendered offsets `start` to `end`."""
        runs = self.runs
        if not runs:
            return Span(0, 0)
        first = max(bisect_right(runs, start, key=_run_start) - 1, 0)
        last = max(bisect_right(runs, max(end - 1, start), key=_run_start) - 1, 0)
        head = runs[first].locate(min(start, runs[first].end), min(end, runs[first].end))
        if first == last:
            return head
        return Span(head.start, runs[last].locate(runs[last].start, min(end, runs[last].end)).end)

    def slice(self, start: int, end: int) -> Text:
        """The rendered offsets `start` to `end` as a text of its own, with the annotations that touch it."""
        return next(self.pieces(((start, end),)))

    def pieces(self, bounds: Iterable[tuple[int, int]]) -> Iterator[Text]:
        """The stretches between pairs of rendered offsets, in order and apart, each as a text of its own.

        One pass for all, where a slice for each would go through runs and annotations every time.
        """
        runs, annotations = self.runs, self.annotations
        first = following = 0
        reaching: list[Annotation] = []
        for start, end in bounds:
            first = bisect_right(runs, start, first, key=_run_end)
            taken = []
            for at in range(first, len(runs)):
                run = runs[at]
                if run.start >= end:
                    break
                low, high, source = run.start, run.end, run.source
                if low < start or high > end:
                    low, high = max(low, start), min(high, end)
                    source = run.locate(low, high)
                taken.append(Run(low - start, high - low, source, run.verbatim))
            while following < len(annotations) and annotations[following].start <= end:
                reaching.append(annotations[following])
                following += 1
            reaching = [a for a in reaching if a.end >= start]
            touching = tuple(
                Annotation(a.kind, max(a.start, start) - start, min(a.end, end) - start, a.value, a.source)
                for a in reaching
                if (a.start < end and a.end > start) or a.start == a.end
            )
            yield Text(self.string[start:end], tuple(taken), touching)

    def strip(self) -> Text:
        """The text without white space at either end."""
        start = len(self.string) - len(self.string.lstrip())
        end = len(self.string.rstrip())
        if start == 0 and end == len(self.string):
            return self
        return self.slice(start, max(start, end))

    def lines(self) -> Iterator[Text]:
        """The lines that are not blank, each stripped."""
        return self.pieces(
            (line.start() + len(line[0]) - len(line[0].lstrip()), line.start() + len(line[0].rstrip()))
            for line in _LINE.finditer(self.string)
            if not line[0].isspace()
        )

    def of_kind(self, kind: Kind) -> Iterator[Annotation]:
        """The annotations of one kind, in order."""
        return (a for a in self.annotations if a.kind is kind)

    @property
    def partly_unread(self) -> bool:
        """Whether a template without a renderer stands in it."""
        return any(a.kind is Kind.UNREAD for a in self.annotations)


def _run_start(run: Run) -> int:
    return run.start


def _run_end(run: Run) -> int:
    return run.end


def _annotation_place(annotation: Annotation) -> tuple[int, int]:
    return annotation.start, annotation.end


def verbatim(string: str, start: int) -> Text:
    """Text that stands in the source as it reads, from offset `start`."""
    if not string:
        return Text("")
    return Text(string, (Run(0, len(string), Span(start, start + len(string)), verbatim=True),))


class TextBuilder:
    """Collects rendered text piece by piece."""

    __slots__ = ("_annotations", "_length", "_parts", "_runs")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._annotations: list[Annotation] = []
        self._length = 0

    def __len__(self) -> int:
        return self._length

    @property
    def last(self) -> str:
        """The last character so far; empty where there is none."""
        return self._parts[-1][-1:] if self._parts else ""

    def copy(self, string: str, start: int) -> None:
        """Add characters that stand in the source at offset `start` just so."""
        self._add(string, Span(start, start + len(string)), verbatim=True)

    def write(self, string: str, source: Span) -> None:
        """Add characters that `source` as a whole renders to."""
        self._add(string, source, verbatim=False)

    def drop_last(self) -> None:
        """Take back the last character."""
        part = self._parts.pop()[:-1]
        run = self._runs.pop()
        self._length -= 1
        if part:
            self._parts.append(part)
        if run.length > 1:
            source = Span(run.source.start, run.source.end - 1) if run.verbatim else run.source
            self._runs.append(run._replace(length=run.length - 1, source=source))
        for at in range(len(self._annotations) - 1, -1, -1):
            annotation = self._annotations[at]
            if annotation.end <= self._length:
                break
            start = min(annotation.start, self._length)
            self._annotations[at] = annotation._replace(start=start, end=self._length)

    def append(self, text: Text) -> None:
        """Add rendered text with its map and annotations."""
        offset = self._length
        if text.string:
            self._parts.append(text.string)
        self._runs.extend(run._replace(start=run.start + offset) for run in text.runs)
        self._annotations.extend(
            a._replace(start=a.start + offset, end=a.end + offset) for a in text.annotations
        )
        self._length += len(text.string)

    def annotate(self, kind: Kind, start: int, value: str, source: Span) -> None:
        """Say something of the characters from rendered offset `start` to the current end."""
        self._annotations.append(Annotation(kind, start, self._length, value, source))

    def build(self) -> Text:
        """The text collected so far."""
        annotations = sorted(self._annotations, key=_annotation_place)
        return Text("".join(self._parts), tuple(self._runs), tuple(annotations))

    def _add(self, string: str, source: Span, *, verbatim: bool) -> None:
        if not string:
            return
        self._parts.append(string)
        self._runs.append(Run(self._length, len(string), source, verbatim))
        self._length += len(string)
