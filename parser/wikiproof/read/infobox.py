"""Infoboxes: which parameters they have, with exact spans, and the text of each.

The split into parameters is that of the page's own scan. mwparserfromhell splits every infobox of the corpus
the same, as the tests show, but it has no positions, and takes half a minute for 16 KB of "<b a".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from wikiproof.article import Fault, Field, Infobox, Problem
from wikiproof.read.markup import Frame, Region
from wikiproof.read.names import template_name
from wikiproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.read.markup import Scan
    from wikiproof.read.render import Page

_AROUND = re.compile(r"(?:\s|<!--.*?-->)*", re.DOTALL)


class _Parameter(NamedTuple):
    """Where the name and the value of one parameter stand; the name of a positional one is empty."""

    name: Span
    value: Span


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
            opening = Span(frame.start, frame.start + len("{{"))
            yield Problem(Fault.UNCLOSED_INFOBOX, f"{{{{{name}}}}} is never closed", opening)
        inside = slice(bisect_left(scan.unclosed, frame.start + 1), bisect_left(scan.unclosed, frame.end))
        for offset in scan.unclosed[inside]:
            message = f"{text[offset : offset + 2]!r} in a field of {{{{{name}}}}} is never closed"
            yield Problem(Fault.UNCLOSED_FIELD, message, Span(offset, offset + 2))
    if scan.too_deep:
        offset = scan.too_deep[0]
        yield Problem(Fault.TOO_DEEP, "the markup is nested too deep to be read", Span(offset, offset + 2))


def _infobox(page: Page, frame: Frame, embedded: dict[int, list[Frame]]) -> Infobox:
    text = page.text
    children = embedded.get(frame.start, ())
    starts = [node.start for node in frame.nodes]
    fields = []
    number = 0
    for name, value in _parameters(text, frame):
        if not name:
            number += 1
        nodes = frame.nodes[bisect_left(starts, value.start) : bisect_left(starts, value.end)]
        fields.append(
            Field(
                name=text[name.start : name.end] or str(number),
                name_span=name,
                raw=text[value.start : value.end],
                span=value,
                text=page.render(page.trim(Region(value.start, value.end, nodes))),
                children=tuple(
                    _infobox(page, child, embedded)
                    for child in children
                    if value.start <= child.start < value.end
                ),
            )
        )
    span = Span(frame.start, frame.end)
    return Infobox(template_name(text, frame.start + 2), text[frame.start : frame.end], span, tuple(fields))


def _parameters(text: str, frame: Frame) -> Iterator[_Parameter]:
    """The parameters in order; of a positional one the name is empty, and stands where its value begins."""
    for index in range(1, len(frame.cuts) + 1):
        start, end, _ = frame.part(index)
        equals = frame.equals[index]
        if equals < 0:
            value = _trimmed(text, start, end)
            yield _Parameter(Span(value.start, value.start), value)
        else:
            yield _Parameter(_name(text, start, equals), _trimmed(text, equals + 1, end))


def _trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at either end; of white space alone, an empty one at its start."""
    stretch = text[start:end]
    kept = stretch.strip()
    begin = start + len(stretch) - len(stretch.lstrip()) if kept else start
    return Span(begin, begin + len(kept))


def _name(text: str, start: int, end: int) -> Span:
    """The span of a parameter's name, without white space and comments around it."""
    around = _AROUND.match(text, start, end)
    name = _trimmed(text, around.end() if around else start, end)
    comment = text.find("<!--", name.start, name.end)
    return name if comment < 0 else _trimmed(text, name.start, comment)
