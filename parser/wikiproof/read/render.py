"""Renders marked-up source to the text a reader of the page sees."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from wikiproof.read.canvas import Canvas, is_flowing
from wikiproof.read.markup import LIST_MARK, Leaf, Mark, Region, link_parts
from wikiproof.read.names import namespaces, tags
from wikiproof.read.scan import FLAT, scan
from wikiproof.read.templates import Call, citations, lookup
from wikiproof.source import Span
from wikiproof.text import Kind, verbatim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wikiproof.read.markup import Frame, Node, Scan, Template
    from wikiproof.text import Text

_MARKUP = re.compile(r"[\[{'<&_]")
_NO_MERE_TITLE = re.compile(r"[:#_]")
_TRAIL = re.compile(r"[a-z]+")
# An infobox field that begins with an item.
_FIRST_ITEM = re.compile(r" *\|[^|=\n]*= *[*#:;]")
_LIST_MARKS = ("*", ";", ":", "#")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z]{2,8})*")
_REFERENCE_NAME = re.compile(r"""\bname\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'/>]+))""", re.IGNORECASE)
_GROUP = re.compile(r"\bgroup\s*=", re.IGNORECASE)


class Page:
    """A page's source being rendered.

    `citing` renders citation templates to their title, work and date, as inside a reference; in the text they
    are only a mark.
    """

    def __init__(self, text: str, found: Scan, title: str | None = None, *, citing: bool = False) -> None:
        self.text = text
        self.found = found
        self.title = title
        self.citing = citing
        self._named_notes: dict[str, str] | None = None

    def render(self, region: Region, *, breaks: str = "\n") -> Text:
        """The region's text, without white space at its ends; `breaks` as in `Canvas`."""
        text, (start, end, nodes) = self.text, region
        if not nodes and is_flowing(words := text[start:end]):
            return verbatim(words.strip(), start + len(words) - len(words.lstrip()))
        canvas = Canvas(breaks=breaks)
        self.draw(region, canvas)
        return canvas.build().strip()

    def string(self, region: Region) -> str:
        """The region's text as a mere string."""
        if not region.nodes:
            return " ".join(self.text[region.start : region.end].split())
        return self.render(region).string

    def trim(self, region: Region) -> Region:
        """The region without white space at its ends, and without the mark of a list that begins it."""
        text, (start, end, nodes) = self.text, region
        kept = text[start:end].rstrip()
        end = start + len(kept)
        start = end - len(kept.lstrip())
        if text.startswith(_LIST_MARKS, start, end) and (item := LIST_MARK.match(text, start, end)):
            start = item.end()
        return Region(start, end, nodes)

    def draw(self, region: Region, canvas: Canvas) -> None:
        """Render a region onto a canvas. Nodes that reach out of the region are skipped."""
        text, (position, end, nodes) = self.text, region
        if not nodes:
            canvas.flow(text, position, end)
            return
        if text.find("''", position, end) >= 0:
            _balance_quotes(nodes, text)
        for node in nodes:
            start = node.start
            if start < position:
                position = max(position, min(node.end, end))
                continue
            if start >= end:
                break
            if position < start:
                canvas.flow(text, position, start)
            draw = _NODES.get(node.mark)
            position = (draw and draw(self, node, canvas)) or node.end
        if position < end:
            canvas.flow(text, position, end)

    # Templates

    def _template(self, frame: Template, canvas: Canvas) -> None:
        if frame.is_infobox:
            return
        name = frame.head(self.text)
        definition = lookup(name)
        if definition is not None:
            definition.render(Call(self, frame, canvas, definition))
            return
        start = len(canvas)
        for part, (first, equals, end) in enumerate(frame.bounds()):
            if part and equals < 0:
                canvas.space(Span(frame.start, frame.end))
                self.draw(self.trim(Region(first, end, frame.nodes_of(part))), canvas)
        canvas.annotate(Kind.UNREAD, start, " ".join(name.split()), Span(frame.start, frame.end))

    # Links

    def _link(self, link: Node, canvas: Canvas) -> int:
        text, start = self.text, len(canvas)
        begin, end = link.start, link.end
        target, first, last, nodes = link_parts(link, text)
        target = target.strip()
        is_plain = not _NO_MERE_TITLE.search(target)
        if not is_plain:
            if leads_away(target):
                return end
            if target.startswith(":") and first == begin + len("[["):
                first = text.index(":", first) + 1
        if nodes:
            self.draw(Region(first, last, nodes), canvas)
        else:
            canvas.flow(text, first, last)
        if len(canvas) == start and target:
            canvas.write(target.partition("#")[0].partition(" (")[0] or target, Span(begin, end))
        after = end
        if "a" <= text[end : end + 1] <= "z" and (trail := _TRAIL.match(text, end)):
            after = trail.end()
            canvas.copy(trail[0], end)
        canvas.note(Kind.LINK, start, target if is_plain else page_of(target), begin, end)
        return after

    def _parameter(self, frame: Frame, canvas: Canvas) -> None:
        if frame.cuts:
            self.draw(frame.part(1), canvas)

    # Leaves

    def _line(self, leaf: Leaf, canvas: Canvas) -> None:
        canvas.bold = None
        if not canvas.last:
            return
        if leaf.value == "\n" and not self._ends_item(leaf):
            canvas.space(Span(leaf.start, leaf.end))
        else:
            canvas.new_line(Span(leaf.start, leaf.end))

    def _ends_item(self, leaf: Leaf) -> bool:
        """Whether the line before a line end is an item of a list."""
        line = self.text.rfind("\n", 0, leaf.start) + 1
        return self.text[line] in "*#:;" or _FIRST_ITEM.match(self.text, line, leaf.start) is not None

    def _hidden(self, leaf: Leaf, canvas: Canvas) -> None:
        """Of what no reader sees, the address of a link out of the wiki is known of its label."""
        if leaf.value.startswith("["):
            canvas.address = (len(canvas), leaf.value[1:].strip())
        elif leaf.value == "]" and canvas.address:
            start, address = canvas.address
            canvas.annotate(Kind.ADDRESS, min(start, len(canvas)), address, Span(leaf.start, leaf.end))
            canvas.address = None

    def _heading(self, leaf: Leaf, canvas: Canvas) -> None:
        canvas.new_line(Span(leaf.start, leaf.end))
        canvas.write(self.heading(leaf), Span(*leaf.inner))

    def _quotes(self, leaf: Leaf, canvas: Canvas) -> None:
        count = leaf.end - leaf.start
        if spare := 1 if count == 4 else max(count - 5, 0):
            canvas.copy("'" * spare, leaf.start)
        if count > 2:
            canvas.toggle_bold(Span(leaf.start, leaf.end))

    def _tag(self, leaf: Leaf, canvas: Canvas) -> None:
        name = leaf.value.removeprefix("/")
        if name == "sup":
            canvas.raised = leaf.value == "sup"
        elif name == "br" or name in tags().line:
            canvas.line_break(Span(leaf.start, leaf.end))

    def _reference(self, leaf: Leaf, canvas: Canvas) -> None:
        _, start, end, tag, _ = leaf
        name, is_note = _reference_tag(tag)
        if is_note:
            note = self.reference_text(leaf) or self.named_note(name or "")
            canvas.note(Kind.NOTE, len(canvas), note, start, end)
        else:
            canvas.note(Kind.REFERENCE, len(canvas), name or self.text[start:end], start, end)

    def heading(self, leaf: Leaf) -> str:
        """The title in a heading."""
        return self._inner(*leaf.inner, citing=False)

    def reference_text(self, leaf: Leaf) -> str:
        """What a reference says: a citation's title, work and date, and other text as it is."""
        return self._inner(*leaf.inner, citing=True)

    def cited(self, start: int, end: int) -> str:
        """What a template says that is a reference."""
        return self._inner(start, end, citing=True)

    def _inner(self, start: int, end: int, *, citing: bool) -> str:
        if not _MARKUP.search(self.text, start, end):
            return " ".join(self.text[start:end].split())
        if citing and (flat := FLAT.fullmatch(self.text, start, end)):
            definition = lookup(flat["name"])
            shown = citations.written(flat["template"], definition.renderer) if definition else None
            if shown is not None:
                return shown
        found = scan(self.text, start, end)
        return Page(self.text, found, self.title, citing=citing).string(found.root)

    def named_note(self, name: str) -> str:
        """The text of a footnote that stands elsewhere on the page and is only named here."""
        if self._named_notes is None:
            self._named_notes = {}
            self._named_notes.update(self._notes())
        return self._named_notes.get(name, "")

    def _notes(self) -> Iterator[tuple[str, str]]:
        for leaf in self.found.references:
            if (name := reference_name(leaf)) and (text := self.reference_text(leaf)):
                yield name, text
        for frame in self.found.templates:
            definition = lookup(frame.head(self.text))
            if definition is not None and definition.renderer == "note":
                call = Call(self, frame, Canvas(breaks=" "), definition)
                if (name := call.text("name")) and (text := call.first("1", "text", "content")):
                    yield name, text

    def _nowiki(self, leaf: Leaf, canvas: Canvas) -> None:
        canvas.flow(self.text, *leaf.inner)

    def _entity(self, leaf: Leaf, canvas: Canvas) -> None:
        character = html.unescape(leaf.value)
        span = Span(leaf.start, leaf.end)
        if character == leaf.value:
            canvas.copy(leaf.value, leaf.start)
        elif character.isspace():
            canvas.space(span)
        elif character.isprintable():
            canvas.write(character, span)


