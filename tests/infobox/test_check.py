"""The schema of its type says which fields of a box are wrong."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from wikiproof.article import Article, Field, Infobox
from wikiproof.infobox.check import violations
from wikiproof.infobox.resolve import resolve
from wikiproof.source import Source, Span
from wikiproof.text import verbatim

CASES = tomllib.loads(Path(__file__).with_name("check.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: ", ".join(case["fields"]))
def test_violations(case: dict[str, Any]) -> None:
    fields = tuple(
        Field(name, Span(0, 0), value, Span(0, len(value)), verbatim(value, 0))
        for name, value in case["fields"].items()
    )
    box = Infobox(case.get("name"), "", Span(0, 0), fields)
    article = resolve(Article(Source(""), None, "plain", (box,), (), Span(0, 0), ()))
    found = list(violations(article.infoboxes[0]))
    unknown = {
        each.field.name + (f" → {each.suggestion}" if each.suggestion else "")
        for each in found
        if each.unknown
    }
    assert unknown == set(case.get("unknown", ()))
    assert {each.field.name for each in found if not each.unknown} == set(case.get("wrong", ()))
    assert all(each.field.name in each.message for each in found)
