"""One linear pass over wikitext that finds its markup and how it nests.

The scan decides extents only: where each template, link, table and tag begins and ends. It knows nothing of
what they mean; `render` does. What is never closed is text, as in MediaWiki.
"""

from __future__ import annotations

import re
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from wikiproof.read.markup import Flat, Frame, Leaf, Mark, Region, Scan, new_flat, new_leaf
from wikiproof.read.names import is_infobox, names_infobox, tags
from wikiproof.read.stack import MAXIMUM_DEPTH, Stack

if TYPE_CHECKING:
    from collections.abc import Callable

    from wikiproof.read.markup import Template

# Words without markup, such as a plain link's.
_WORDS = r"(?:[^\[\]{}<>|\n&'_]++|'(?!')|_(?!_))*+"
# What a template without other markup in it holds: a line may end in it where an argument does.
_ARGUMENTS = r"(?:[^\[\]{}<>\n&'_]++|'(?!')|_(?!_[A-Z])|&(?!\#?[a-zA-Z0-9]{1,31};)|\n[ \t]*+(?=\||\}\}))*+"
# The name of a field that begins a line, as most lines of an infobox do.
_FIELD = r"(?:[^\[\]{}<>|=\n&'_]++|_(?!_))*+"
# Every alternative begins with a character of its own, so that the search skips prose at full speed, and none
# can run on past the next mark, so that no text is searched twice.
_TOKEN = re.compile(
    rf"\n(?:\s*\n)?(?:=|[ \t:*#]*\{{\|(?![|}}])|[ \t]*\|{_FIELD}=|\|\}}(?!\}})|[*#:;]+|----+)?"
    rf"|\{{\{{\{{(?!\{{)|\{{\{{(?:(?!\{{){_ARGUMENTS}\}}\}})?|\}}\}}+"
    rf"|\[\[(?:{_WORDS}(?:\|{_WORDS})?\]\])?"
    r"|\]\]?|\[(?:(?:https?:|ftp:)?//|mailto:)(?:[^\s\[\]<>{}]|\{(?!\{)|\}(?!\}))*[ \t]*"
    r"|\||="
    r"|''+"
    # A reference whose content has no tag in it is taken whole.
    r"|<(?:!--|[rR][eE][fF](?![a-zA-Z0-9])[^<>]*(?:(?<!/)>[^<]*+</[rR][eE][fF]\s*>|>)|/?[a-zA-Z][a-zA-Z0-9]*[^<>]*>)"
    r"|&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});"
    r"|__[A-Z]+__"
)
# A template without other markup in it that stands alone, as most references hold.
FLAT = re.compile(rf"\s*(?P<template>\{{\{{(?!\{{)(?P<name>[^\[\]{{}}<>|\n&'_]*){_ARGUMENTS}\}}\}})\s*")
_TAG_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_FILE_LINK = re.compile(r"\[\[\s*(?:file|image)\s*:", re.IGNORECASE)
_ITEM = re.compile(r"[*#:;]+")


def scan(text: str, start: int = 0, end: int | None = None) -> Scan:
    """The markup of `text[start:end]`."""
    return _Scanner(text, start, len(text) if end is None else end).scan()


@cache
def _closing_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}\s*>", re.IGNORECASE)


