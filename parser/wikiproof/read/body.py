"""The text of a page: cut into blocks, rendered, cut into sentences, hung into the tree of sections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wikiproof.article import Block, Paragraph
from wikiproof.read.markup import Leaf, Mark, Region
from wikiproof.read.names import tags
from wikiproof.read.outline import Outline
from wikiproof.read.sentences import cut
from wikiproof.read.templates import lookup
from wikiproof.source import Span
from wikiproof.text import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Section
    from wikiproof.read.markup import Flat, Frame, Node
    from wikiproof.read.render import Page
    from wikiproof.text import Text


_INLINE = frozenset({Mark.LINK, Mark.QUOTES, Mark.REFERENCE, Mark.ENTITY, Mark.HIDDEN, Mark.NOWIKI})


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a page; `lead_end` is the offset of the first heading."""

    lead: tuple[Paragraph, ...]
    lead_end: int
    sections: tuple[Section, ...]


_Stretch = tuple[Block, Region]  # source that makes one block of the page


def read_body(page: Page, root: Region) -> Body:
    """Everything of a page but its infoboxes."""
    outline = Outline()
    lead_end = root.end
    for part in _stretches(page, root):
        if isinstance(part, Leaf):
            lead_end = min(lead_end, part.start)
            outline.heading(len(part.value), page.heading(part), Span(*part.inner), part.start)
        else:
            for paragraph in _paragraphs(page, *part):
                outline.add(paragraph)
    lead, sections = outline.finish(root.end)
    return Body(lead, lead_end, sections)


def _stretches(page: Page, root: Region) -> Iterator[_Stretch | Leaf]:
    """The blocks of a page and its headings, in order."""
    start, end, nodes = root
    block = Block.PROSE
    first = 0
    quoting = False
    for index, node in enumerate(nodes):
        if node.mark in _INLINE or (following := _block_after(page, node, block)) is None:
            continue
        if start < node.start:
            yield Block.QUOTE if quoting else block, Region(start, node.start, nodes[first:index])
        if not isinstance(node, Leaf):
            yield Block.QUOTE, Region(node.start, node.end, [node])
        elif node.mark is Mark.HEADING:
            yield node
        if node.mark is not Mark.LINE:
            quoting = _quoting_after(node, quoting)
        start, first, block = node.end, index + 1, following
    if start < end:
        yield Block.QUOTE if quoting else block, Region(start, end, nodes[first:])


def _block_after(page: Page, node: Node, block: Block) -> Block | None:
    """What kind of block begins after a node; None where the block it stands in goes on."""
    if not isinstance(node, Leaf):
        ends = node.mark is Mark.TABLE or (node.mark is Mark.TEMPLATE and _is_quotation(page, node))
        return Block.PROSE if ends else None
    if node.mark is Mark.LINE:
        if node.value == "\n":
            return None if block is Block.PROSE else Block.PROSE
        return Block.ITEM if node.value[-1] in "*#:;" else Block.PROSE
    if node.mark is Mark.TAG and node.value.removeprefix("/") in tags().line:
        return Block.ITEM if node.value == "li" else Block.PROSE
    return Block.PROSE if node.mark is Mark.HEADING else None


def _is_quotation(page: Page, frame: Frame | Flat) -> bool:
    definition = lookup(frame.head(page.text))
    return definition is not None and definition.is_quotation


def _quoting_after(node: Node, quoting: bool) -> bool:
    """Whether what follows a node stands in a <blockquote>, which no heading does."""
    if not isinstance(node, Leaf) or (node.mark is Mark.TAG and not node.value.endswith("blockquote")):
        return quoting
    return node.value == "blockquote"


def _paragraphs(page: Page, block: Block, region: Region) -> Iterator[Paragraph]:
    """The paragraph of a block; one for each item where a template shows a list."""
    text = page.render(region, breaks=" ")
    if not _says_something(text):
        return
    if "\n" not in text.string:
        yield Paragraph(block, cut(text))
        return
    lines = list(text.lines())
    block = Block.ITEM if block is Block.PROSE and len(lines) > 1 else block
    for line in lines:
        yield Paragraph(block, cut(line))


def _says_something(text: Text) -> bool:
    """Whether a block has words that are not those of unknown templates alone, as of navigation boxes."""
    string = text.string
    if text.partly_unread:
        for unread in reversed([*text.of_kind(Kind.UNREAD)]):
            string = string[: unread.start] + string[unread.end :]
    return any(map(str.isalnum, string))