# Each returns the offset it has drawn as far as, where that is not the end of the markup.
_NODES: dict[Mark | None, Callable[[Page, Any, Canvas], int | None]] = {
    Mark.LINK: Page._link,
    Mark.TEMPLATE: Page._template,
    Mark.PARAMETER: Page._parameter,
    Mark.LINE: Page._line,
    Mark.HEADING: Page._heading,
    Mark.QUOTES: Page._quotes,
    Mark.TAG: Page._tag,
    Mark.REFERENCE: Page._reference,
    Mark.NOWIKI: Page._nowiki,
    Mark.ENTITY: Page._entity,
    Mark.HIDDEN: Page._hidden,
}


def reference_name(leaf: Leaf) -> str | None:
    """The name of a `<ref name=...>`."""
    return _reference_tag(leaf.value)[0]


@lru_cache(maxsize=1024)
def _reference_tag(tag: str) -> tuple[str | None, bool]:
    """The name in a `<ref ...>`, and whether it is one of a group, as a footnote is."""
    name = _REFERENCE_NAME.search(tag)
    given = next((group.strip() for group in name.groups() if group), None) if name else None
    return given, _GROUP.search(tag) is not None


def leads_away(target: str) -> bool:
    """Whether a link is no part of the text: it files the page, shows a picture or leads to another wiki."""
    if ":" not in target:
        return False
    prefix = target.partition(":")[0]
    known = namespaces()
    folded = prefix.strip().lower()
    if folded in known.category or folded in known.file:
        return True
    return _LANGUAGE.fullmatch(prefix) is not None and folded not in known.interwiki


