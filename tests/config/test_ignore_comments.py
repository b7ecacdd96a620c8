"""Comments in wikitext that hide findings: cases are data."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

CASES = tomllib.loads((Path(__file__).parent / "comments.toml").read_text(encoding="utf-8"))["case"]
A = "articles/A.wiki"


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any], run: Callable[..., Result]) -> None:
    article = Path(A).read_text(encoding="utf-8")
    comment, before = case["put"]
    assert article.count(before) == 1
    Path(A).write_text(article.replace(before, comment + before), encoding="utf-8")
    result = run("lint", A, "--format", "json", *case.get("options", ()))
    report = json.loads(result.stdout)
    found = [f"{each['severity']} {each['code']}" for each in report["articles"][0]["findings"]]
    assert found == case["found"]
    hidden = 2 - len(found)
    assert report["summary"]["hidden"] == ({"comment": hidden} if hidden else {})
    notes = [line.removeprefix(f"{A}:") for line in result.stderr.splitlines()]
    assert [
        f"{line.partition(':')[0]}:{line.partition(':')[2].partition(':')[2]}" for line in notes
    ] == case.get("told", [])
    if reason := case.get("reason"):
        sarif = json.loads(run("lint", A, "--format", "sarif").stdout)
        suppressions = [
            each["suppressions"] for each in sarif["runs"][0]["results"] if "suppressions" in each
        ]
        assert suppressions == [[{"kind": "inSource", "justification": reason}]]
