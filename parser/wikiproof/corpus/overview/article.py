"""The page of an article as the single report shows it, from its document and its findings alone.

A document has no source text, but the place of every field, sentence and link in it: a finding's place is shown
where it lies in one of these, word for word where the reader sees the source as it is, else the whole of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wikiproof.finding import Confidence, Finding, Location, Severity
from wikiproof.report.marks import Marks, Stretch
from wikiproof.report.view import ArticleView, Box, FindingView, Passage, Place, Row, SourceLine
from wikiproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    Data = Mapping[str, Any]

_OWN = "a0"  # one article a page
_TITLE = Span(0, 0)  # where findings place a title
_SPACE = Stretch(" ")


def document_view(document: Data, findings: Sequence[Data]) -> ArticleView:
    """The view of an article; `findings` are its rows of the table of findings."""
    places = {
        f"{_OWN}-f{index}-p{at}": place
        for index, finding in enumerate(findings)
        for at, place in enumerate(_places(finding))
        if "article" not in place
    }
    marks = Marks((name, _span(place)) for name, place in places.items())
    description = document["short_description"]
    return ArticleView(
        id=_OWN,
        title=marks.of_words(document["title"] or document["source"]["path"] or "", _TITLE),
        path=document["source"]["path"] or "",
        findings=tuple(_finding(finding, index) for index, finding in enumerate(findings)),
        description=(Stretch(description),) if description else (),
        boxes=tuple(_box(box, marks) for box in document["infoboxes"]),
        passages=tuple(_passages(document, marks)),
        categories=tuple(
            marks.of_words(each["name"], Span(*each["span"])) for each in document["categories"]
        ),
        elsewhere=tuple(_elsewhere(name, places[name]) for name in marks.rest()),
    )


def _places(finding: Data) -> tuple[Data, ...]:
    return (finding["primary"], *finding["related"])


def _span(place: Data) -> Span:
    return Span(place["start"]["offset"], place["end"]["offset"])


def _finding(data: Data, index: int) -> FindingView:
    name = f"{_OWN}-f{index}"
    locations = [Location(place["label"], place["text"], _span(place)) for place in _places(data)]
    finding = Finding(
        data["code"],
        data["name"],
        Severity[data["severity"].upper()],
        Confidence[data["confidence"].upper()],
        data["message"],
        data["field"],
        None,
        locations[0],
        tuple(locations[1:]),
        data.get("explanation"),
    )
    places = (_place(place, f"{name}-p{at}") for at, place in enumerate(_places(data)))
    return FindingView(name, finding, tuple(places))


def _place(place: Data, name: str) -> Place:
    where = f"{place['start']['line']}:{place['start']['column']}"
    if other := place.get("article"):
        return Place(None, f"{other['title'] or other['path']}, {place['label']}", place["text"], where)
    return Place(name, place["label"], place["text"], where)


def _box(box: Data, marks: Marks) -> Box:
    return Box(box["name"] or box["type"] or "Infobox", tuple(_rows(box, marks)))


def _rows(box: Data, marks: Marks) -> Iterator[Row]:
    """The fields that hold something."""
    for field in box["fields"]:
        value = marks.of_words(field["text"] or field["raw"], Span(*field["span"]))
        children = tuple(_box(child, marks) for child in _embedded(field["value"]))
        if value or children:
            yield Row((Stretch(field["name"]),), value, children)


def _embedded(value: Data) -> Iterator[Data]:
    if value["kind"] == "infobox":
        yield value
    for item in value.get("items", ()):
        yield from _embedded(item)


def _passages(document: Data, marks: Marks) -> Iterator[Passage]:
    yield from _paragraphs(document["lead"]["paragraphs"], marks)
    yield from _sections(document["sections"], marks)


def _sections(sections: Iterable[Data], marks: Marks) -> Iterator[Passage]:
    for section in sections:
        yield Passage("heading", (Stretch(section["title"]),), section["level"])
        yield from _paragraphs(section["paragraphs"], marks)
        yield from _sections(section["sections"], marks)


def _paragraphs(paragraphs: Iterable[Data], marks: Marks) -> Iterator[Passage]:
    for paragraph in paragraphs:
        text: list[Stretch] = []
        for sentence in paragraph["sentences"]:
            shown = marks.of_words(sentence["text"], Span(*sentence["span"]))
            text += [*([_SPACE] if text else []), *shown]
        if text:
            yield Passage("prose", tuple(text))


def _elsewhere(name: str, place: Data) -> SourceLine:
    """A place that no reader sees, such as a hidden comment: its words alone."""
    where = f"{place['start']['line']}:{place['start']['column']}"
    return SourceLine(place["label"], where, (Stretch(place["text"] or "¶", (name,), (name,)),))
