"""Plain renditions are read as the cases say, every text has a reading, and every node knows its place."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wikiproof.article import Block
from wikiproof.read import read
from wikiproof.read.plain import read_plain
from wikiproof.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article, Paragraph

CASES = tomllib.loads((Path(__file__).parent / "plain.toml").read_text(encoding="utf-8"))["case"]
MARKS = {Block.PROSE: "", Block.ITEM: "- ", Block.QUOTE: "> "}

# Pieces that mean something, so that chance puts them side by side.
PIECES = [
    "= A =",
    "== B ==",
    "==",
    "=",
    "Infobox",
    "infobox storm",
    "- ",
    "* ",
    "**",
    "•",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\n\n",
]
PIECES += [
    "Date: 8 May",
    "Deaths",
    ":",
    ": 40",
    "20:17",
    "x",
    "Dr. X said. Y. ",
    '"',
    "[1]",
    "-->",
    "\ufeff",
    "word " * 50,
]


def lines(article: Article) -> Iterator[str]:
    def shown(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
        for paragraph in paragraphs:
            yield MARKS[paragraph.block] + " | ".join(s.text.string for s in paragraph.sentences)

    yield from shown(article.lead)
    for section in article.all_sections():
        yield f"{'=' * section.level} {section.title}"
        yield from shown(section.paragraphs)


def check_places(article: Article) -> None:
    """Whatever stands in the article is what stands in the source at its span, in order."""
    source = article.source
    for box in article.infoboxes:
        assert source[box.span] == box.raw
        for field in box.fields:
            assert source[field.span] == field.raw == field.raw.strip()
            assert source[field.name_span] == field.name == field.name.strip() != ""
            assert field.span in box.span
            assert field.text.string.split() == [w for w in field.text.string.split() if w in field.raw]
    for section in article.all_sections():
        assert source[section.title_span] == section.title
        assert section.title_span in section.span
        assert all(child.span in section.span for child in section.sections)
        assert all(paragraph.span in section.span for paragraph in section.paragraphs)
    at = 0
    for paragraph in article.paragraphs():
        assert paragraph.sentences
        for sentence in paragraph.sentences:
            assert at <= sentence.span.start < sentence.span.end
            assert sentence.span in paragraph.span
            at = sentence.span.end
            for run in sentence.text.runs:
                assert not run.verbatim or source[run.source] == sentence.text.string[run.start : run.end]
    assert all(paragraph.span in article.lead_span for paragraph in article.lead)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    article = read(Source(case["source"]), form="plain")
    check_places(article)
    assert article.title == case.get("title")
    assert [box.name or "" for box in article.infoboxes] == case["boxes"]
    assert [[f.name, f.text.string] for box in article.infoboxes for f in box.fields] == case["fields"]
    assert "\n".join(lines(article)) == case["text"].strip()
    assert [problem.fault.value for problem in article.problems] == case.get("problems", [])


def test_title_of_the_text_goes_before_the_callers() -> None:
    assert read_plain(Source("= A =\nText."), "B").title == "A"
    assert read_plain(Source("Text."), "B").title == "B"


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text())
@example("- \n= A =\n")
def test_every_text_has_a_reading(string: str) -> None:
    check_places(read_plain(Source(string)))


def test_seed(shared: Path) -> None:
    article = read_plain(Source((shared / "seed" / "tessit_massacres.txt").read_text(encoding="utf-8")))
    assert article.title == "Tessit massacres"
    assert len(article.infoboxes[0].fields) == 9
    assert [section.title for section in article.sections] == ["Background", "Massacres", "Aftermath"]
    assert not article.problems
    check_places(article)


def test_bench_bodies(shared: Path) -> None:
    for path in sorted((shared / "bench" / "dev" / "bodies").glob("*.txt")):
        article = read_plain(Source(path.read_text(encoding="utf-8")))
        assert article.title
        assert article.lead
        check_places(article)
