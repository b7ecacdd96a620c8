"""Documents of others are checked, and what is wrong with them is said in a sentence."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from wikiproof.document import InvalidDocument, problems, validate

CASES = tomllib.loads(Path(__file__).with_name("broken.toml").read_text(encoding="utf-8"))
ARTICLE, REPORT = CASES["article"], CASES["report"]


def edited(case: dict[str, Any]) -> Any:
    """A valid document, with one place of it overwritten."""
    document = json.loads(REPORT if case.get("of") == "report" else ARTICLE)
    *way, last = case["at"]
    place = document
    for step in way:
        place = place[step]
    place[last] = json.loads(case["put"])
    return document


@pytest.mark.parametrize("document", [ARTICLE, REPORT], ids=["article", "report"])
def test_valid_documents_have_no_problems(document: str) -> None:
    assert list(problems(json.loads(document))) == []
    validate(json.loads(document))


@pytest.mark.parametrize("case", CASES["broken"], ids=lambda case: case["put"][:40])
def test_problems_of_broken_documents(case: dict[str, Any]) -> None:
    assert [str(each) for each in problems(edited(case))] == case["problems"]


@pytest.mark.parametrize("case", CASES["broken"], ids=lambda case: case["put"][:40])
def test_validate_raises_the_first_problem(case: dict[str, Any]) -> None:
    with pytest.raises(InvalidDocument) as caught:
        validate(edited(case))
    assert str(caught.value) == case["problems"][0]


@pytest.mark.parametrize("document", [None, 5, "text", [], {}, {"articles": None}])
def test_anything_else_is_no_document(document: object) -> None:
    assert list(problems(document))


def test_a_document_nested_beyond_reason() -> None:
    value: dict[str, Any] = {"kind": "text", "wrong": 1}
    for _ in range(500):
        value = {"kind": "list", "items": [value]}
    document = json.loads(ARTICLE)
    document["infoboxes"][0]["fields"][0]["value"] = value
    assert [each.path for each in problems(document)] == ["$"]
