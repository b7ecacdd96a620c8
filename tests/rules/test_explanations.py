"""What the explanations say of two values, and that a finding carries it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import wikiproof
from wikiproof.rules import RULES
from wikiproof.rules.base import HEADINGS, sections, title
from wikiproof.rules.explanations import EXPLANATIONS, Explanation, explanation
from wikiproof.text import verbatim
from wikiproof.values.reading import read

CASES = tomllib.loads((Path(__file__).parent / "explanations.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("code", "case"),
    [
        pytest.param(code, case, id=f"{code} {case['infobox']} / {case['text']}")
        for code, cases in CASES.items()
        for case in cases
    ],
)
def test_case(code: str, case: dict[str, Any]) -> None:
    found = explanation(code)
    assert found is not None
    a, b = (read(verbatim(case[side], 0), case["kind"]) for side in ("infobox", "text"))
    assert found.explain(a, b) == found.explain(b, a) == case.get("note")


@pytest.mark.parametrize("note", EXPLANATIONS, ids=lambda note: note.CODE)
def test_text_and_example(note: Explanation) -> None:
    assert title(note).endswith(".")
    assert tuple(sections(note)) == HEADINGS
    found = wikiproof.lint(wikiproof.read(sections(note)["Example"].strip("`\n") + "\n"))
    assert [bool(finding.explanation) for finding in found] == [True]


def test_codes_and_names_are_no_rules() -> None:
    taken = {word for rule in RULES for word in (rule.CODE, rule.NAME)}
    assert not taken & {word for note in EXPLANATIONS for word in (note.CODE, note.NAME)}
    assert set(CASES) == {note.CODE for note in EXPLANATIONS}
