"""Where a page is rendered onto: text as a browser would set it, with its map to the source."""

from __future__ import annotations

import re

from wikiproof.source import Span
from wikiproof.text import Kind, TextBuilder

# What a browser sets as one plain space; the single plain space between words is not worth stopping at.
_ODD_SPACE = re.compile(
    r"[ \t\r\n\v\f]{2,}|[\t\r\n\v\f\u00a0\u2002-\u200a\u202f\u3000\u200b-\u200f\u2060\ufeff]"
)
# What is left before a bracket's content where something at its head has gone, such as a pronunciation.
_AFTER_BRACKET = re.compile(r"[ ]*(?:[;,][ ]*)?")
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_WIDTHLESS = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


class Canvas(TextBuilder):
    """Collects rendered text with white space collapsed, and remembers where bold text began.

    `breaks` is what `<br>` and the items of an inline list become: a line end in an infobox value, where they
    part items, a space in prose. `raised` text is an exponent: "10<sup>8</sup>" must not read "108".
    """

    __slots__ = ("bold", "breaks", "raised")

    def __init__(self, *, breaks: str) -> None:
        super().__init__()
        self.breaks = breaks
        self.bold: int | None = None
        self.raised = False

    def flow(self, text: str, start: int, end: int) -> None:
        """Add `text[start:end]`, which stands in the source at `start`, white space collapsed."""
        chunk = text[start:end]
        last = self.last
        if last == "(":
            skipped = _AFTER_BRACKET.match(chunk)
            start += skipped.end() if skipped else 0
            chunk = chunk[skipped.end() :] if skipped else chunk
            if chunk[:1] == ")":
                self.drop_last()
                start += 1
                chunk = chunk[1:]
                if self.last == " " and chunk[:1] in ".,;:":
                    self.drop_last()
                last = self.last
        if chunk[:1] == " " and last in " \n":
            start += 1
            chunk = chunk[1:]
        if self.raised:
            self.write(chunk.translate(_RAISED), Span(start, end))
            return
        odd = _ODD_SPACE.search(chunk)
        if odd is None:
            self.copy(chunk, start)
            return
        at = 0
        while odd:
            self.copy(chunk[at : odd.start()], start + at)
            if odd[0] not in _WIDTHLESS:
                self.space(Span(start + odd.start(), start + odd.end()))
            at = odd.end()
            odd = _ODD_SPACE.search(chunk, at)
        self.copy(chunk[at:], start + at)

    def space(self, source: Span) -> None:
        """Add a space, unless white space or nothing stands before it."""
        if self.last not in " \n":
            self.write(" ", source)

    def new_line(self, source: Span) -> None:
        """Go to a new line, unless this one is empty."""
        if len(self) and self.last != "\n":
            self.write("\n", source)

    def line_break(self, source: Span) -> None:
        """What `<br>` does."""
        if self.breaks == "\n":
            self.new_line(source)
        else:
            self.space(source)

    def toggle_bold(self, source: Span) -> None:
        """Begin bold text, or end it."""
        if self.bold is None:
            self.bold = len(self)
            return
        if self.bold < len(self):
            self.annotate(Kind.BOLD, self.bold, "", source)
        self.bold = None
