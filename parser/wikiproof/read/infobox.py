"""Infoboxes: which parameters they have, with exact spans, and the text of each.

mwparserfromhell splits an infobox into parameters (`split`). It takes half a minute for 16 KB of "<b a", so what
no editor writes (markup without an end, hundreds of tags) is split as the page's own scan saw it; on the corpus
both split alike.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from wikiproof.article import Fault, Field, Infobox, Problem
from wikiproof.read.markup import Frame, Leaf, Mark, Region
from wikiproof.read.names import template_name
from wikiproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.read.markup import Scan
    from wikiproof.read.render import Page
    from wikiproof.read.split import Bounds

# Far more than infoboxes hold (the largest of the corpus: 12 KB, 55 tags), and read in a fifth of a second.
_MOST_CHARACTERS = 65_536
_MOST_TAGS = 128
_MOST_BRACKETS = 2_000
_NEXT_FIELD = re.compile(r"\n[ \t]*\|[^|={}\n]*=")
_AROUND = re.compile(r"(?:\s|<!--.*?-->)*", re.DOTALL)


def read_infoboxes(page: Page, scan: Scan) -> Iterator[Infobox]:
    """The page's infoboxes in order; embedded ones are children of the field that holds them."""
    embedded: dict[int, list[Frame]] = {}
    outermost: list[Frame] = []
    around: list[Frame] = []
    for frame in scan.infoboxes:
        while around and around[-1].end <= frame.start:
            around.pop()
        siblings = embedded.setdefault(around[-1].start, []) if around else outermost
        siblings.append(frame)
        around.append(frame)
    for frame in outermost:
        yield _infobox(page, frame, embedded)


def infobox_problems(text: str, scan: Scan) -> Iterator[Problem]:
    """Infoboxes and fields that are never closed, and markup nested too deep."""
    for frame in scan.infoboxes:
        name = template_name(text, frame.start + 2)
        if frame.unclosed:
            message = f"{{{{{name}}}}} is never closed: a }}}} is missing."
            yield Problem(Fault.UNCLOSED_INFOBOX, message, Span(frame.start, frame.start + 2))
            yield from _took_its_end(text, frame)
        inside = slice(bisect_left(scan.unclosed, frame.start + 1), bisect_left(scan.unclosed, frame.end))
        for offset in scan.unclosed[inside]:
            message = f"The {text[offset : offset + 2]} in a field of {{{{{name}}}}} is never closed."
            yield Problem(Fault.UNCLOSED_FIELD, message, Span(offset, offset + 2))
    if scan.too_deep:
        offset = scan.too_deep[0]
        message = "The markup is nested too deep to be read: what opens here is taken as text."
        yield Problem(Fault.TOO_DEEP, message, Span(offset, offset + 2))


def _took_its_end(text: str, infobox: Frame) -> Iterator[Problem]:
    """The template in a field that may have taken the infobox's "}}" as its own: it goes on over a next field."""
    for node in infobox.nodes:
        is_template = not isinstance(node, Leaf) and node.mark is Mark.TEMPLATE and not node.is_infobox
        if is_template and _NEXT_FIELD.search(text, node.start, node.end):
            name = template_name(text, node.start + 2)
            message = f"It may be {{{{{name}}}}} that is never closed: it goes on over the next field."
            yield Problem(Fault.UNCLOSED_FIELD, message, Span(node.start, node.start + 2))


def _infobox(page: Page, frame: Frame, embedded: dict[int, list[Frame]]) -> Infobox:
    text = page.text
    children = embedded.get(frame.start, ())
    starts = [node.start for node in frame.nodes]
    fields = []
    number = 0
    for start, equals, end in _parsed(text, frame) or _scanned(frame):
        if equals < 0:
            value = _trimmed(text, start, end)
            name_span = Span(value.start, value.start)
        else:
            value = _trimmed(text, equals + 1, end)
            name_span = _name(text, start, equals)
        name = text[name_span.start : name_span.end]
        if not name:
            number += 1
            name = str(number)
        nodes = frame.nodes[bisect_left(starts, value.start) : bisect_left(starts, value.end)]
        shown = page.render(page.trim(Region(value.start, value.end, nodes)))
        inside = tuple(
            _infobox(page, child, embedded) for child in children if value.start <= child.start < value.end
        )
        raw = text[value.start : value.end]
        fields.append(Field(name, name_span, raw, value, shown, children=inside))
    span = Span(frame.start, frame.end)
    return Infobox(template_name(text, frame.start + 2), text[frame.start : frame.end], span, tuple(fields))


def _parsed(text: str, frame: Frame) -> list[Bounds]:
    """The parameters as mwparserfromhell splits them; none where the markup is not sound enough for it."""
    raw = text[frame.start : frame.end]
    if frame.unclosed or len(raw) > _MOST_CHARACTERS or raw.count("<") > _MOST_TAGS:
        return []
    if raw.count("[") + raw.count("{") > _MOST_BRACKETS:
        return []
    from wikiproof.read.split import split

    parts = split(raw) or ()
    start = frame.start
    return [(start + at, start + equals if equals >= 0 else -1, start + end) for at, equals, end in parts]


def _scanned(frame: Frame) -> list[Bounds]:
    """The parameters as the page's scan splits them."""
    return frame.bounds()[1:]


def _trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at either end; of white space alone, an empty one at its start."""
    kept = text[start:end].lstrip()
    begin = end - len(kept) if kept else start
    return Span(begin, begin + len(kept.rstrip()))


def _name(text: str, start: int, end: int) -> Span:
    """The span of a parameter's name, without white space and comments around it."""
    around = _AROUND.match(text, start, end)
    name = _trimmed(text, around.end() if around else start, end)
    comment = text.find("<!--", name.start, name.end)
    return name if comment < 0 else _trimmed(text, name.start, comment)
