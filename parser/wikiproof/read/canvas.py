"""Where a page is rendered onto: text as a browser would set it, with its map to the source."""

from __future__ import annotations

import re

from wikiproof.source import Span
from wikiproof.text import Kind, TextBuilder

# What a browser sets as one plain space; the single plain space between words is not worth stopping at.
_ODD_SPACE = re.compile(
    r"[ \t\r\n\v\f]{2,}|[\t\r\n\v\f\u00a0\u2002-\u200a\u202f\u3000\u200b-\u200f\u2060\ufeff]"
)
_PARTED = re.compile(r" *(?:[;,] *)?")
_CLOSING = re.compile(r" *\)")
_UNSETTLED = frozenset(("", *" \n,;("))
_SETTLING = frozenset(" ),;")
_EXPONENT = re.compile(r"[-+−]?[0-9]{1,4}")
RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_WIDTHLESS = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


def is_flowing(string: str) -> bool:
    """Whether no white space in it is odd: none that is prints, but a row of spaces."""
    return string.isprintable() and "  " not in string


class Canvas(TextBuilder):
    """Collects rendered text with white space collapsed, and remembers where bold text began.

    `breaks` is what `<br>` and the items of an inline list become: a line end in an infobox value, where they
    part items, a space in prose. `raised` text is an exponent: "10<sup>8</sup>" must not read "108". `address` is
    that of a link out of the wiki whose label began at an offset.
    """

    __slots__ = ("address", "bold", "breaks", "raised")

    def __init__(self, *, breaks: str) -> None:
        super().__init__()
        self.breaks = breaks
        self.address: tuple[int, str] | None = None
        self.bold: int | None = None
        self.raised = False

    def flow(self, text: str, start: int, end: int) -> None:
        """Add `text[start:end]`, which stands in the source at `start`, white space collapsed."""
        chunk = text[start:end]
        if self.last in _UNSETTLED:
            if chunk[:1] in _SETTLING and (skipped := self._settle(chunk)):
                chunk = chunk[skipped:]
                start += skipped
        elif not self.last:
            # What the text would be stripped of; marks that stand before it stay.
            chunk = chunk.lstrip()
            start = end - len(chunk)
        if self.raised and _EXPONENT.fullmatch(chunk):
            self.write(chunk.translate(RAISED), Span(start, end))
        elif not (chunk.isprintable() and "  " not in chunk):
            self._collapse(chunk, start)
        elif chunk:
            # As `copy` does it: nothing is done more often.
            length = self._length
            self._parts.append(chunk)
            self._runs.append((length, start, end, True))
            self._length = length + end - start
            self.last = chunk[-1]

    def _collapse(self, chunk: str, start: int) -> None:
        """Add text that holds odd white space."""
        odd = _ODD_SPACE.search(chunk)
        at = 0
        while odd:
            self.copy(chunk[at : odd.start()], start + at)
            if odd[0] not in _WIDTHLESS:
                self.space(Span(start + odd.start(), start + odd.end()))
            at = odd.end()
            odd = _ODD_SPACE.search(chunk, at)
        self.copy(chunk[at:], start + at)

    def _settle(self, chunk: str) -> int:
        """Make an end of `_UNSETTLED` fit what follows; how many characters of the chunk not to add.

        A second space goes. Where something in brackets was nothing to show, such as a pronunciation, so do
        the comma that parted it from the rest, and brackets that hold nothing more.
        """
        parted = _PARTED.match(chunk) if self.last == "(" else None
        skip = parted.end() if parted else 0
        if self.last != "\n" and (closing := _CLOSING.match(chunk, skip)):
            while self.last in (" ", ",", ";"):
                self.drop_last()
            skip = closing.end() - 1
            if self.last == "(":
                self.drop_last()
                skip += 1
                if self.last == " " and chunk[skip : skip + 1] in ".,;:":
                    self.drop_last()
        return skip + (chunk[skip : skip + 1] == " " and self.last in " \n")

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
