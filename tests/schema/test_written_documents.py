"""Documents written of articles are valid, and hold what the article holds."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from wikiproof.article import (
    Apparatus,
    Article,
    Block,
    Field,
    Infobox,
    Link,
    Paragraph,
    Reference,
    Section,
    Sentence,
)
from wikiproof.document import document, dumps, problems
from wikiproof.infobox.resolve import resolve
from wikiproof.source import Source, Span
from wikiproof.text import Text, verbatim


def article() -> Article:
    text = "8 March 2022<ref>A report</ref> Forty died. Then. [[Mali]] [[Category:2022]]"
    born = Field("birth_date", Span(0, 0), "8 March 1990", Span(0, 12), verbatim("8 March 1990", 0))
    child = Infobox("Infobox person", "", Span(5, 9), (born,))
    fields = (
        Field("Date", Span(0, 0), text[:31], Span(0, 31), verbatim(text[:12], 0)),
        Field("module", Span(0, 0), "", Span(5, 9), Text(""), children=(child,)),
        Field("colour", Span(0, 0), "red", Span(5, 8), verbatim("red", 5)),
        Field("fatalities", Span(0, 0), "", Span(5, 5), Text("")),
    )
    died = Paragraph(Block.PROSE, (Sentence(verbatim("Forty died.", 32)),))
    inner = Section("Inner", Span(44, 49), 3, Span(44, 49), (died,), ())
    return Article(
        Source(text, "mali.txt"),
        "Mali",
        "wikitext",
        (Infobox("Infobox civilian attack", "", Span(0, 31), fields), Infobox(None, "", Span(0, 0), ())),
        (died,),
        Span(32, 49),
        (Section("Then", Span(44, 49), 2, Span(44, 49), (), (inner,)),),
        short_description=verbatim("Forty died.", 32),
        coordinates=Text("15.5°N 0.9°E"),
        collect=lambda: Apparatus(
            links=(Link("Mali", "Mali", 50, 58),),
            categories=(Link("Category:2022", "2022", 59, 76),),
            references=(Reference(None, "A report", Span(12, 31)),),
        ),
    )


def test_a_written_document_is_valid() -> None:
    written = document(resolve(article()))
    assert list(problems(written)) == []
    assert list(problems(document(article()))) == [], "unresolved, and yet valid"


def test_it_holds_what_the_article_holds() -> None:
    written = document(resolve(article()))
    date, module, colour, fatalities = written["infoboxes"][0]["fields"]
    assert date["value"] == {"kind": "date", "start": "2022-03-08", "end": "2022-03-08", "edtf": "2022-03-08"}
    assert date["references"] == [0]
    assert module["value"]["kind"] == "infobox"
    assert module["value"]["fields"][0]["role"] == "birth-date"
    assert (colour["key"], colour["value"]) == (None, {"kind": "text"})
    assert fatalities["value"] == {"kind": "unread", "reason": "empty"}
    assert written["sections"][0]["sections"][0]["paragraphs"][0]["sentences"][0]["text"] == "Forty died."
    assert written["coordinates"] == {"kind": "coordinates", "lat": 15.5, "lon": 0.9}
    assert written["short_description"] == "Forty died."


def test_bytes_end_with_a_line_end_and_say_the_same() -> None:
    written = document(resolve(article()))
    encoded = dumps(written)
    assert encoded.endswith(b"}\n")
    assert json.loads(encoded) == written


@pytest.mark.parametrize("value", ["\ud800", 10**30])
def test_what_only_python_can_hold_is_written_all_the_same(value: object) -> None:
    assert json.loads(dumps({"value": value})) == {"value": value}


def test_coordinates_that_cannot_be_read_are_null() -> None:
    assert document(replace(article(), coordinates=Text("somewhere")))["coordinates"] is None