def page_of(target: str) -> str:
    """The page a link's target names, without the section; the section where it names nothing else."""
    if ":" in target or "_" in target or "#" in target:
        target = target.removeprefix(":").strip().replace("_", " ")
        return target.partition("#")[0].strip() or target
    return target


def _balance_quotes(nodes: list[Node], text: str) -> None:
    """Read a `'''` as an apostrophe and `''` where a line leaves both open, as MediaWiki does."""
    line: list[int] = []
    for at, node in enumerate(nodes):
        if node.mark is Mark.QUOTES:
            line.append(at)
        elif node.mark is Mark.LINE:
            _balance_line(nodes, line, text)
            line = []
    _balance_line(nodes, line, text)


def _balance_line(nodes: list[Node], line: list[int], text: str) -> None:
    lengths = [nodes[at].end - nodes[at].start for at in line]
    both = sum(length >= 5 for length in lengths)
    bold = sum(length in (3, 4) for length in lengths)
    italic = len(line) - bold - both
    if (bold + both) % 2 == 0 or (italic + both) % 2 == 0:
        return
    threes = [at for at, length in zip(line, lengths, strict=True) if length == 3]
    if threes:
        at = min(threes, key=lambda each: _apostrophe_order(text, nodes[each].start))
        quotes = nodes[at]
        nodes[at] = Leaf(Mark.QUOTES, quotes.start + 1, quotes.end, "'" * 2)


def _apostrophe_order(text: str, start: int) -> int:
    """Rank of a `'''` as holding an apostrophe: after a word of one letter, after a word, after a space."""
    before = text[max(start - 2, 0) : start]
    if not before or before[-1] == " ":
        return 2
    return 0 if before[:-1] == " " else 1
