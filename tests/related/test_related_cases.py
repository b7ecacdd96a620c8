"""Every rule over several articles reads its cases and its own example, and finds exactly what they say."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

import pytest

import wikiproof
from wikiproof import related
from wikiproof.related import RULES, Rule, lint, split
from wikiproof.rules.base import HEADINGS, sections, title
from wikiproof.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wikiproof.article import Article

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """Articles by their titles, and the findings they must give; see X01.toml for the format."""

    code: str
    name: str
    articles: dict[str, str]
    finds: tuple[str, ...]


def cases() -> Iterator[Case]:
    for path in sorted(CASES.glob("*.toml")):
        file = tomllib.loads(path.read_text(encoding="utf-8"))
        for case in file["case"]:
            articles = file.get("articles", {}) | case.get("articles", {})
            if "adds" in case:
                articles[file["to"]] += case["adds"]
            values = file.get("values", {}) | case.get("values", {})
            articles = {each: Template(text).safe_substitute(values) for each, text in articles.items()}
            yield Case(path.stem, case["name"], articles, tuple(case.get("finds", ())))


def read(title_: str, text: str) -> Article:
    text = text.lstrip("\n")
    plain = text.startswith("= ")
    return wikiproof.read(Source(text, f"{title_}.txt" if plain else f"{title_}.wiki"), title=title_)


def found(articles: Sequence[Article]) -> list[str]:
    return [
        f"{each.finding.code} {each.page.title}: {each.finding.primary.text}"
        f" | {place.elsewhere.title}: {place.text}"
        for each in lint(articles)
        for place in each.finding.related
        if place.elsewhere
    ]


@pytest.mark.parametrize("case", [pytest.param(c, id=f"{c.code} {c.name}") for c in cases()])
def test_case(case: Case) -> None:
    assert found([read(*each) for each in case.articles.items()]) == list(case.finds)


def test_every_rule_has_cases() -> None:
    assert {rule.CODE for rule in RULES} == {path.stem for path in CASES.glob("*.toml")}
    kinds = [(case.code, bool(case.finds)) for case in cases()]
    for rule in RULES:
        assert kinds.count((rule.CODE, True)) >= 10, rule.CODE
        assert kinds.count((rule.CODE, False)) >= 20, rule.CODE


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
def test_rule_text(rule: Rule) -> None:
    described = related.rule(rule.CODE)
    assert described is not None
    assert title(described).endswith(".")
    assert tuple(sections(described)) == HEADINGS
    assert all(sections(described).values())


@pytest.mark.parametrize("rule", [r for r in RULES if related.rule(r.CODE) is r], ids=lambda rule: rule.CODE)
def test_rule_finds_its_example(rule: Rule) -> None:
    example = sections(rule)["Example"].strip("`\n") + "\n"
    articles = [wikiproof.read(Source(each, f"{n}.txt")) for n, each in enumerate(split(example))]
    assert [each.finding.code for each in lint(articles)] == [rule.CODE]
