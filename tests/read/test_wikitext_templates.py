"""Every template of `grammar/templates/` shows what its entry says of its sample."""

from __future__ import annotations

from typing import Any

import pytest

from wikiproof.read.render import Page
from wikiproof.read.scan import scan
from wikiproof.read.templates.definitions import entries

ENTRIES = list(entries())


def render(wikitext: str) -> str:
    found = scan(wikitext)
    page = Page(wikitext, found)
    return page.render(page.trim(found.root)).string


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["sample"])
def test_sample_shows_what_the_entry_says(entry: dict[str, str]) -> None:
    assert render(entry["sample"]) == entry["shown"]


def test_names_are_defined_once() -> None:
    names = [
        name
        for entry in ENTRIES
        for name in (*(entry.get("each") or [entry["name"]]), *entry.get("aliases", ()))
    ]
    assert sorted({name for name in names if names.count(name) > 1}) == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["sample"])
def test_nested_use_takes_linear_time(entry: dict[str, Any]) -> None:
    """A renderer that renders an argument twice would render the innermost of thirty levels 2³⁰ times."""
    name = (entry.get("each") or [entry["name"]])[0].replace("*", "x")
    head = name if name.endswith(":") else name + "|"
    for arguments in ("{}", "a|{}", "2000|1|{}", "name={}"):
        nested = "x"
        for _ in range(30):
            nested = f"{{{{{head}{arguments.format(nested)}}}}}"
        render(nested)
