"""Rendered, readable text that knows where in the source each part of it came from.

Rendered means what a reader of the page sees: links show their label, templates their output,
references and comments are gone. A list is its items, one a line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import StrEnum
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from wikiproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


_LINE = re.compile(r"[^\n]+")


class Run(NamedTuple):
    """A stretch of rendered text and the source it stands for.

    In a verbatim run both are the same characters; else the whole stretch stands for the whole span
    (a template's output for the template).
    """

    start: int
    end: int
    source: Span
    verbatim: bool


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
    DATE = "date"  # empty, of a template that shows a date
    MEASURE = (
        "measure"  # the measure or the amount of money as given to a template, which may show it otherwise
    )
    DURATION = "duration"  # empty, of a template that shows a length of time
    ADDRESS = "address"  # the address that a link out of the wiki leads to


class Annotation(NamedTuple):
    """Something known of rendered offsets `start` to `end`; a mark (reference, note, tag) has no width."""

    kind: Kind
    start: int
    end: int
    value: str
    source: Span


# A run as a text keeps it: where it starts, the source's start and end, and whether it is verbatim. It ends
# where the next one starts. A page has hundreds, and few are ever looked at.
_Run = tuple[int, int, int, bool]
# An annotation as a text keeps it: kind, start, end, value, and the source's start and end.
_Note = tuple[Kind, int, int, str, int, int]
_WHERE = itemgetter(1, 2)


class Text:
    """Rendered text with a map back to the source.

    A piece of another text shares its map, and begins at the offset `start` of it.
    """

    __slots__ = ("_annotations", "_runs", "_start", "string")

    def __init__(
        self,
        string: str,
        runs: Sequence[_Run] = (),
        annotations: Sequence[_Note] = (),
        start: int = 0,
    ) -> None:
        self.string: Final = string
        self._runs: Final = runs
        self._annotations: Final = annotations
        self._start: Final = start

    def __str__(self) -> str:
        return self.string

    def __repr__(self) -> str:
        return f"Text({self.string!r})"

    def __len__(self) -> int:
        return len(self.string)

    def __bool__(self) -> bool:
        return bool(self.string)

    @property
    def runs(self) -> list[Run]:
        """The stretches that the text is made of, in order."""
        start, end = self._start, self._start + len(self.string)
        if start == end or not self._runs:
            return []
        inside = self._runs[_run_at(self._runs, start) : _run_at(self._runs, end - 1) + 1]
        starts = [max(run[0], start) - start for run in inside]
        return [
            Run(low, high, self.locate(low, high), run[-1])
            for low, high, run in zip(starts, [*starts[1:], end - start], inside, strict=True)
        ]

    @property
    def annotations(self) -> list[Annotation]:
        """What is known of stretches of the text, in order."""
        return [self._shifted(note) for note in self._annotations]

    def of_kind(self, kind: Kind) -> Iterator[Annotation]:
        """The annotations of one kind, in order."""
        return (self._shifted(note) for note in self._annotations if note[0] is kind)

    def places_of(self, kind: Kind) -> list[int]:
        """Where in the source the annotations of one kind begin, in order."""
        return [note[4] for note in self._annotations if note[0] is kind]

    @property
    def partly_unread(self) -> bool:
        """Whether a template without a renderer stands in it."""
        return Kind.UNREAD in [note[0] for note in self._annotations]

    def _shifted(self, note: _Note) -> Annotation:
        kind, start, end, value, begin, finish = note
        first, last = self._start, self._start + len(self.string)
        start, end = max(first, start), min(last, end)
        return Annotation(kind, start - first, end - first, value, Span(begin, finish))

    @property
    def span(self) -> Span:
        """The source of the whole text; of an empty text, an empty span."""
        return self.locate(0, len(self.string))

    def locate(self, start: int, end: int) -> Span:
        """The source of the rendered offsets `start` to `end`."""
        runs, length = self._runs, len(self.string)
        if not (runs and length):
            return Span(0, 0)
        offset = self._start
        first = last = _run_at(runs, offset + min(start, length - 1))
        if end - 1 > start and len(runs) > 1:
            last = _run_at(runs, offset + min(end, length) - 1)
        at, begin, finish, verbatim = runs[first]
        if verbatim:
            begin += offset + min(start, length) - at
        at, source, finish, verbatim = runs[last]
        if verbatim:
            finish = source + offset + min(end, length) - at
        return Span(begin, finish)

    def slice(self, start: int, end: int) -> Text:
        """The rendered offsets `start` to `end` as a text of its own, with the annotations that touch it."""
        return next(self.pieces(((start, end),)))

    def pieces(self, bounds: Iterable[tuple[int, int]]) -> Iterator[Text]:
        """The stretches between pairs of rendered offsets, in order and apart, each as a text of its own.

        One pass for all, where a slice for each would go through the annotations every time.
        """
        string, runs, notes, offset = self.string, self._runs, self._annotations, self._start
        following, count = 0, len(notes)
        reaching: list[_Note] = []
        for first, last in bounds:
            start, end = first + offset, last + offset
            while following < count and notes[following][1] <= end:
                reaching.append(notes[following])
                following += 1
            touching: Sequence[_Note] = ()
            if reaching:
                reaching = [note for note in reaching if note[2] >= start]
                touching = [
                    note for note in reaching if (note[1] < end and note[2] > start) or note[1] == note[2]
                ]
            yield Text(string[first:last], runs, touching, start)

    def strip(self) -> Text:
        """The text without white space at either end."""
        string = self.string.strip()
        if len(string) == len(self.string):
            return self
        start = len(self.string) - len(self.string.lstrip())
        return self.slice(start, start + len(string))

    def lines(self) -> Iterator[Text]:
        """The lines that are not blank, each stripped."""
        return self.pieces(
            (line.start() + len(line[0]) - len(line[0].lstrip()), line.start() + len(line[0].rstrip()))
            for line in _LINE.finditer(self.string)
            if not line[0].isspace()
        )


def _run_at(runs: Sequence[_Run], offset: int) -> int:
    """The index of the run that an offset stands in."""
    return bisect_left(runs, (offset + 1,)) - 1


def verbatim(string: str, start: int) -> Text:
    """Text that stands in the source as it reads, from offset `start`."""
    if not string:
        return Text("")
    return Text(string, [(0, start, start + len(string), True)])


class TextBuilder:
    """Collects rendered text piece by piece; `last` is the last character so far, empty where there is none."""

    __slots__ = ("_annotations", "_length", "_parts", "_runs", "last")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._runs: list[_Run] = []
        self._annotations: list[_Note] = []
        self._length = 0
        self.last = ""

    def __len__(self) -> int:
        return self._length

    def copy(self, string: str, start: int) -> None:
        """Add characters that stand in the source at offset `start` just so."""
        if string:
            self._parts.append(string)
            self._runs.append((self._length, start, start + len(string), True))
            self._length += len(string)
            self.last = string[-1]

    def write(self, string: str, source: Span) -> None:
        """Add characters that `source` as a whole renders to."""
        if string:
            self._parts.append(string)
            self._runs.append((self._length, source.start, source.end, False))
            self._length += len(string)
            self.last = string[-1]

    def drop_last(self) -> None:
        """Take back the last character."""
        part = self._parts.pop()[:-1]
        start, source, end, verbatim = self._runs.pop()
        self._length -= 1
        if part:
            self._parts.append(part)
        if start < self._length:
            self._runs.append((start, source, end - verbatim, verbatim))
        self.last = self._parts[-1][-1] if self._parts else ""
        for at in range(len(self._annotations) - 1, -1, -1):
            kind, first, last, value, begin, finish = self._annotations[at]
            if last <= self._length:
                break
            self._annotations[at] = (kind, min(first, self._length), self._length, value, begin, finish)

    def append(self, text: Text) -> None:
        """Add rendered text with its map and annotations."""
        offset = self._length
        for run in text.runs:
            self._runs.append((run.start + offset, run.source.start, run.source.end, run.verbatim))
        for kind, first, last, value, source in text.annotations:
            self._annotations.append((kind, first + offset, last + offset, value, source.start, source.end))
        if text.string:
            self._parts.append(text.string)
            self._length += len(text.string)
            self.last = text.string[-1]

    def annotate(self, kind: Kind, start: int, value: str, source: Span) -> None:
        """Say something of the characters from rendered offset `start` to the current end."""
        self.note(kind, start, value, source.start, source.end)

    def note(self, kind: Kind, start: int, value: str, begin: int, finish: int) -> None:
        """Do as `annotate` does, with the offsets of the source."""
        self._annotations.append((kind, start, self._length, value, begin, finish))

    def build(self) -> Text:
        """The text collected so far."""
        notes = self._annotations
        if len(notes) > 1:
            notes.sort(key=_WHERE)
        return Text("".join(self._parts), self._runs, notes)
