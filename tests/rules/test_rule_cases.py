"""Every rule reads its cases, and the example in its own text, and finds exactly what they say."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import wikiproof
from wikiproof.finding import Severity
from wikiproof.rules import RULES, Rule
from wikiproof.rules.base import HEADINGS, sections, title

CASES = Path(__file__).parent / "cases"


def cases() -> list[tuple[str, str, str, list[str], Severity]]:
    return [
        (
            path.stem,
            case["name"],
            case["text"].lstrip("\n"),
            case.get("finds", []),
            Severity[case.get("from", "warning").upper()],
        )
        for path in sorted(CASES.glob("*.toml"))
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    ]


@pytest.mark.parametrize(
    ("code", "name", "text", "finds", "floor"),
    cases(),
    ids=lambda v: v if isinstance(v, str) and "\n" not in v else "",
)
def test_case(code: str, name: str, text: str, finds: list[str], floor: Severity) -> None:
    found = wikiproof.lint(wikiproof.read(text))
    assert [f"{f.code} {f.field or ''}".strip() for f in found if f.severity >= floor] == finds, (code, name)


def test_every_rule_has_cases() -> None:
    assert {rule.CODE for rule in RULES} == {path.stem for path in CASES.glob("*.toml")}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
def test_rule_text(rule: Rule) -> None:
    assert title(rule).endswith(".")
    assert tuple(sections(rule)) == HEADINGS
    assert all(sections(rule).values())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
def test_rule_finds_its_example(rule: Rule) -> None:
    example = sections(rule)["Example"].strip("`\n") + "\n"
    found = wikiproof.lint(wikiproof.read(example))
    assert rule.CODE in {finding.code for finding in found}


def test_codes_and_names_are_unique() -> None:
    assert len({rule.CODE for rule in RULES}) == len({rule.NAME for rule in RULES}) == len(RULES)
