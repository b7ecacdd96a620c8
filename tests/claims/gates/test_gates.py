"""Each gate by itself: every other gate is left open, and the claim of a sentence passes, is narrowed or is stopped."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import wikiproof
from wikiproof.claims import Claim, Scope, gather
from wikiproof.claims.gates import NAMES
from wikiproof.rules import check

CASES = Path(__file__).parent
FORM = """= Harbour attack =

Infobox civilian attack
- Date: {date}
- Location: {place}
- Magnitude: 5
- Perpetrators: the Harbour Front
{box}

{lead}
{section}
"""


def cases() -> list[Any]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem} {case['text']}")
        for path in sorted(CASES.glob("*.toml"))
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    ]


def article(case: dict[str, str]) -> str:
    heading = case.get("section")
    return FORM.format(
        date=case.get("date", "8 March 2022"),
        place=case.get("place", "Tessit, Mali"),
        box=case.get("box", ""),
        lead="The Harbour attack was an attack in Tessit." if heading else case["text"],
        section=f"\n== {heading} ==\n{case['text']}" if heading else "",
    )


def claim(case: dict[str, str], off: frozenset[str]) -> Claim:
    """The claim whose text holds the case's `claim`."""
    claims = gather(wikiproof.read(article(case)), off)
    every = [*claims.body, *claims.occasion.aside()]
    found = [c for c in every if c.role.value == case.get("role", "deaths") and case["claim"] in c.text]
    assert len(found) == 1, [(c.role, c.text) for c in every]
    return found[0]


@pytest.mark.parametrize(("code", "case"), cases())
def test_gate(code: str, case: dict[str, Any]) -> None:
    alone = frozenset(NAMES) - {code}
    if "finds" in case:  # G8 judges an infobox value and a claim together
        found = check(gather(wikiproof.read(article(case)), alone))
        assert bool([f for f in found if f.code == "Q01"]) is case["finds"]
        return
    judged = claim(case, alone)
    assert judged.scope is Scope(case.get("scope", "total"))
    assert judged.narrowed_by == (None if judged.scope is Scope.TOTAL else code)
    if "stops" in case:
        assert [stop.gate for stop in judged.stops] == [code]
        assert case["stops"] in judged.stops[0].reason
    else:
        assert judged.stops == ()


@pytest.mark.parametrize("code", NAMES)
def test_gate_has_cases_of_both_kinds(code: str) -> None:
    found = [case for stem, case in (param.values for param in cases()) if stem == code]
    bites = [c for c in found if "stops" in c or "scope" in c or c.get("finds") is False]
    assert len(bites) >= 3
    assert len(found) - len(bites) >= 3


def test_open_gates_let_everything_pass() -> None:
    for code, case in (param.values for param in cases()):
        if "stops" in case:
            assert claim(case, frozenset(NAMES)).speaks, code
