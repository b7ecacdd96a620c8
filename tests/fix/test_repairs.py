"""Repairs: cases are data, and whatever is repaired, nothing else may change."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import wikiproof
from wikiproof.checking import all_findings
from wikiproof.config import Settings
from wikiproof.edit import identity
from wikiproof.fix import REPAIRERS, diff, repair
from wikiproof.rules import rule
from wikiproof.source import Source

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]


def replaced(case: dict[str, Any]) -> str:
    text: str = case["text"]
    for old, new in case.get("replaced", ()):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    article = wikiproof.read(Source(case["text"]))
    done = repair(article, Settings())
    assert done.article.source.text == replaced(case)
    assert [each.reason for each in done.refused] == case.get("refused", [])
    assert bool(done.repairs) == ("replaced" in case)
    before, after = (list(map(identity, all_findings(each))) for each in (article, done.article))
    assert len(after) == len(before) - len(done.repairs)
    for finding in after:
        assert finding in before


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_second_time_there_is_nothing_left_to_do(case: dict[str, Any]) -> None:
    done = repair(wikiproof.read(replaced(case)), Settings())
    assert done.repairs == ()


def test_what_is_not_shown_is_not_repaired() -> None:
    article = wikiproof.read(CASES[-2]["text"])
    ran = Settings(rules=tuple(filter(None, [rule("S04")])))
    (made,) = repair(article, ran).repairs
    assert made.message == "fatalites is renamed to fatalities"


def test_each_repair_stands_beside_its_rule() -> None:
    for each in REPAIRERS:
        known = rule(each.CODE)
        assert known is not None
        assert known.__name__.rpartition(".")[2] == each.__name__.rpartition(".")[2]  # type: ignore[attr-defined]  # a module


_PARTS = st.sampled_from(
    (
        "| weapon = Knives", "| weapon=Knives|", "|weapon <!-- x --> = Knives", "| fatalites = 12", "| fatalities = 12",
        "| fatalites = 21", "| date = {{start and end dates|2022|2|10|2022|2|8}}", "| date = 8 February 2022",
        "| coordintes = 95.2° N, 12.4° E", "| 12", "}}", "{{Infobox civilian attack", "<!--", "-->", "<nowiki>", "\r\n",
        "\nIt began on 8 February 2022 and killed 12 people.",
    )
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_PARTS, max_size=12))
def test_no_repair_adds_a_finding_or_changes_the_text(parts: list[str]) -> None:
    article = wikiproof.read("{{Infobox civilian attack\n" + "\n".join(parts), form="wikitext")
    done = repair(article, Settings())
    before, after = (list(map(identity, all_findings(each))) for each in (article, done.article))
    assert set(after) <= set(before)
    assert len(after) == len(before) - len(done.repairs)
    said = [
        [s.text.string for p in each.paragraphs() for s in p.sentences] for each in (article, done.article)
    ]
    assert said[0] == said[1]


def test_diff_is_one_that_git_takes() -> None:
    before, after = Source("a\r\nb\x0bc\nlast", "x.wiki"), Source("a\r\nB\x0bc\nlast!", "x.wiki")
    assert "".join(diff(before, after)) == (
        "--- x.wiki\n+++ x.wiki\n@@ -1,3 +1,3 @@\n a\r\n-b\x0bc\n-last\n\\ No newline at end of file\n"
        "+B\x0bc\n+last!\n\\ No newline at end of file\n"
    )
    assert list(diff(before, before)) == []
