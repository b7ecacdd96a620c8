"""One linear pass over wikitext that finds its markup and how it nests.

The scan decides extents only: where each template, link, table and tag begins and ends. It knows nothing of
what they mean; `render` does. What is never closed is text, as in MediaWiki.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from wikiproof import data
from wikiproof.read.names import is_infobox

if TYPE_CHECKING:
    from collections.abc import Iterator

# Deeper markup is text: nobody writes it, and what walks the tree may then be recursive.
MAXIMUM_DEPTH = 40

# Every alternative begins with a character of its own, so that the search skips prose at full speed, and none
# can run past the next markup character more than once.
_TOKEN = re.compile(
    r"\n(?:\s*\n)?(?:=|[ \t:*#]*\{\|(?![|}])|\|\}(?!\})|[*#:;]+|----+)?"
    r"|\{\{\{(?!\{)|\{\{|\}\}+"
    r"|\[\[|\]\]|\[(?:(?:https?:|ftp:)?//|mailto:)[^\s\[\]<>]*(?:[ \t]+[^\[\]\n]*)?\]"
    r"|\||="
    r"|''+"
    r"|<!--|</?[a-zA-Z][a-zA-Z0-9]*[^<>]*>"
    r"|&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});"
    r"|__[A-Z]+__"
)
_TAG_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_FILE_LINK = re.compile(r"\[\[\s*(?:file|image)\s*:", re.IGNORECASE)
_ITEM = re.compile(r"[*#:;]+")
_SPACE = re.compile(r"\s*")


class Mark(Enum):
    """What a piece of markup is."""

    LINE = auto()  # a line end, with the list marks of the next line
    HEADING = auto()  # a whole heading line; `inner` is its title
    TEMPLATE = auto()
    PARAMETER = auto()  # {{{name|default}}}
    LINK = auto()
    TABLE = auto()
    EXTERNAL = auto()  # [https://... label]; `inner` is the label
    QUOTES = auto()  # bold and italic
    COMMENT = auto()
    TAG = auto()  # a tag whose content is wikitext; `value` is its name, with "/" before it where it closes
    REFERENCE = auto()  # <ref>...</ref>; `inner` is its content
    NOWIKI = auto()  # `inner` is its content, literally
    ENTITY = auto()
    HIDDEN = auto()  # what no reader sees, and behaviour switches


class Region(NamedTuple):
    """A stretch of source and the markup in it, in order; what lies between is text."""

    start: int
    end: int
    nodes: list[Node]


@dataclass(slots=True, eq=False)
class Leaf:
    """Markup without parts of its own; `value` is the mark as written, or a tag's name."""

    mark: Mark
    start: int
    end: int
    value: str
    inner: tuple[int, int] = (0, 0)


@dataclass(slots=True, eq=False)
class Frame:
    """Markup that holds markup: a template, link, table, parameter, or the whole text (mark None).

    `cuts` has an entry for each "|" at this level: its offset, and how many nodes stand before it. `equals` has
    the offset of the first "=" in each part, -1 where there is none. `end` is -1 until it is closed.
    """

    mark: Mark | None
    start: int
    opening: int
    end: int = -1
    closing: int = 0
    nodes: list[Node] = field(default_factory=list)
    cuts: list[tuple[int, int]] = field(default_factory=list)
    equals: list[int] = field(default_factory=lambda: [-1])
    is_infobox: bool = False
    unclosed: bool = False

    def part(self, index: int) -> Region:
        """The stretch between two "|": part 0 is a template's name or a link's target."""
        start, first = self.cuts[index - 1] if index else (self.start + self.opening - 1, 0)
        if index == len(self.cuts):
            return Region(start + 1, self.end - self.closing, self.nodes[first:])
        end, last = self.cuts[index]
        return Region(start + 1, end, self.nodes[first:last])

    @property
    def inside(self) -> Region:
        """Everything between the opening and the closing mark."""
        return Region(self.start + self.opening, self.end - self.closing, self.nodes)

    def head(self, text: str) -> str:
        """Part 0 as written: a template's name or a link's target, and white space around it."""
        end = self.cuts[0][0] if self.cuts else self.end - self.closing if self.end >= 0 else len(text)
        return text[self.start + self.opening : end]


