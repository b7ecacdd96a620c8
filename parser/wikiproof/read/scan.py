"""One linear pass over wikitext that finds its markup and how it nests.

The scan decides extents only: where each template, link, table and tag begins and ends. It knows nothing of
what they mean; `render` does. What is never closed is text, as in MediaWiki.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from wikiproof.read.markup import Frame, Leaf, Mark, Region, Scan, skip_space
from wikiproof.read.names import is_infobox, tags

if TYPE_CHECKING:
    from collections.abc import Callable

# Deeper markup is text: nobody writes it, and what walks the tree may then be recursive.
MAXIMUM_DEPTH = 40

# Every alternative begins with a character of its own, so that the search skips prose at full speed, and none
# can run on past the next mark, so that no text is searched twice.
_TOKEN = re.compile(
    r"\n(?:\s*\n)?(?:=|[ \t:*#]*\{\|(?![|}])|\|\}(?!\})|[*#:;]+|----+)?"
    r"|\{\{\{(?!\{)|\{\{|\}\}+"
    r"|\[\[|\]\]?|\[(?:(?:https?:|ftp:)?//|mailto:)(?:[^\s\[\]<>{}]|\{(?!\{)|\}(?!\}))*[ \t]*"
    r"|\||="
    r"|''+"
    r"|<!--|</?[a-zA-Z][a-zA-Z0-9]*[^<>]*>"
    r"|&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});"
    r"|__[A-Z]+__"
)
_TAG_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_FILE_LINK = re.compile(r"\[\[\s*(?:file|image)\s*:", re.IGNORECASE)
_ITEM = re.compile(r"[*#:;]+")


def scan(text: str, start: int = 0, end: int | None = None) -> Scan:
    """The markup of `text[start:end]`."""
    return _Scanner(text, start, len(text) if end is None else end).scan()


@cache
def _closing_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}\s*>", re.IGNORECASE)


class _Scanner:
    """The pass at work: a stack of what is open, the whole text at its bottom."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._start = start
        self._at = start
        self._end = end
        self._top = Frame(None, start, 0)
        self._stack = [self._top]
        self._open_templates = 0
        self._refused = 0
        self._closed: list[Frame] = []
        self._references: list[Leaf] = []
        self._unclosed: list[int] = []
        self._too_deep: list[int] = []
        self._never_closed: set[str] = set()

    def scan(self) -> Scan:
        """Run the pass."""
        text, end, search = self._text, self._end, _TOKEN.search
        if self._start == 0:
            self._first_line()
        while token := search(text, self._at, end):
            self._at = token.end()
            start = token.start()
            _HANDLERS[text[start]](self, start, token[0])
        self._end_line()
        while len(self._stack) > 1:
            self._abandon(end)
        found = sorted(self._closed, key=lambda frame: frame.start)
        return Scan(
            Region(self._start, end, self._top.nodes),
            [frame for frame in found if frame.mark is Mark.TEMPLATE],
            [frame for frame in found if frame.mark is Mark.LINK],
            self._references,
            sorted(self._unclosed),
            self._too_deep,
        )

    # Opening and closing

    def _leaf(self, mark: Mark, start: int, value: str) -> Leaf:
        leaf = Leaf(mark, start, self._at, value)
        self._top.nodes.append(leaf)
        return leaf

    def _open(self, mark: Mark, start: int, opening: int) -> Frame | None:
        """Push a frame, or None where the markup is too deep and stays text."""
        if len(self._stack) > MAXIMUM_DEPTH:
            self._too_deep.append(start)
            return None
        self._top = Frame(mark, start, opening)
        self._stack.append(self._top)
        return self._top

    def _pop(self) -> Frame:
        frame = self._stack.pop()
        self._top = self._stack[-1]
        if frame.mark is Mark.TEMPLATE:
            self._open_templates -= 1
        return frame

    def _close(self, end: int, closing: int) -> None:
        """Close the innermost frame."""
        frame = self._pop()
        frame.end = end
        frame.closing = closing
        self._top.nodes.append(frame)
        self._closed.append(frame)

    def _dissolve(self) -> None:
        """Take the innermost frame as text: what it holds belongs to the frame around it."""
        frame = self._pop()
        self._unclosed.append(frame.start)
        self._top.absorb(frame)

    def _abandon(self, end: int) -> None:
        """Leave the innermost frame, of which no end was found before `end`.

        A table reaches so far, an infobox as far as its last field, anything else is text.
        """
        frame = self._top
        if frame.is_infobox:
            end, count = self._end_of_fields(frame, end)
            rest = frame.end_before(end, count)
            frame.unclosed = True
            self._close(end, 0)
            self._top.nodes.extend(rest)
        elif frame.mark is Mark.TABLE:
            self._close(end, 0)
        else:
            self._dissolve()

    def _end_of_fields(self, frame: Frame, end: int) -> tuple[int, int]:
        """Where prose begins in an infobox never closed, and how many of its nodes stand before."""
        for index, node in enumerate(frame.nodes):
            if isinstance(node, Leaf) and node.mark is Mark.LINE:
                at = skip_space(self._text, node.end, end)
                blank = node.value.count("\n") > 1
                if self._text.startswith("'''", at) or (blank and self._text[at : at + 1] not in ("|", "}")):
                    return node.start, index
        return end, len(frame.nodes)

    # Lines

    def _first_line(self) -> None:
        """The text may begin with a heading, a list item or a table, without a line end before it."""
        if item := _ITEM.match(self._text):
            self._at = item.end()
            self._leaf(Mark.LINE, 0, item[0])
        elif self._text.startswith("="):
            self._heading(0)
        elif self._text.startswith("{|"):
            self._at = 2
            self._open(Mark.TABLE, 0, 2)

    def _line(self, start: int, token: str) -> None:
        self._end_line()
        match token[-1]:
            case "=":
                self._at -= 1
                self._leaf(Mark.LINE, start, token[:-1])
                self._heading(self._at)
            case "|":
                # List marks before a table only indent it.
                opening, line = self._at - 2, token[: token.rindex("\n") + 1]
                self._leaf(Mark.LINE, start, line).end = opening
                self._open(Mark.TABLE, opening, 2)
            case "}" if self._top.mark is Mark.TABLE:
                self._close(self._at, 2)
            case "}":
                # Not the end of a table: the "|" counts, as between the arguments of a template.
                self._at -= 2
                self._leaf(Mark.LINE, start, token[:-2])
            case _:
                self._leaf(Mark.LINE, start, token)

    def _end_line(self) -> None:
        """No link but to a picture, with its legend, goes on past a line; nor does an external one."""
        while self._top.mark is Mark.LINK and not _FILE_LINK.match(self._text, self._top.start):
            self._dissolve()
        if address := self._top.address:
            self._top.address = None
            address.mark, address.inner = Mark.NOWIKI, (address.start, address.end)

    def _heading(self, start: int) -> None:
        """A line `== Title ==`; what looks like one but is not stays text."""
        line_end = self._text.find("\n", start, self._end)
        line_end = self._end if line_end < 0 else line_end
        end = line_end
        while (line := self._text[start:end].rstrip()).endswith("-->") and (
            comment := line.rfind("<!--")
        ) >= 0:
            end = start + comment
        level = min(len(line) - len(line.lstrip("=")), len(line) - len(line.rstrip("=")), 6)
        if not 0 < 2 * level < len(line):
            return
        while any(frame.is_infobox or frame.mark in (Mark.TABLE, Mark.LINK) for frame in self._stack):
            self._abandon(start)
        self._at = line_end
        title = line[level:-level]
        inner = start + level + len(title) - len(title.lstrip())
        self._leaf(Mark.HEADING, start, "=" * level).inner = (inner, inner + len(title.strip()))

    # Braces and brackets

    def _bar(self, start: int, _token: str) -> None:
        self._top.cut(start)

    def _equals(self, start: int, _token: str) -> None:
        if self._top.equals[-1] < 0:
            self._top.equals[-1] = start

    def _open_braces(self, start: int, token: str) -> None:
        mark = Mark.PARAMETER if token == "{{{" else Mark.TEMPLATE
        frame = self._open(mark, start, len(token))
        if frame is None:
            self._refused += 1
        elif mark is Mark.TEMPLATE:
            self._open_templates += 1
            frame.is_infobox = is_infobox(self._text, self._at)

    def _close_braces(self, start: int, token: str) -> None:
        """A run of "}" closes as many templates and parameters as it holds pairs and triples for."""
        at, end = start, start + len(token)
        while end - at >= 2:
            if self._refused:
                self._refused -= 1
                at += 2
            elif self._top.mark is Mark.PARAMETER and end - at >= 3:
                at += 3
                self._close(at, 3)
            elif self._top.mark is Mark.PARAMETER:
                self._split_braces(self._top)
            elif self._open_templates:
                while self._top.mark is not Mark.TEMPLATE:
                    self._dissolve()
                at += 2
                self._close(at, 2)
            else:
                return

    def _split_braces(self, frame: Frame) -> None:
        """Read "{{{!}}" as a brace before a template."""
        frame.mark = Mark.TEMPLATE
        frame.start += 1
        frame.opening = 2
        self._open_templates += 1

    def _open_bracket(self, start: int, token: str) -> None:
        if token == "[[":
            self._open(Mark.LINK, start, 2)
        elif self._top.address is None:
            if (bar := token.find("|")) >= 0 and self._top.mark in (Mark.TEMPLATE, Mark.LINK):
                self._at = start + bar
            self._top.address = self._leaf(Mark.HIDDEN, start, token)

    def _close_bracket(self, start: int, token: str) -> None:
        if token == "]]" and self._top.mark is Mark.LINK:
            self._close(self._at, 2)
        elif self._top.address:
            self._at = start + 1
            self._top.address = None
            self._leaf(Mark.HIDDEN, start, "]")

    # Quotes, tags and the like

    def _quotes(self, start: int, token: str) -> None:
        self._leaf(Mark.QUOTES, start, token)

    def _entity(self, start: int, token: str) -> None:
        self._leaf(Mark.ENTITY, start, token)

    def _switch(self, start: int, token: str) -> None:
        self._leaf(Mark.HIDDEN, start, token)

    def _angle(self, start: int, token: str) -> None:
        if token == "<!--":
            closing = self._text.find("-->", self._at, self._end)
            # As MediaWiki does, a comment never closed hides the rest.
            self._at = self._end if closing < 0 else closing + 3
            self._leaf(Mark.HIDDEN, start, token)
            return
        tag = _TAG_NAME.match(token)
        name = tag[1].lower() if tag else ""
        kinds = tags()
        closes = token[1] == "/"
        if name in kinds.shown:
            self._leaf(Mark.TAG, start, "/" + name if closes else name)
        elif name == "table":
            self._html_table(start, token, closes=closes)
        elif closes and name in kinds.extension:
            # The end of nothing.
            self._leaf(Mark.HIDDEN, start, token)
        elif name in kinds.extension:
            self._extension(start, token, name)

    def _html_table(self, start: int, token: str, *, closes: bool) -> None:
        if not closes:
            self._open(Mark.TABLE, start, len(token))
        elif self._top.mark is Mark.TABLE:
            self._close(self._at, len(token))
        else:
            self._leaf(Mark.HIDDEN, start, token)

    def _extension(self, start: int, token: str, name: str) -> None:
        """A tag whose content is not wikitext of the page, as far as its closing tag."""
        content = (self._at, self._at) if token[-2] == "/" else self._content(name)
        if content is None:
            self._unclosed.append(start)
            self._leaf(Mark.HIDDEN, start, token)
            return
        leaf = self._leaf(_EXTENSIONS.get(name, Mark.HIDDEN), start, token)
        leaf.inner = content
        if leaf.mark is Mark.REFERENCE:
            self._references.append(leaf)

    def _content(self, name: str) -> tuple[int, int] | None:
        """Go to the end of a tag's content; None where it has none. No search that failed is made again."""
        if name in self._never_closed:
            return None
        closing = _closing_tag(name).search(self._text, self._at, self._end)
        if closing is None:
            self._never_closed.add(name)
            return None
        content = (self._at, closing.start())
        self._at = closing.end()
        return content


_EXTENSIONS = {"ref": Mark.REFERENCE, "nowiki": Mark.NOWIKI}

_HANDLERS: dict[str, Callable[[_Scanner, int, str], None]] = {
    "\n": _Scanner._line,
    "|": _Scanner._bar,
    "=": _Scanner._equals,
    "{": _Scanner._open_braces,
    "}": _Scanner._close_braces,
    "[": _Scanner._open_bracket,
    "]": _Scanner._close_bracket,
    "'": _Scanner._quotes,
    "<": _Scanner._angle,
    "&": _Scanner._entity,
    "_": _Scanner._switch,
}
