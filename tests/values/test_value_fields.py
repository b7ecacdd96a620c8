"""Whole fields, by the table `cases/fields.toml`."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from wikiproof.source import Span
from wikiproof.text import Kind, TextBuilder, verbatim
from wikiproof.values import Agreement, Listing, Unread, compare, guess, read

TABLE: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("cases").joinpath("fields.toml").read_text("utf-8")
)


@pytest.mark.parametrize(("kind", "text", "expected"), TABLE["cases"])
def test_field(kind: str, text: str, expected: str) -> None:
    value = read(verbatim(text, 0), kind) if kind else guess(verbatim(text, 0))
    assert value.as_json() == json.loads(expected)


@pytest.mark.parametrize(("kind", "text", "expected"), TABLE["lists"])
def test_list(kind: str, text: str, expected: str) -> None:
    value = read(verbatim(text, 0), kind)
    assert isinstance(value, Listing)
    documents = [item.value.as_json() for item in value.items]
    kinds = {document.pop("kind") for document in documents}
    assert kinds <= {"count", "date", "magnitude", "text"}
    stretches = [text[item.start : item.end] for item in value.items]
    assert [list(pair) for pair in zip(stretches, documents, strict=True)] == json.loads(expected)


@pytest.mark.parametrize(("kind", "first", "second", "expected"), TABLE["compare"])
def test_compare_lists(kind: str, first: str, second: str, expected: str) -> None:
    a, b = read(verbatim(first, 0), kind), read(verbatim(second, 0), kind)
    assert compare(a, b) is compare(b, a) is Agreement(expected)


def test_a_template_without_renderer_excuses_the_field() -> None:
    builder = TextBuilder()
    builder.write("about 12 or so", Span(0, 9))
    builder.annotate(Kind.UNREAD, 0, "toll", Span(0, 9))
    assert read(builder.build(), "count") == Unread("holds a template wikiproof does not know: toll")
