"""Reads an article written in MediaWiki wikitext."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from wikiproof.article import Apparatus, Article, Link, Reference
from wikiproof.read.body import read_body
from wikiproof.read.canvas import Canvas
from wikiproof.read.infobox import infobox_problems, read_infoboxes
from wikiproof.read.markup import Region, link_parts
from wikiproof.read.names import fold, is_category
from wikiproof.read.render import Page, leads_away, reference_name
from wikiproof.read.scan import scan
from wikiproof.read.templates import Call, lookup
from wikiproof.source import Source, Span

if TYPE_CHECKING:
    from wikiproof.article import Infobox, Paragraph
    from wikiproof.read.markup import Scan, Template
    from wikiproof.text import Text


def read_wikitext(source: Source, title: str | None = None) -> Article:
    """The article in a wikitext source. Every text has a reading; what is broken is one of its problems."""
    text = source.text
    found = scan(text)
    page = Page(text, found, title)
    infoboxes = tuple(read_infoboxes(page, found))
    body = read_body(page, found.root)
    asides = _asides(page, found)
    return Article(
        source=source,
        title=title,
        form="wikitext",
        infoboxes=infoboxes,
        lead=body.lead,
        lead_span=_lead_span(infoboxes, body.lead, body.lead_end),
        sections=body.sections,
        short_description=asides.short_description,
        coordinates=asides.coordinates,
        abbreviations=tuple(asides.abbreviations),
        templates=tuple(asides.names),
        problems=tuple(infobox_problems(text, found)),
        collect=partial(_apparatus, page, found, asides.sources),
        file=partial(_categories, page, found),
    )


def _lead_span(infoboxes: tuple[Infobox, ...], lead: tuple[Paragraph, ...], end: int) -> Span:
    """From the last infobox that stands before the lead's first paragraph to the first heading."""
    first = lead[0].span.start if lead else end
    start = max((box.span.end for box in infoboxes if box.span.end <= first), default=0)
    return Span(min(start, end), end)


def _categories(page: Page, found: Scan) -> tuple[Link, ...]:
    """The links that file the page."""
    text = page.text
    filed = (link for link in found.links if is_category(text[link.start + 2 : link.start + _LONGEST_PREFIX]))
    return tuple(
        Link(written, written.partition(":")[2].strip().replace("_", " "), link.start, link.end)
        for link in filed
        for written, *_ in (link_parts(link, text),)
    )


_LONGEST_PREFIX = 40  # characters: "[[", the word for categories, spaces, a colon


def _apparatus(page: Page, found: Scan, sources: list[Template]) -> Apparatus:
    text = page.text
    links: list[Link] = []
    for link in found.links:
        written, start, end, nodes = link_parts(link, text)
        if not written or written.isspace() or (":" in written and leads_away(written.strip())):
            continue
        label = page.string(Region(start, end, nodes)) if nodes else " ".join(text[start:end].split())
        if start == link.start + len("[["):
            label = label.removeprefix(":")
        links.append(Link(written, label, link.start, link.end))
    references = [
        Reference(reference_name(leaf), page.reference_text(leaf), Span(leaf.start, leaf.end))
        for leaf in found.references
    ]
    references += (
        Reference(None, page.cited(source.start, source.end), Span(source.start, source.end))
        for source in sources
    )
    return Apparatus(tuple(links), _categories(page, found), tuple(references))


@dataclass(slots=True)
class _Asides:
    """What templates say of the page beside its text; `names` are canonical where the template is known."""

    names: dict[str, None] = field(default_factory=dict)
    abbreviations: dict[tuple[str, str], None] = field(default_factory=dict)
    short_description: Text | None = None
    coordinates: Text | None = None
    sources: list[Template] = field(default_factory=list)  # {{sfn|Smith|2000}} is a reference too


def _asides(page: Page, found: Scan) -> _Asides:
    asides = _Asides()
    for frame in found.templates:
        head = frame.head(page.text)
        definition = lookup(head)
        if definition is None or frame.is_infobox:
            asides.names[fold(head)] = None
            continue
        if definition.word == "source":
            asides.sources.append(frame)
        if definition.is_function:
            continue
        asides.names[fold(head) if "*" in definition.name else definition.name] = None
        if definition.name not in ("abbr", "coord", "short description"):
            continue
        canvas = Canvas(breaks="\n")
        call = Call(page, frame, canvas, definition)
        if definition.name == "abbr":
            asides.abbreviations[call.text("1"), call.text("2")] = None
        elif definition.name == "short description":
            call.put("1")
            asides.short_description = asides.short_description or canvas.build().strip()
        elif "title" in call.text("display") or call.text("display") == "t":
            definition.render(call)
            asides.coordinates = asides.coordinates or canvas.build().strip()
    return asides
