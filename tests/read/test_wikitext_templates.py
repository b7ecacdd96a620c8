"""Every template of `grammar/templates/` shows what its entry says of its sample."""

from __future__ import annotations

import pytest

from wikiproof.read.render import Page
from wikiproof.read.scan import scan
from wikiproof.read.templates.definitions import entries, lookup

ENTRIES = list(entries())


def render(wikitext: str) -> str:
    found = scan(wikitext)
    page = Page(wikitext, found)
    return page.render(page.trim(found.root)).string


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["sample"])
def test_sample_shows_what_the_entry_says(entry: dict[str, str]) -> None:
    assert render(entry["sample"]) == entry["shown"]
