"""The text as read, and positions in it.

Every position in wikiproof is a pair of character offsets into one `Source.text`.
Lines and columns exist only where something is printed.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final


class WikiproofError(Exception):
    """What every error that wikiproof raises on purpose is."""


@dataclass(slots=True, order=True, unsafe_hash=True)
class Span:
    """A stretch of the source: offsets of its first character and of the one after its last.

    An article has hundreds, and what `frozen` would do is five times as slow as what `Final` says.
    """

    start: Final[int]
    end: Final[int]

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Position:
    """Where an offset stands for a reader: line and column start at 1, the offset at 0."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """One article's text, unchanged, and the path it was given under (None for text in memory)."""

    text: str
    path: str | None = None
    _line_starts: list[int] = field(default_factory=list, init=False, repr=False, compare=False)

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @property
    def sha256(self) -> str:
        """Hexadecimal digest of the text as UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def position(self, offset: int) -> Position:
        r"""Line and column of an offset; lines end at "\n", as editors count them."""
        starts = self._starts()
        line = bisect_right(starts, offset)
        return Position(offset, line, offset - starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of a line without its line end; lines count from 1."""
        starts = self._starts()
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].removesuffix("\r")

    def _starts(self) -> list[int]:
        if not self._line_starts:
            self._line_starts.append(0)
            at = self.text.find("\n")
            while at >= 0:
                self._line_starts.append(at + 1)
                at = self.text.find("\n", at + 1)
        return self._line_starts
