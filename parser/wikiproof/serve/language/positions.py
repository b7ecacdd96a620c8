"""Offsets of our text as positions of the Language Server Protocol, and back.

The protocol counts lines that end at a line feed, a carriage return, or both, and columns in code units of an
encoding that client and server agree on, UTF-16 unless they say otherwise.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lsprotocol.types import Position, PositionEncodingKind, Range

from wikiproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE_END = re.compile(r"\r\n?|\n")
# The codec of each encoding, and the bytes of its code unit.
_CODECS = {
    PositionEncodingKind.Utf8: ("utf-8", 1),
    PositionEncodingKind.Utf16: ("utf-16-le", 2),
    PositionEncodingKind.Utf32: ("utf-32-le", 4),
}


@dataclass(frozen=True, slots=True)
class Positions:
    """A text's lines, and the encoding that columns are counted in."""

    text: str
    starts: Sequence[int]
    encoding: PositionEncodingKind

    @classmethod
    def of(cls, text: str, encoding: PositionEncodingKind | str = PositionEncodingKind.Utf16) -> Positions:
        """The positions of a text."""
        starts = (0, *(match.end() for match in _LINE_END.finditer(text)))
        return cls(text, starts, PositionEncodingKind(encoding))

    def position(self, offset: int) -> Position:
        """The position of an offset."""
        line = bisect_right(self.starts, offset) - 1
        codec, size = _CODECS[self.encoding]
        before = self.text[self.starts[line] : offset]
        return Position(line, len(before.encode(codec, "surrogatepass")) // size)

    def offset(self, position: Position) -> int:
        """The offset of a position; one behind the end of a line or of the text is that end."""
        if position.line >= len(self.starts):
            return len(self.text)
        start = self.starts[position.line]
        end = self.starts[position.line + 1] if position.line + 1 < len(self.starts) else len(self.text)
        line = self.text[start:end].rstrip("\r\n")
        codec, size = _CODECS[self.encoding]
        before = line.encode(codec, "surrogatepass")[: position.character * size]
        # A position inside a character is taken for the one before it.
        return start + len(before.decode(codec, "ignore"))

    def range(self, span: Span) -> Range:
        """The range of a span."""
        return Range(self.position(span.start), self.position(span.end))

    def span(self, range_: Range) -> Span:
        """The span of a range."""
        return Span(self.offset(range_.start), self.offset(range_.end))
