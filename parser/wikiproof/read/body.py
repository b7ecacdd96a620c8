"""The text of a page: cut into blocks, rendered, cut into sentences, hung into the tree of sections."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wikiproof.article import Block, Paragraph, Section
from wikiproof.read.scan import Frame, Leaf, Mark, Region, line_tags, scan
from wikiproof.read.sentences import cut
from wikiproof.read.templates import Call, lookup
from wikiproof.source import Span
from wikiproof.text import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.read.render import Page
    from wikiproof.read.scan import Node
    from wikiproof.text import Text


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Source that makes one block of the page."""

    block: Block
    region: Region


@dataclass(slots=True)
class _Draft:
    """A section being read; the lead is the one of level 0."""

    level: int
    title: str
    title_span: Span
    start: int
    paragraphs: list[Paragraph] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def finish(self, end: int) -> Section:
        """The section, now that its end is known."""
        span = Span(self.start, end)
        paragraphs, sections = tuple(self.paragraphs), tuple(self.sections)
        return Section(self.title, self.title_span, self.level, span, paragraphs, sections)


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a page; `lead_end` is the offset of the first heading."""

    lead: tuple[Paragraph, ...]
    lead_end: int
    sections: tuple[Section, ...]


def read_body(page: Page, root: Region) -> Body:
    """Everything of a page but its infoboxes."""
    lead = _Draft(0, "", Span(root.start, root.start), root.start)
    open_sections = [lead]
    lead_end = root.end

    def close_down_to(level: int, end: int) -> None:
        while len(open_sections) > 1 and open_sections[-1].level >= level:
            section = open_sections.pop().finish(end)
            open_sections[-1].sections.append(section)

    for part in _stretches(root):
        if isinstance(part, Leaf):
            lead_end = min(lead_end, part.start)
            level = len(part.value)
            close_down_to(level, part.start)
            title = page.render(scan(page.text, *part.inner).root, breaks=" ").string
            open_sections.append(_Draft(level, title, Span(*part.inner), part.start))
        else:
            open_sections[-1].paragraphs.extend(_paragraphs(page, part))
    close_down_to(0, root.end)
    return Body(tuple(lead.paragraphs), lead_end, tuple(lead.sections))


def _stretches(root: Region) -> Iterator[_Stretch | Leaf]:
    """The blocks of a page, and its headings, in order."""
    block = _block_of(root)
    start, first = root.start, 0
    quoting = 0
    for index, node in enumerate(root.nodes):
        following = _boundary(node, block)
        if following is None:
            continue
        if start < node.start:
            yield _Stretch(Block.QUOTE if quoting else block, Region(start, node.start, root.nodes[first:index]))
        if isinstance(node, Leaf) and node.mark is Mark.HEADING:
            quoting = 0
            yield node
        elif isinstance(node, Leaf) and node.mark is Mark.TAG:
            quoting += {"blockquote": 1, "/blockquote": -min(quoting, 1)}.get(node.value, 0)
        start, first, block = node.end, index + 1, following
    if start < root.end:
        yield _Stretch(Block.QUOTE if quoting else block, Region(start, root.end, root.nodes[first:]))


def _block_of(root: Region) -> Block:
    del root
    return Block.PROSE


def _boundary(node: Node, block: Block) -> Block | None:
    """What kind of block begins after a node; None where the block goes on."""
    match node.mark:
        case Mark.LINE:
            assert isinstance(node, Leaf)
            if node.value[-1] in "*#:;":
                return Block.ITEM
            return None if node.value == "\n" and block is Block.PROSE else Block.PROSE
        case Mark.HEADING | Mark.TABLE:
            return Block.PROSE
        case Mark.TAG:
            assert isinstance(node, Leaf)
            name = node.value.removeprefix("/")
            return (Block.ITEM if node.value == "li" else Block.PROSE) if name in line_tags() else None
        case _:
            return None
