"""Every kind of value, from wikitext to the document, by the table `cases/kinds.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.told import told

import wikiproof
from wikiproof.document import problems
from wikiproof.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = tomllib.loads((Path(__file__).parent / "cases" / "kinds.toml").read_text("utf-8"))["kind"]
CASES = [case for kind in KINDS for case in kind["cases"]]


def beside(field: dict[str, Any]) -> Iterator[str]:
    """What stands beside a field's text, in few words."""
    yield from (f"note at {note['offset']}: {note['text']}" for note in field.get("notes", ()))
    yield from (f"{link['label']} → {link['target']}" for link in field.get("links", ()))
    if field["references"]:
        yield f"{len(field['references'])} reference"
    if "unread" in field:
        yield f"unread: {', '.join(field['unread'])}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[1])
def test_kind(case: list[str]) -> None:
    name, raw, text, value, *more = case
    box, _, parameter = name.rpartition(".")
    wikitext = f"{{{{Infobox {box or 'thing'}|{parameter or 'x'}={raw}}}}}\nIt stood."
    document = wikiproof.convert(wikiproof.read(Source(wikitext), form="wikitext"))
    field = document["infoboxes"][0]["fields"][0]
    assert field["text"] == text
    assert told(field["value"]) == value
    assert "; ".join(beside(field)) == "".join(more)
    assert list(problems(document)) == []