Node = Leaf | Frame


@dataclass(slots=True)
class Scan:
    """What the pass found; the lists hold frames and leaves of every level, in the order they begin.

    `unclosed` and `too_deep` are the offsets of marks that open nothing: never closed, or nested too deep.
    """

    root: Region
    templates: list[Frame]
    links: list[Frame]
    references: list[Leaf]
    unclosed: list[int]
    too_deep: list[int]

    @property
    def infoboxes(self) -> Iterator[Frame]:
        """The templates that are infoboxes, embedded ones included."""
        return (frame for frame in self.templates if frame.is_infobox)


class _Tags(NamedTuple):
    hidden: frozenset[str]
    shown: frozenset[str]


@cache
def _tags() -> _Tags:
    wiki = data.table("grammar", "wiki.toml")
    return _Tags(
        hidden=frozenset(wiki["hidden_tags"] + wiki["struck_tags"]),
        shown=frozenset([*wiki["text_tags"], *wiki["line_tags"], "br", "blockquote"]),
    )


@cache
def line_tags() -> frozenset[str]:
    """The HTML tags that begin or end a line of their own."""
    return frozenset([*data.table("grammar", "wiki.toml")["line_tags"], "blockquote"])


@cache
def _closing_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}\s*>", re.IGNORECASE)


def scan(text: str, start: int = 0, end: int | None = None) -> Scan:
    """The markup of `text[start:end]`."""
    return _Scanner(text, start, len(text) if end is None else end).scan()


