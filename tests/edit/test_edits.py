"""What an edit introduced, left and repaired: cases are data."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import wikiproof
from wikiproof.checking import Why, check, check_edit
from wikiproof.edit import compare
from wikiproof.finding import State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wikiproof.finding import Finding

DATA = tomllib.loads((Path(__file__).parent / "edits.toml").read_text(encoding="utf-8"))
BEFORE = wikiproof.read(DATA["article"])


def edited(case: dict[str, Any]) -> str:
    text: str = DATA["article"]
    for old, new in case["replace"]:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def said(findings: Iterable[Finding], state: State | None = None) -> list[str]:
    return sorted(f"{f.code} {f.field}" for f in findings if state in (None, f.state))


def test_before() -> None:
    assert said(check(BEFORE).findings) == DATA["before"]


@pytest.mark.parametrize("case", DATA["edit"], ids=[case["name"] for case in DATA["edit"]])
def test_edit(case: dict[str, Any]) -> None:
    after = wikiproof.read(edited(case))
    checked = check_edit(BEFORE, after)
    assert said(checked.findings, State.NEW) == case.get("new", [])
    assert said(checked.findings, State.UNCHANGED) == case.get("unchanged", [])
    assert said(checked.repaired, State.REPAIRED) == case.get("repaired", [])
    for finding in checked.repaired:
        assert BEFORE.source[finding.primary.span] in finding.primary.text
    new = [finding for finding in checked.findings if finding.state is State.NEW]
    left = [place.text for finding in new for place in finding.places if place.changed is False]
    assert left == case.get("left", left)
    gate = check_edit(BEFORE, after, only_new=True)
    assert said(gate.findings) == case.get("new", [])
    assert [each.why for each in gate.hidden] == [Why.BEFORE] * len(case.get("unchanged", []))


@pytest.mark.parametrize("case", DATA["edit"], ids=[case["name"] for case in DATA["edit"]])
def test_undoing_an_edit_swaps_new_and_repaired(case: dict[str, Any]) -> None:
    after = wikiproof.read(edited(case))
    there, back = check_edit(BEFORE, after), check_edit(after, BEFORE)
    assert said(there.findings, State.NEW) == said(back.repaired)
    assert said(there.repaired) == said(back.findings, State.NEW)


def test_a_new_article_is_new_throughout() -> None:
    checked = check_edit(None, BEFORE)
    assert said(checked.findings, State.NEW) == DATA["before"]
    assert (checked.before, checked.repaired) == (None, ())


def test_as_many_are_unchanged_as_there_were() -> None:
    (finding,) = check(BEFORE).findings
    found = compare([finding], [finding, finding])
    assert [each.state for each in found.after] == [State.UNCHANGED, State.NEW]
    found = compare([finding, finding, finding], [finding])
    assert ([each.state for each in found.after], len(found.repaired)) == ([State.UNCHANGED], 2)
