"""The report that editors paste from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import mwparserfromhell
import pytest
from markdown_it import MarkdownIt

import wikiproof
from wikiproof.finding import Severity
from wikiproof.report.markdown import TAG, wikitext
from wikiproof.source import Source

if TYPE_CHECKING:
    from tests.report.conftest import Run


def fences(run: Run) -> list[str]:
    tokens = MarkdownIt().parse(run.written("markdown"))
    return [token.content for token in tokens if token.type == "fence"]


def test_what_is_to_be_pasted_stands_in_fences(run: Run) -> None:
    tag, talk, *rest = fences(run)
    (template,) = mwparserfromhell.parse(tag).filter_templates()
    assert str(template.name) == TAG
    assert [str(param.name) for param in template.params] == ["reason"]
    assert len(mwparserfromhell.parse(talk).filter_templates()) == 0
    assert talk.startswith(f"== Contradictory statements ({TAG}) ==\n")
    assert talk.endswith("~~~~\n")
    assert len(rest) == 3, "a finding with one place is no contradiction between two"


@pytest.mark.parametrize(
    "words", ["a|b", "{{x}}", "[[x]]", "''x''", "~~~~", "<!-- x", "a=b", "&amp;", "* x\n* y"]
)
def test_words_are_shown_by_wikitext_as_they_are(words: str) -> None:
    parsed = mwparserfromhell.parse(f"{{{{tag|reason={wikitext(words)}}}}}")
    (template,) = parsed.filter_templates()
    value = template.get("reason").value
    assert not value.filter_wikilinks()
    assert not value.filter_tags()
    assert not value.filter_comments()
    assert str(value.strip_code()) == " ".join(words.split())
    assert "~~~" not in wikitext(words)


def test_markdown_shows_no_markup_of_the_article(run: Run) -> None:
    rendered = MarkdownIt("commonmark").render(run.written("markdown"))
    assert "<b>" not in rendered
    assert "<a " not in rendered


def test_an_article_with_the_tag_is_known_to_its_editors() -> None:
    text = (
        "{{Infobox civilian attack\n| fatalities = 12TAG\n}}\n"
        "The '''Orsa bombing''' on 4 March 2016 killed 21 people.\n"
    )
    tag = f"{{{{{TAG}|reason={wikitext('the infobox says “12”')}}}}}"

    def severities(text: str) -> list[Severity]:
        return [finding.severity for finding in wikiproof.lint(wikiproof.read(Source(text, "a.wiki")))]

    assert severities(text.replace("TAG", "")) == [Severity.ERROR]
    assert severities(text.replace("TAG", tag)) == [Severity.INFO]


def test_neither_side_is_said_to_be_right(run: Run) -> None:
    assert not re.search(r"\b(wrong|correct|mistake|should be)\b", run.written("markdown"))