class _Scanner:
    """The pass at work: a stack of what is open, the whole text at its bottom."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._at = start
        self._end = end
        self._root = Frame(None, start, 0)
        self._stack = [self._root]
        self._top = self._root
        self._open_templates = 0
        self._beyond = 0
        self._closed: list[Frame] = []
        self._references: list[Leaf] = []
        self._unclosed: list[int] = []
        self._too_deep: list[int] = []
        self._never_closed: set[str] = set()

    def scan(self) -> Scan:
        text, end, search = self._text, self._end, _TOKEN.search
        self._first_line()
        while token := search(text, self._at, end):
            self._at = token.end()
            match token[0][0]:
                case "|":
                    self._top.cuts.append((token.start(), len(self._top.nodes)))
                    self._top.equals.append(-1)
                case "=":
                    if self._top.equals[-1] < 0:
                        self._top.equals[-1] = token.start()
                case "\n":
                    self._line(token.start(), token[0])
                case "[":
                    self._bracket(token.start(), token[0])
                case "]":
                    self._close_link(token.start())
                case "{":
                    self._open_braces(token.start(), len(token[0]))
                case "}":
                    self._close_braces(token.start(), len(token[0]))
                case "<":
                    self._angle(token.start(), token[0])
                case "'":
                    self._leaf(Mark.QUOTES, token.start(), token[0])
                case "&":
                    self._leaf(Mark.ENTITY, token.start(), token[0])
                case _:
                    self._leaf(Mark.HIDDEN, token.start(), token[0])
        self._finish()
        found = sorted(self._closed, key=lambda frame: frame.start)
        return Scan(
            Region(self._root.start, end, self._root.nodes),
            [frame for frame in found if frame.mark is Mark.TEMPLATE],
            [frame for frame in found if frame.mark is Mark.LINK],
            self._references,
            sorted(self._unclosed),
            self._too_deep,
        )

    def _finish(self) -> None:
        """Take what is still open as text; of an infobox, what its fields can be told by."""
        while len(self._stack) > 1:
            if self._top.mark is Mark.TABLE:
                self._close(self._end, 0)
            elif self._top.is_infobox:
                self._end_unclosed_infobox(self._end)
            else:
                self._dissolve()

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
        frame = Frame(mark, start, opening)
        self._stack.append(frame)
        self._top = frame
        return frame

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
        outer = self._top
        if outer.mark is Mark.TEMPLATE:
            base = len(outer.nodes)
            outer.cuts.extend((offset, base + count) for offset, count in frame.cuts)
            if outer.equals[-1] < 0:
                outer.equals[-1] = frame.equals[0]
            outer.equals.extend(frame.equals[1:])
        outer.nodes.extend(frame.nodes)

    # Lines

    def _first_line(self) -> None:
        """The text may begin with a heading, a list item or a table, without a line end before it."""
        start = self._at
        if start > 0:
            return
        if item := _ITEM.match(self._text):
            self._at = item.end()
            self._leaf(Mark.LINE, start, item[0])
        elif self._text.startswith("=", start, self._end):
            self._heading(start)
        elif self._text.startswith("{|", start, self._end):
            self._at += 2
            self._open(Mark.TABLE, start, 2)

    def _line(self, start: int, token: str) -> None:
        blank = token.count("\n") > 1
        while self._top.mark is Mark.LINK and (blank or not _FILE_LINK.match(self._text, self._top.start)):
            self._dissolve()
        last = token[-1]
        if last == "=":
            self._at -= 1
            self._leaf(Mark.LINE, start, token[:-1])
            self._heading(self._at)
        elif last == "|":
            self._at = start + token.rindex("\n") + 1
            self._leaf(Mark.LINE, start, self._text[start : self._at])
            opening = start + len(token) - 2
            self._at = opening + 2
            self._open(Mark.TABLE, opening, 2)
        elif last == "}":
            self._close_table(start, token)
        else:
            self._leaf(Mark.LINE, start, token)

    def _close_table(self, start: int, token: str) -> None:
        if self._top.mark is Mark.TABLE:
            self._close(self._at, 2)
            return
        # Not a table's end: the "|" counts, as between a template's arguments.
        self._at -= 2
        self._leaf(Mark.LINE, start, token[:-2])

    def _heading(self, start: int) -> None:
        """A line `== Title ==`; what looks like one but is not stays text."""
        line_end = self._text.find("\n", start, self._end)
        line_end = self._end if line_end < 0 else line_end
        end = line_end
        while (line := self._text[start:end].rstrip()).endswith("-->") and (comment := line.rfind("<!--")) >= 0:
            end = start + comment
        level = min(len(line) - len(line.lstrip("=")), len(line) - len(line.rstrip("=")), 6)
        if 2 * level >= len(line):
            return
        self._end_at_heading(start)
        self._at = line_end
        title = line[level:-level]
        inner = start + level + len(title) - len(title.lstrip())
        leaf = self._leaf(Mark.HEADING, start, "=" * level)
        leaf.inner = (inner, inner + len(title.strip()))

    def _end_at_heading(self, start: int) -> None:
        """No infobox and no table goes on past a heading: one that is open here was never closed."""
        while any(frame.is_infobox or frame.mark is Mark.TABLE for frame in self._stack):
            if self._top.is_infobox:
                self._end_unclosed_infobox(start)
            elif self._top.mark is Mark.TABLE:
                self._close(start, 0)
            else:
                self._dissolve()

    def _end_unclosed_infobox(self, end: int) -> None:
        """Let the innermost frame, an infobox, end where its last field does; the rest is body."""
        frame = self._top
        end, count = self._end_of_fields(frame, end)
        rest = frame.nodes[count:]
        del frame.nodes[count:]
        kept = sum(offset < end for offset, _ in frame.cuts)
        del frame.cuts[kept:], frame.equals[kept + 1 :]
        frame.unclosed = True
        self._close(end, 0)
        self._top.nodes.extend(rest)

    def _end_of_fields(self, frame: Frame, end: int) -> tuple[int, int]:
        """Where prose begins in an infobox never closed, and how many of its nodes stand before."""
        for index, node in enumerate(frame.nodes):
            if node.mark is Mark.LINE:
                following = _SPACE.match(self._text, node.end, end)
                at = following.end() if following else node.end
                blank = isinstance(node, Leaf) and node.value.count("\n") > 1
                if self._text.startswith("'''", at) or (blank and self._text[at : at + 1] not in ("|", "}")):
                    return node.start, index
        return end, len(frame.nodes)

    # Braces and brackets

    def _open_braces(self, start: int, length: int) -> None:
        mark = Mark.PARAMETER if length == 3 else Mark.TEMPLATE
        frame = self._open(mark, start, length)
        if frame is None:
            self._beyond += 1
        elif mark is Mark.TEMPLATE:
            self._open_templates += 1
            frame.is_infobox = is_infobox(self._text, start + 2)

    def _close_braces(self, start: int, length: int) -> None:
        """A run of "}": close as many templates and parameters as it holds pairs and triples for."""
        at, end = start, start + length
        while end - at >= 2:
            if self._beyond:
                self._beyond -= 1
                at += 2
                continue
            if self._top.mark is Mark.PARAMETER:
                if end - at >= 3:
                    at += 3
                    self._close(at, 3)
                    continue
                self._as_template(self._top)
            if not self._open_templates:
                return
            while self._top.mark is not Mark.TEMPLATE:
                self._dissolve()
            at += 2
            self._close(at, 2)

    def _as_template(self, frame: Frame) -> None:
        """"{{{!}}": a brace, and a template."""
        frame.mark = Mark.TEMPLATE
        frame.start += 1
        frame.opening = 2
        self._open_templates += 1

    def _bracket(self, start: int, token: str) -> None:
        if token == "[[":
            self._open(Mark.LINK, start, 2)
            return
        leaf = self._leaf(Mark.EXTERNAL, start, "")
        space = next((i for i, character in enumerate(token) if character in " \t"), len(token) - 1)
        leaf.inner = (start + space, self._at - 1)

    def _close_link(self, start: int) -> None:
        if self._top.mark is Mark.LINK:
            self._close(start + 2, 2)

    # Tags

    def _angle(self, start: int, token: str) -> None:
        if token == "<!--":
            self._hide(Mark.COMMENT, start, self._text.find("-->", self._at, self._end), 3)
            return
        name_match = _TAG_NAME.match(token)
        name = name_match[1].lower() if name_match else ""
        closes = token[1] == "/"
        alone = token[-2] == "/"
        if name in _tags().shown:
            self._leaf(Mark.TAG, start, "/" + name if closes else name)
        elif name == "table":
            self._html_table(start, closes=closes)
        elif closes:
            # The end of nothing: a reader does not see it.
            if name in _tags().hidden or name in ("ref", "nowiki", "noinclude"):
                self._leaf(Mark.HIDDEN, start, token)
        elif name == "ref":
            self._reference(start, token, alone=alone)
        elif name == "nowiki" or name in _tags().hidden:
            self._extension(start, name, alone=alone)

    def _hide(self, mark: Mark, start: int, closing: int, length: int) -> None:
        """Skip to a closing mark found at `closing`; where there is none, to the end, as MediaWiki does."""
        self._at = self._end if closing < 0 else closing + length
        self._leaf(mark, start, "")

    def _html_table(self, start: int, *, closes: bool) -> None:
        if not closes:
            self._open(Mark.TABLE, start, self._at - start)
        elif self._top.mark is Mark.TABLE:
            self._close(self._at, self._at - start)

    def _closing(self, name: str) -> re.Match[str] | None:
        """The closing tag of an extension tag. A search that failed once is not made again."""
        if name in self._never_closed:
            return None
        closing = _closing_tag(name).search(self._text, self._at, self._end)
        if closing is None:
            self._never_closed.add(name)
        return closing

    def _reference(self, start: int, token: str, *, alone: bool) -> None:
        inner = (self._at, self._at)
        if not alone:
            closing = self._closing("ref")
            if closing is None:
                self._leaf(Mark.HIDDEN, start, token)
                self._unclosed.append(start)
                return
            inner = (self._at, closing.start())
            self._at = closing.end()
        leaf = self._leaf(Mark.REFERENCE, start, token)
        leaf.inner = inner
        self._references.append(leaf)

    def _extension(self, start: int, name: str, *, alone: bool) -> None:
        mark = Mark.NOWIKI if name == "nowiki" else Mark.HIDDEN
        inner = (self._at, self._at)
        if not alone and (closing := self._closing(name)):
            inner = (self._at, closing.start())
            self._at = closing.end()
        self._leaf(mark, start, name).inner = inner
