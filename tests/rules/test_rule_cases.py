"""Every rule reads its cases, and the example in its own text, and finds exactly what they say."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import wikiproof
from wikiproof import data
from wikiproof.finding import Severity
from wikiproof.rules import DEFAULT, RULES, Rule, lint
from wikiproof.rules.base import HEADINGS, sections
from wikiproof.rules.base import title as title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _pytest.mark.structures import ParameterSet

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """An article and the findings it must give, of at least a severity.

    A rule that is off runs in its own cases. `title` is the page's, where the text is wikitext and states none.
    `known` says why the program is known to fall short of it; such a case must fail, so that it is told when it
    no longer does.
    """

    code: str
    name: str
    text: str
    title: str | None
    finds: tuple[str, ...]
    floor: Severity
    known: str | None


def cases() -> Iterator[Case]:
    for path in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            floor = Severity[case.get("from", "warning").upper()]
            text = case["text"].lstrip("\n")
            title, finds, known = case.get("title"), tuple(case.get("finds", ())), case.get("known")
            yield Case(path.stem, case["name"], text, title, finds, floor, known)


def rules_for(code: str) -> list[Rule]:
    return [rule for rule in RULES if rule in DEFAULT or code == rule.CODE]


def marked(case: Case) -> ParameterSet:
    marks = [pytest.mark.xfail(reason=case.known, strict=True)] if case.known else []
    return pytest.param(case, id=f"{case.code} {case.name}", marks=marks)


@pytest.mark.parametrize("case", [marked(case) for case in cases()])
def test_case(case: Case) -> None:
    found = lint(wikiproof.read(case.text, title=case.title), rules_for(case.code))
    assert tuple(f"{f.code} {f.field or ''}".strip() for f in found if f.severity >= case.floor) == case.finds


def test_every_rule_has_cases() -> None:
    assert {rule.CODE for rule in RULES} == {path.stem for path in CASES.glob("*.toml")}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
def test_rule_text(rule: Rule) -> None:
    assert title_of(rule).endswith(".")
    assert tuple(sections(rule)) == HEADINGS
    assert all(sections(rule).values())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
def test_rule_finds_its_example(rule: Rule) -> None:
    example = sections(rule)["Example"].strip("`\n") + "\n"
    found = lint(wikiproof.read(example), rules_for(rule.CODE))
    assert rule.CODE in {finding.code for finding in found}


def test_codes_and_names_are_unique() -> None:
    assert len({rule.CODE for rule in RULES}) == len({rule.NAME for rule in RULES}) == len(RULES)


def test_tags_that_say_the_editors_know() -> None:
    tags = data.table("grammar", "tags.toml")["known"]
    assert all(tag.startswith(tuple(tags["begins"])) for tag in tags["samples"])
