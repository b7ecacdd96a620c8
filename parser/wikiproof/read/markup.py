"""Wikitext's markup as a tree: what each piece is, and where it begins and ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Mark(Enum):
    """What a piece of markup is."""

    LINE = auto()  # a line end, with the list marks of the next line
    HEADING = auto()  # a whole heading line; `inner` is its title
    TEMPLATE = auto()
    PARAMETER = auto()  # {{{name|default}}}
    LINK = auto()
    TABLE = auto()
    QUOTES = auto()  # bold and italic
    TAG = auto()  # a tag whose content is wikitext; `value` is its name, with "/" before it where it closes
    REFERENCE = auto()  # <ref>...</ref>; `inner` is its content
    NOWIKI = auto()  # `inner` is its content, literally
    ENTITY = auto()
    HIDDEN = auto()  # what no reader sees: comments, switches, addresses of links, formulas

    __hash__ = object.__hash__  # a mark is only itself; what Enum does takes longer


class Region(NamedTuple):
    """A stretch of source and the markup in it, in order; what lies between is text."""

    start: int
    end: int
    nodes: list[Node]


LIST_MARK = re.compile(r"[*;:]+[*;:# ]*|#+ +")  # what begins an item of a list


def skip_space(text: str, start: int, end: int) -> int:
    """The offset of the first character from `start` that is not white space; `end` where there is none."""
    while start < end and text[start].isspace():
        start += 1
    return start


class Leaf(NamedTuple):
    """Markup without parts of its own; `value` is the mark as written, or a tag's name.

    A link that holds no other markup is one too: `value` is its target as written, `inner` what it shows.
    """

    mark: Mark
    start: int
    end: int
    value: str
    inner: tuple[int, int] = (0, 0)


# Makes what `Leaf(...)` makes in half the time: a page has thousands.
new_leaf = cast("Callable[[tuple[Mark, int, int, str, tuple[int, int]]], Leaf]", partial(tuple.__new__, Leaf))

Bounds = tuple[int, int, int]  # offsets of a parameter's start, of its first "=" (-1 if it has none), its end


class Flat(NamedTuple):
    """A template without other markup in it, as most are; `value` is all of it. It answers as a `Frame` does."""

    mark: Mark
    start: int
    end: int
    value: str
    is_infobox: bool = False

    @property
    def nodes(self) -> list[Node]:
        """The markup in it."""
        return []

    def head(self, _text: str) -> str:
        """Its name as written, and the white space around it."""
        return self.value[2:-2].partition("|")[0]

    def bounds(self) -> list[Bounds]:
        """The parts between its "|", of which the first is its name."""
        bounds = []
        at = self.start + len("{{")
        for part in self.value[2:-2].split("|"):
            equals = part.find("=")
            end = at + len(part)
            bounds.append((at, equals if equals < 0 else at + equals, end))
            at = end + 1
        return bounds

    def nodes_of(self, _part: int) -> list[Node]:
        """The markup in a part."""
        return []


new_flat = cast("Callable[[tuple[Mark, int, int, str, bool]], Flat]", partial(tuple.__new__, Flat))


@dataclass(slots=True, eq=False)
class Frame:
    """Markup that holds markup: a template, link, table or parameter, or the whole text, which has no mark.

    `opening` and `closing` are the lengths of the marks around it. `cuts` has an entry for each "|" at this
    level: its offset, and how many nodes stand before it. `equals` has the offset of the first "=" in each
    part, -1 where there is none. `end` is -1 until it is closed.
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
    address: int = -1  # which node is that of an external link that is open in it

    def cut(self, offset: int) -> None:
        """Begin a new part at a "|"."""
        self.cuts.append((offset, len(self.nodes)))
        self.equals.append(-1)

    def absorb(self, inner: Frame) -> None:
        """Take over the content of a frame that was never closed; in a template its "|" and "=" count."""
        if self.mark is Mark.TEMPLATE:
            base = len(self.nodes)
            self.cuts.extend((offset, base + count) for offset, count in inner.cuts)
            if self.equals[-1] < 0:
                self.equals[-1] = inner.equals[0]
            self.equals.extend(inner.equals[1:])
        self.nodes.extend(inner.nodes)

    def end_before(self, end: int, count: int) -> list[Node]:
        """Keep what stands before an offset, which is `count` nodes; the nodes that do not stay."""
        rest = self.nodes[count:]
        del self.nodes[count:]
        kept = sum(offset < end for offset, _ in self.cuts)
        del self.cuts[kept:], self.equals[kept + 1 :]
        if self.equals[-1] >= end:
            self.equals[-1] = -1
        return rest

    def bounds(self) -> list[Bounds]:
        """The parts between its "|", of which the first is a template's name or a link's target."""
        bars = [offset for offset, _ in self.cuts]
        starts = [self.start + self.opening, *(bar + 1 for bar in bars)]
        return list(zip(starts, self.equals, [*bars, self.end - self.closing], strict=True))

    def nodes_of(self, part: int) -> list[Node]:
        """The markup in a part."""
        first = self.cuts[part - 1][1] if part else 0
        return self.nodes[first : self.cuts[part][1] if part < len(self.cuts) else None]

    def part(self, index: int) -> Region:
        """A part with its markup."""
        start, _, end = self.bounds()[index]
        return Region(start, end, self.nodes_of(index))

    @property
    def after_head(self) -> Region:
        """Everything after the first "|"; where there is none, part 0."""
        if not self.cuts:
            return self.part(0)
        offset, count = self.cuts[0]
        return Region(offset + 1, self.end - self.closing, self.nodes[count:])

    def head(self, text: str) -> str:
        """Part 0 as written: a template's name or a link's target, and the white space around it."""
        return text[self.start + self.opening : self.cuts[0][0] if self.cuts else self.end - self.closing]


Template = Frame | Flat
Node = Leaf | Frame | Flat


def link_parts(link: Node, text: str) -> tuple[str, int, int, list[Node]]:
    """A link's target as written, and a region's parts: its label, or its target where it has none."""
    if isinstance(link, Leaf):
        return link.value, *link.inner, []
    assert isinstance(link, Frame)
    return link.head(text), *link.after_head


@dataclass(frozen=True, slots=True)
class Scan:
    """What a pass over a text found; the lists hold what stands at every level, in the order it begins.

    `unclosed` and `too_deep` are the offsets of marks that open nothing: never closed, or nested too deep.
    """

    root: Region
    templates: list[Template]
    links: list[Leaf | Frame]
    references: list[Leaf]
    unclosed: list[int]
    too_deep: list[int]

    @property
    def infoboxes(self) -> Iterator[Frame]:
        """The templates that are infoboxes, embedded ones included."""
        return (frame for frame in self.templates if isinstance(frame, Frame) and frame.is_infobox)
