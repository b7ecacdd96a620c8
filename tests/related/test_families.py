"""Families of articles: clean as they are, and each seeded change gives its one finding and no other."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.related.families import FAMILIES, findings, texts

from wikiproof.related import RULES

CHANGES = tomllib.loads(Path(__file__).with_name("changes.toml").read_text(encoding="utf-8"))["change"]


@pytest.mark.parametrize("family", sorted(FAMILIES.iterdir()), ids=lambda path: path.name)
def test_families_are_clean(family: Path) -> None:
    assert findings(texts(family)) == []


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: f"{change['file']} {change['new']}")
def test_change_is_found(change: dict[str, Any]) -> None:
    family, name = change["file"].split("/")
    articles = texts(FAMILIES / family)
    assert articles[name].count(change["old"]) == 1
    articles[name] = articles[name].replace(change["old"], change["new"])
    assert findings(articles) == [change["finds"]]


def test_enough_of_them() -> None:
    assert len(list(FAMILIES.iterdir())) >= 15
    assert len(CHANGES) >= 60
    codes = Counter(change["finds"].split()[0] for change in CHANGES)
    assert set(codes) == {rule.CODE for rule in RULES}
    changed = {change["file"].split("/")[0] for change in CHANGES}
    assert changed == {family.name for family in FAMILIES.iterdir()}
