"""Articles as JSON documents, in the shape of `schema/article.schema.json`."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from wikiproof import values
from wikiproof.infobox.rows import rows
from wikiproof.text import Kind
from wikiproof.values import Coordinates, Embedded, Listing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wikiproof.article import Article, Field, Infobox, Paragraph, Section, Sentence
    from wikiproof.source import Span
    from wikiproof.text import Text
    from wikiproof.values import Value

VERSION = 1
_ADDRESS = re.compile(r"https?://[^\s<>\[\]|]+[^\s<>\[\]|.,;:)]")


def document(article: Article) -> dict[str, Any]:
    """The JSON document of an article whose infoboxes are resolved."""
    apparatus = article.apparatus
    references = sorted(apparatus.references, key=lambda each: each.span.start)
    offsets = [each.span.start for each in references]
    return {
        "version": VERSION,
        "title": article.title,
        "form": article.form,
        "source": {"path": article.source.path, "sha256": article.source.sha256},
        "infoboxes": [_row(row, offsets) for row in rows(article.infoboxes)],
        "lead": {"paragraphs": _paragraphs(article.lead, offsets)},
        "sections": _sections(article.sections, offsets),
        "links": [
            {"target": link.target, "label": link.label, "span": [link.start, link.end]}
            for link in apparatus.links
        ],
        "categories": [{"name": link.label, "span": _span(link.span)} for link in apparatus.categories],
        "coordinates": _coordinates(article),
        "short_description": str(article.short_description) if article.short_description else None,
        "references": [
            {"name": each.name, "text": each.text, "span": _span(each.span)} for each in references
        ],
    }


def dumps(document: Mapping[str, Any], *, indent: bool = True) -> bytes:
    """The document as JSON in UTF-8, indented or on one line, ending with a line end."""
    import orjson

    layout = orjson.OPT_INDENT_2 if indent else 0
    try:
        return orjson.dumps(document, option=layout | orjson.OPT_APPEND_NEWLINE)
    except TypeError:  # a lone surrogate or an integer beyond 64 bits, which JSON can say but orjson does not
        import json

        return f"{json.dumps(document, indent=2 if indent else None)}\n".encode("ascii")


def _row(row: list[Infobox], offsets: list[int]) -> dict[str, Any]:
    """An infobox, with the fields of the templates that go on with it."""
    first, *more = row
    written = _infobox(first, offsets)
    if more:
        written["span"] = [first.span.start, more[-1].span.end]
        written["continued"] = [box.name for box in more]
        written["fields"] += [_field(field, offsets) for box in more for field in box.fields]
    return written


def _infobox(box: Infobox, offsets: list[int]) -> dict[str, Any]:
    return {
        "type": box.type,
        "name": box.name,
        "span": _span(box.span),
        "fields": [_field(field, offsets) for field in box.fields],
    }


def _field(field: Field, offsets: list[int]) -> dict[str, Any]:
    first, end = (bisect_left(offsets, offset) for offset in (field.span.start, field.span.end))
    return {
        "name": field.name,
        "key": field.key,
        "role": field.role,
        "raw": field.raw,
        "text": str(field.text),
        "span": _span(field.span),
        "value": _value(field.value, field, offsets) if field.value else {"kind": "text"},
        "references": list(range(first, end)),
        **_beside(field.text),
    }


def _beside(text: Text) -> dict[str, Any]:
    """What stands beside a field's text: links, footnotes and templates not known, each left out if there is none."""
    links: list[dict[str, str]] = []
    notes: list[dict[str, str | int]] = []
    unread: list[str] = []
    for kind, start, end, value, _ in text.annotations:
        if kind is Kind.LINK or kind is Kind.ADDRESS:
            links.append({"label": text.string[start:end], "target": value})
        elif kind is Kind.NOTE:
            notes.append({"text": value, "offset": start})
        elif kind is Kind.UNREAD:
            unread.append(value)
    if "://" in text.string:
        links.extend({"label": url[0], "target": url[0]} for url in _ADDRESS.finditer(text.string))
    beside = {"links": links, "notes": notes, "unread": unread}
    return {name: found for name, found in beside.items() if found}


def _value(value: Value, field: Field, offsets: list[int]) -> dict[str, Any]:
    if isinstance(value, Listing):
        items = [_value(item.value, field, offsets) for item in value.items]
        return {"kind": "list", "items": items, "texts": list(value.stretches(field.text.string))}
    if isinstance(value, Embedded):
        return {"kind": "infobox", **_infobox(field.children[value.index], offsets)}
    return value.as_json()


def _sections(sections: Iterable[Section], offsets: list[int]) -> list[dict[str, Any]]:
    return [
        {
            "title": section.title,
            "level": section.level,
            "span": _span(section.span),
            "paragraphs": _paragraphs(section.paragraphs, offsets),
            "sections": _sections(section.sections, offsets),
        }
        for section in sections
    ]


def _paragraphs(paragraphs: Iterable[Paragraph], offsets: list[int]) -> list[dict[str, Any]]:
    return [
        {
            "span": _span(paragraph.span),
            "sentences": [_sentence(each, offsets) for each in paragraph.sentences],
        }
        for paragraph in paragraphs
    ]


def _sentence(sentence: Sentence, offsets: list[int]) -> dict[str, Any]:
    """A sentence, with the references on it where it has any."""
    written: dict[str, Any] = {"text": sentence.text.string, "span": _span(sentence.span)}
    if marks := sentence.text.places_of(Kind.REFERENCE):
        at = [bisect_left(offsets, offset) for offset in marks]
        on_it = [index for index, mark in zip(at, marks, strict=True) if offsets[index : index + 1] == [mark]]
        if on_it:
            written["references"] = on_it
    return written


def _coordinates(article: Article) -> dict[str, Any] | None:
    if article.coordinates is None:
        return None
    value = values.read(article.coordinates, "coordinates")
    return value.as_json() if isinstance(value, Coordinates) else None


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