class _Scanner(Stack):
    """The pass at work: what it does with each mark it meets."""

    def __init__(self, text: str, start: int, end: int) -> None:
        super().__init__(text, start, end)
        self._refused = 0
        self._links: list[Leaf] = []
        self._flat: list[Flat] = []
        self._references: list[Leaf] = []
        self._never_closed: set[str] = set()

    def scan(self) -> Scan:
        """Run the pass."""
        if self.start == 0:
            self._first_line()
        while self._read_marks():
            pass
        self._end_line()
        while len(self.frames) > 1:
            self.abandon(self.end)
        links: list[Leaf | Frame] = [
            *self._links,
            *(frame for frame in self.closed if frame.mark is Mark.LINK),
        ]
        templates: list[Template] = [
            *self._flat,
            *(frame for frame in self.closed if frame.mark is Mark.TEMPLATE),
        ]
        return Scan(
            Region(self.start, self.end, self.top.nodes),
            sorted(templates, key=_START),
            sorted(links, key=_START),
            self._references,
            sorted(self.unclosed),
            self.too_deep,
        )

    def _read_marks(self) -> bool:
        """Read on to the first mark that takes more or less than its token; whether there is one."""
        text, at = self.text, self.at
        for token in _TOKEN.finditer(text, at, self.end):
            start, at = token.span()
            self.at = at
            _HANDLERS[text[start]](self, start, token[0])
            if self.at != at:
                return True
        return False

    # Lines

    def _first_line(self) -> None:
        """The text may begin with a heading, a list item or a table, without a line end before it."""
        if item := _ITEM.match(self.text):
            self.at = item.end()
            self.leaf(Mark.LINE, 0, item[0])
        elif self.text.startswith("="):
            self._heading(0)
        elif self.text.startswith("{|"):
            self.at = 2
            self.open(Mark.TABLE, 0, 2)

    def _line(self, start: int, token: str) -> None:
        top = self.top
        if top.mark is Mark.LINK or top.address >= 0:
            self._end_line()
        elif token == "\n":
            top.nodes.append(new_leaf((Mark.LINE, start, self.at, token, _NOTHING)))
            return
        match token[-1]:
            case "=" if (bar := token.find("|")) > 0:
                length = token.rindex("\n") + 1
                self.at = start + length
                self.leaf(Mark.LINE, start, token[:length])
                self.at = start + len(token)
                self._bar(start + bar, token)
                self._equals(self.at - 1, token)
            case "=":
                self.at -= 1
                self.leaf(Mark.LINE, start, token[:-1])
                self._heading(self.at)
            case "|":
                # List marks before a table only indent it.
                opening, line = self.at - 2, token[: token.rindex("\n") + 1]
                self.at = opening
                self.leaf(Mark.LINE, start, line)
                self.at += len("{|")
                self.open(Mark.TABLE, opening, 2)
            case "}" if self.top.mark is Mark.TABLE:
                self.close(self.at, 2)
            case "}":
                # Not the end of a table: the "|" counts, as between the arguments of a template.
                self.at -= 2
                self.leaf(Mark.LINE, start, token[:-2])
            case _:
                self.leaf(Mark.LINE, start, token)

    def _end_line(self) -> None:
        """No link but to a picture, with its legend, goes on past a line; nor does an external one."""
        while self.top.mark is Mark.LINK and not _FILE_LINK.match(self.text, self.top.start):
            self.dissolve()
        if (at := self.top.address) >= 0:
            node = self.top.nodes[at]
            self.top.nodes[at] = Leaf(Mark.NOWIKI, node.start, node.end, "", (node.start, node.end))
            self.top.address = -1

    def _heading(self, start: int) -> None:
        """A line `== Title ==`; what looks like one but is not stays text."""
        line_end = self.text.find("\n", start, self.end)
        line_end = self.end if line_end < 0 else line_end
        end = line_end
        while (line := self.text[start:end].rstrip()).endswith("-->") and (
            comment := line.rfind("<!--")
        ) >= 0:
            end = start + comment
        level = min(len(line) - len(line.lstrip("=")), len(line) - len(line.rstrip("=")), 6)
        if not 0 < 2 * level < len(line):
            return
        while any(frame.is_infobox or frame.mark in (Mark.TABLE, Mark.LINK) for frame in self.frames):
            self.abandon(start)
        self.at = line_end
        title = line[level:-level]
        inner = start + level + len(title) - len(title.lstrip())
        self.leaf(Mark.HEADING, start, "=" * level, (inner, inner + len(title.strip())))

    # Braces and brackets

    def _bar(self, start: int, _token: str) -> None:
        self.top.cut(start)

    def _equals(self, start: int, _token: str) -> None:
        if self.top.equals[-1] < 0:
            self.top.equals[-1] = start

    def _open_braces(self, start: int, token: str) -> None:
        mark = Mark.PARAMETER if token == "{{{" else Mark.TEMPLATE
        if len(token) > len("{{{"):
            if not names_infobox(token[2:-2].partition("|")[0]) and len(self.frames) <= MAXIMUM_DEPTH:
                flat = new_flat((Mark.TEMPLATE, start, self.at, token, False))
                self.top.nodes.append(flat)
                self._flat.append(flat)
                return
            token = "{{"
            self.at = start + len(token)
        frame = self.open(mark, start, len(token))
        if frame is None:
            self._refused += 1
        elif mark is Mark.TEMPLATE:
            self.open_templates += 1
            frame.is_infobox = is_infobox(self.text, self.at)

    def _close_braces(self, start: int, token: str) -> None:
        """A run of "}" closes as many templates and parameters as it holds pairs and triples for."""
        at, end = start, start + len(token)
        while end - at >= 2:
            if self._refused:
                self._refused -= 1
                at += 2
            elif self.top.mark is Mark.PARAMETER and end - at >= 3:
                at += 3
                self.close(at, 3)
            elif self.top.mark is Mark.PARAMETER:
                self._split_braces(self.top)
            elif self.open_templates:
                while self.top.mark is not Mark.TEMPLATE:
                    self.dissolve()
                at += 2
                self.close(at, 2)
            else:
                return

    def _split_braces(self, frame: Frame) -> None:
        """Read "{{{!}}" as a brace before a template."""
        frame.mark = Mark.TEMPLATE
        frame.start += 1
        frame.opening = 2
        self.open_templates += 1

    def _open_bracket(self, start: int, token: str) -> None:
        if len(token) > 2 and token[1] == "[":
            self._plain_link(start, token)
        elif token == "[[":
            self.open(Mark.LINK, start, 2)
        elif self.top.address < 0:
            if (bar := token.find("|")) >= 0 and self.top.mark in (Mark.TEMPLATE, Mark.LINK):
                self.at = start + bar
            self.top.address = len(self.top.nodes)
            self.leaf(Mark.HIDDEN, start, token)

    def _plain_link(self, start: int, token: str) -> None:
        """A whole link without other markup in it, as nearly all are."""
        if len(self.frames) > MAXIMUM_DEPTH:
            self.too_deep.append(start)
            self.at = start + 2
            return
        bar = token.find("|")
        end = self.at
        if bar < 0:
            link = new_leaf((Mark.LINK, start, end, token[2:-2], (start + 2, end - 2)))
        else:
            link = new_leaf((Mark.LINK, start, end, token[2:bar], (start + bar + 1, end - 2)))
        self.top.nodes.append(link)
        self._links.append(link)

    def _close_bracket(self, start: int, token: str) -> None:
        if token == "]]" and self.top.mark is Mark.LINK:
            self.close(self.at, 2)
        elif self.top.address >= 0:
            self.at = start + 1
            self.top.address = -1
            self.leaf(Mark.HIDDEN, start, "]")

    # Quotes, tags and the like

    def _quotes(self, start: int, token: str) -> None:
        self.leaf(Mark.QUOTES, start, token)

    def _entity(self, start: int, token: str) -> None:
        self.leaf(Mark.ENTITY, start, token)

    def _switch(self, start: int, token: str) -> None:
        self.leaf(Mark.HIDDEN, start, token)

    def _angle(self, start: int, token: str) -> None:
        if token == "<!--":
            closing = self.text.find("-->", self.at, self.end)
            # As MediaWiki does, a comment never closed hides the rest.
            self.at = self.end if closing < 0 else closing + 3
            self.leaf(Mark.HIDDEN, start, token)
            return
        if (opened := token.find(">") + 1) < len(token):
            content = (start + opened, token.rindex("<") + start)
            self._references.append(self.leaf(Mark.REFERENCE, start, token[:opened], content))
            return
        tag = _TAG_NAME.match(token)
        name = tag[1].lower() if tag else ""
        kinds = tags()
        closes = token[1] == "/"
        if name in kinds.shown:
            self.leaf(Mark.TAG, start, "/" + name if closes else name)
        elif name == "table":
            self._html_table(start, token, closes=closes)
        elif closes and name in kinds.extension:
            # The end of nothing.
            self.leaf(Mark.HIDDEN, start, token)
        elif name in kinds.extension:
            self._extension(start, token, name)

    def _html_table(self, start: int, token: str, *, closes: bool) -> None:
        if not closes:
            self.open(Mark.TABLE, start, len(token))
        elif self.top.mark is Mark.TABLE:
            self.close(self.at, len(token))
        else:
            self.leaf(Mark.HIDDEN, start, token)

    def _extension(self, start: int, token: str, name: str) -> None:
        """A tag whose content is not wikitext of the page, as far as its closing tag."""
        content = (self.at, self.at) if token[-2] == "/" else self._content(name)
        if content is None:
            self.unclosed.append(start)
            self.leaf(Mark.HIDDEN, start, token)
            return
        leaf = self.leaf(_EXTENSIONS.get(name, Mark.HIDDEN), start, token, content)
        if leaf.mark is Mark.REFERENCE:
            self._references.append(leaf)

    def _content(self, name: str) -> tuple[int, int] | None:
        """Go to the end of a tag's content; None where it has none. No search that failed is made again."""
        if name in self._never_closed:
            return None
        closing = _closing_tag(name).search(self.text, self.at, self.end)
        if closing is None:
            self._never_closed.add(name)
            return None
        content = (self.at, closing.start())
        self.at = closing.end()
        return content


_NOTHING = (0, 0)
_START = attrgetter("start")
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
