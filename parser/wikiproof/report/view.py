"""An article and its findings as a page shows them: rendered text with the places in it, nothing to work out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from wikiproof.report.marks import Marks, Stretch
from wikiproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wikiproof.article import Article, Infobox, Paragraph
    from wikiproof.checking import Checked
    from wikiproof.finding import Finding, Location
    from wikiproof.source import Source

_TITLE = Span(0, 0)  # where findings place a title, which no character of the source stands for
_SPACE = Stretch(" ")
_REACH = 90  # characters of a source line to show around a place that no reader sees


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a finding; `id` is where it is shown, None where the article shown is not the one it is in."""

    id: str | None
    label: str
    text: str
    where: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with its places."""

    id: str
    finding: Finding
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One infobox field."""

    name: tuple[Stretch, ...]
    value: tuple[Stretch, ...]
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """An infobox."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading with its level, or a paragraph, list item or quotation."""

    kind: Literal["heading", "prose", "item", "quote"]
    text: tuple[Stretch, ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the source with a place that no reader sees, such as a hidden comment."""

    label: str
    where: str
    text: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article: all of it that readers see, and the places elsewhere in its source."""

    id: str
    title: tuple[Stretch, ...]
    path: str
    findings: tuple[FindingView, ...]
    description: tuple[Stretch, ...]
    boxes: tuple[Box, ...]
    passages: tuple[Passage, ...]
    categories: tuple[tuple[Stretch, ...], ...]
    elsewhere: tuple[SourceLine, ...]


def article_view(checked: Checked, number: int) -> ArticleView:
    """The view of an article; the number makes its ids unlike those of the others."""
    article, own = checked.article, f"a{number}"
    places = {
        f"{own}-f{index}-p{at}": place
        for index, finding in enumerate(checked.findings)
        for at, place in enumerate(finding.places)
        if place.elsewhere is None
    }
    marks = Marks((name, place.span) for name, place in places.items())
    return ArticleView(
        id=own,
        title=marks.of_words(article.title or checked.path, _TITLE),
        path=checked.path,
        findings=tuple(_findings(checked, own)),
        description=marks.of(article.short_description) if article.short_description else (),
        boxes=tuple(_box(box, marks) for box in article.infoboxes),
        passages=tuple(_passages(article, marks)),
        categories=tuple(marks.of_words(each.label, each.span) for each in article.categories),
        elsewhere=tuple(_elsewhere(name, places[name], article.source) for name in marks.rest()),
    )


def _findings(checked: Checked, own: str) -> Iterator[FindingView]:
    """Those of the article, then those that an edit of it repaired."""
    source = checked.article.source
    for index, finding in enumerate(checked.findings):
        name = f"{own}-f{index}"
        places = (
            _place(each, source, None if each.elsewhere else f"{name}-p{at}")
            for at, each in enumerate(finding.places)
        )
        yield FindingView(name, finding, tuple(places))
    if checked.before is not None:
        for index, finding in enumerate(checked.repaired):
            places = (_place(each, checked.before.source, None) for each in finding.places)
            yield FindingView(f"{own}-r{index}", finding, tuple(places))


def _place(place: Location, source: Source, name: str | None) -> Place:
    at, path = place.start(source), place.path("")
    changed = {None: "", True: ", changed", False: ", as it was"}[place.changed]
    where = f"{path}:{at.line}:{at.column}".removeprefix(":")
    return Place(name, place.label + changed, place.text, where)


def _box(box: Infobox, marks: Marks) -> Box:
    return Box(box.name or box.type or "Infobox", tuple(_rows(box, marks)))


def _rows(box: Infobox, marks: Marks) -> Iterator[Row]:
    """The fields that hold something, and those with a place in them."""
    for field in box.fields:
        row = Row(
            marks.of_words(field.name, field.name_span),
            marks.of(field.text) or marks.of_words(field.raw, field.span),
            tuple(_box(child, marks) for child in field.children),
        )
        if row.value or row.boxes or any(stretch.places for stretch in row.name):
            yield row


def _passages(article: Article, marks: Marks) -> Iterator[Passage]:
    yield from _paragraphs(article.lead, marks)
    for section in article.all_sections():
        yield Passage("heading", marks.of_words(section.title, section.title_span), section.level)
        yield from _paragraphs(section.paragraphs, marks)


def _paragraphs(paragraphs: Iterable[Paragraph], marks: Marks) -> Iterator[Passage]:
    for paragraph in paragraphs:
        text: list[Stretch] = []
        for sentence in paragraph.sentences:
            text += [*([_SPACE] if text else []), *marks.of(sentence.text)]
        yield Passage(paragraph.block.value, tuple(text))


def _elsewhere(name: str, place: Location, source: Source) -> SourceLine:
    """The line of the source that a place begins in, as much of it as is around the place."""
    position = source.position(place.span.start)
    line, start = source.line(position.line), position.column - 1
    end = start + len(place.span)
    first = max(start - _REACH, 0)
    stretches = (
        Stretch(f"{'…' if first else ''}{line[first:start]}"),
        Stretch(line[start:end] or "¶", (name,), (name,)),
        Stretch(line[end : end + _REACH]),
    )
    return SourceLine(place.label, f"{position.line}:{position.column}", stretches)
