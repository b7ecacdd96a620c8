"""Wikitext is read as the cases say, every text has a reading, and every node knows its place."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mwparserfromhell
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mwparserfromhell.nodes import Template

from wikiproof.article import Block
from wikiproof.read.wikitext import read_wikitext
from wikiproof.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article, Infobox, Paragraph

CASES = tomllib.loads((Path(__file__).parent / "wikitext.toml").read_text(encoding="utf-8"))["case"]
MARKS = {Block.PROSE: "", Block.ITEM: "- ", Block.QUOTE: "> "}
RESIDUE = ("{{", "}}", "[[", "]]", "''", "<ref", "{|", "|}")

# Marks that mean something, so that chance puts them side by side.
PIECES = [
    *(
        "{{",
        "}}",
        "[[",
        "]]",
        "|",
        "=",
        "{{{",
        "}}}",
        "''",
        "'''",
        "<!--",
        "-->",
        "\n",
        "\n\n",
        " ",
        "\t",
        "\r\n",
    ),
    *(
        "<ref>",
        "<ref name=a />",
        "</ref>",
        "<nowiki>",
        "</nowiki>",
        "<br>",
        "<sup>",
        "</sup>",
        "<blockquote>",
    ),
    *(
        "<table>",
        "</table>",
        "<math>",
        "&nbsp;",
        "&lt;",
        "&#0;",
        "__TOC__",
        "[http://a.b ",
        "]",
        "(",
        ")",
        "\u200b",
    ),
    *(
        "\n== A ==\n",
        "\n=",
        "==",
        "\n* ",
        "\n:",
        "\n{|",
        "\n|}",
        "\n|-",
        "{{Infobox storm",
        "{{Infobox ",
        "\n| date = ",
    ),
    *(
        "{{convert|10|km",
        "{{start date|2022",
        "{{coord|",
        "{{efn|",
        "{{abbr|A|",
        "{{plainlist|",
        "{{#if:",
        "{{quote|",
    ),
    *(
        "[[File:",
        "[[Category:",
        "{{flag|Mali}}",
        "{{MLI}}",
        "{{!}}",
        "{{unknown|",
        "Dr. X died. Y. ",
        "40",
        "1e9",
        "−",
    ),
]


DEEP = ["{{", "[[", "{{a|", "{|", "<ref>", "'''", "{{{", "[http://a", "{{efn|", "{{Infobox |"]


def paragraph_line(paragraph: Paragraph) -> str:
    return MARKS[paragraph.block] + " | ".join(str(sentence.text) for sentence in paragraph.sentences)


def box_lines(box: Infobox, around: str = "") -> Iterator[str]:
    name = f"{around}{box.name}"
    for field in box.fields:
        yield f"{name} {field.name}: {'/'.join(map(str, field.text.lines()))}"
        for child in field.children:
            yield from box_lines(child, f"{name} > ")


def article_lines(article: Article) -> Iterator[str]:
    for box in article.infoboxes:
        yield from box_lines(box)
    yield from map(paragraph_line, article.lead)
    for section in article.all_sections():
        yield f"{'=' * (section.level - 1)} {section.title}".strip()
        yield from map(paragraph_line, section.paragraphs)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    article = read_wikitext(Source(case["wikitext"]))
    assert list(article_lines(article)) == case["lines"]
    assert [problem.fault.value for problem in article.problems] == case.get("problems", [])
    check_places(article)


def check_places(article: Article) -> None:
    """Every node is what its span of the source says."""
    source = article.source
    for box in article.all_infoboxes():
        assert source[box.span] == box.raw
        for field in box.fields:
            assert source[field.span] == field.raw
            assert source[field.name_span] == (field.name if len(field.name_span) else "")
            assert field.span in box.span
            check_text(article, field.text)
    for link in (*article.apparatus.links, *article.apparatus.categories):
        assert source[link.target_span] == link.target
        assert link.target_span in link.span
    for reference in article.apparatus.references:
        assert source[reference.span].lower().startswith(("<ref", "{{"))
    for section in article.all_sections():
        assert section.title_span in section.span
    start = end = 0
    for paragraph in article.paragraphs():
        for sentence in paragraph.sentences:
            # Two sentences overlap only where one template shows both.
            assert start <= sentence.span.start
            assert end <= sentence.span.end
            assert end <= sentence.span.start or not sentence.text.runs[0].verbatim
            assert sentence.span in paragraph.span
            check_text(article, sentence.text)
            start, end = sentence.span.start, sentence.span.end


def check_text(article: Article, text: Any) -> None:
    at = 0
    for run in text.runs:
        assert run.start == at
        assert 0 <= run.source.start <= run.source.end <= len(article.source.text)
        if run.verbatim:
            assert article.source[run.source] == text.string[run.start : run.end]
        at = run.end
    assert at == len(text.string)
    for annotation in text.annotations:
        assert 0 <= annotation.start <= annotation.end <= len(text.string)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=200))
@example("{{Infobox a\n\n'''b''' {{c}} }}")
@example("{{convert|--5|km|−−|1e99|99e99}}")
@example("== a ==\n= \n==b")
def test_every_text_has_a_reading(text: str) -> None:
    check_places(read_wikitext(Source(text)))


@pytest.mark.parametrize("mark", DEEP)
def test_deep_markup_is_text(mark: str) -> None:
    check_places(read_wikitext(Source(mark * 300 + "x")))
    check_places(read_wikitext(Source(mark * 300 + "x" + "}}" * 300 + "]]" * 300)))


def test_depth_of_an_infobox_is_a_problem() -> None:
    article = read_wikitext(Source("{{Infobox storm|a=" + "{{b|" * 50 + "}}" * 50 + "|deaths=4}} It burned."))
    assert [field.name for field in article.infoboxes[0].fields] == ["a", "deaths"]
    assert [problem.fault.value for problem in article.problems] == ["too-deep"]


def test_corpus(shared: Path) -> None:
    sentences = residue = 0
    for path in sorted(shared.glob("corpus/articles/**/*.wiki")):
        article = read_wikitext(Source(path.read_text(encoding="utf-8"), str(path)))
        check_places(article)
        for box in article.all_infoboxes():
            check_split(box)
        for paragraph in article.paragraphs():
            for sentence in paragraph.sentences:
                sentences += 1
                # One article of the corpus is stored with its markup escaped, and shows it.
                shows_markup = "&lt;" in article.source[sentence.span]
                residue += not shows_markup and any(mark in sentence.text.string for mark in RESIDUE)
    assert residue <= sentences / 1000


def check_split(box: Infobox) -> None:
    """The infobox has the parameters that mwparserfromhell sees."""
    template, *more = mwparserfromhell.parse(box.raw, skip_style_tags=True).nodes
    if isinstance(template, Template) and not more:
        expected = [(bool(p.showkey), str(p.value).strip()) for p in template.params]
        assert [(len(field.name_span) > 0, field.raw) for field in box.fields] == expected


def test_facts_beside_the_text() -> None:
    article = read_wikitext(
        Source(
            "{{short description|2022 massacre in [[Mali]]}}{{coord|16|N|2|E|display=title}}\n"
            "{{Cn}}{{Odd Thing}}\n"
            "The {{abbr|ISGS|Islamic State in the Greater Sahara}} came to [[Mali#North|the north]]."
            "<ref name='x'>{{cite news|title=40 die|work=A Paper|date=9 February 2022}}</ref><ref name=x/>"
            "[[Category:2022 in Mali|*]]"
        ),
        title="Tessit massacres",
    )
    assert str(article.short_description) == "2022 massacre in Mali"
    assert str(article.coordinates) == "16°N 2°E"
    assert article.abbreviations == (("ISGS", "Islamic State in the Greater Sahara"),)
    assert article.templates == ("short description", "coord", "citation needed", "odd thing", "abbr")
    assert [(link.target, link.label) for link in article.apparatus.links] == [
        ("Mali", "Mali"),
        ("Mali#North", "the north"),
    ]
    assert [(link.target, link.label) for link in article.apparatus.categories] == [
        ("Category:2022 in Mali", "2022 in Mali")
    ]
    assert [(r.name, r.text) for r in article.apparatus.references] == [
        ("x", "40 die, A Paper, 9 February 2022"),
        ("x", ""),
    ]


@pytest.mark.parametrize(
    ("wikitext", "annotations"),
    [
        ("[[Mali|the country]]n", [("link", "the countryn", "Mali")]),
        ("'''Tessit''' burned", [("bold", "Tessit", "")]),
        ("{{abbr|UN|United Nations}}", [("abbreviation", "UN", "United Nations")]),
        ("{{flag|Mali}}", [("country", "Mali", "ML"), ("link", "Mali", "Mali")]),
        ("40{{efn|with [[two]] attackers}}", [("note", "", "with two attackers")]),
        ("40{{efn|name=a}}{{notelist|refs={{efn|name=a|b}}}}", [("note", "", "b")]),
        ("40<ref group=lower-alpha>b</ref>", [("note", "", "b")]),
        ("40<ref name=a>b</ref>", [("reference", "", "a")]),
        ("40{{sfn|Smith|2000}}", [("reference", "", "{{sfn|Smith|2000}}")]),
        ("<ref name=a>b</ref> 40", [("reference", "", "a")]),
        ("40{{cn}}", [("tag", "", "citation needed")]),
        ("{{as of|2016}}, 40", [("tag", "", "as of")]),
        ("{{odd|40}}", [("unread", "40", "odd")]),
        ("{{#property:P1120}}", [("unread", "", "#property")]),
    ],
)
def test_annotations(wikitext: str, annotations: list[tuple[str, str, str]]) -> None:
    field = read_wikitext(Source(f"{{{{Infobox|a={wikitext}}}}}")).infoboxes[0].fields[0]
    found = [(a.kind.value, field.text.string[a.start : a.end], a.value) for a in field.text.annotations]
    assert sorted(found) == sorted(annotations)
