"""An infobox without a name is told by its fields."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from wikiproof.infobox.guess import guess_type

CASES = tomllib.loads(Path(__file__).with_name("guess.toml").read_text(encoding="utf-8"))["guess"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.get("type", "none"))
def test_guess(case: dict[str, Any]) -> None:
    kind = guess_type(case["names"])
    assert (kind.name if kind else None) == case.get("type")


def test_guesses_of_labelled_articles(shared: Path) -> None:
    right, wrong = 0, []
    for path in sorted((shared / "bench" / "dev" / "gold").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        names = [field["param"].replace("_", " ").capitalize() for field in record["fields"]]
        kind = guess_type(names)
        if kind is not None and kind.name == record["type"]:
            right += 1
        else:
            wrong.append((record["type"], names))
    assert right >= 0.95 * (right + len(wrong)), wrong
