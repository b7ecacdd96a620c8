"""Every template is known by all of its names, and typed where it has a type; what is not known raises no error."""

from __future__ import annotations

import importlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.told import told

import wikiproof
from wikiproof.finding import Severity
from wikiproof.read.render import Page
from wikiproof.read.scan import scan
from wikiproof.read.templates import lookup
from wikiproof.read.templates.definitions import entries
from wikiproof.rules import lint
from wikiproof.source import Source

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
ENTRIES = list(entries())
NAMED = re.compile(r"\{\{\s*([^{}|:]+:?)")


def names(entry: dict[str, Any]) -> list[str]:
    """All names of a template, those with a wildcard left out."""
    every = [*(entry.get("each") or [entry["name"]]), *entry.get("aliases", ())]
    return [name for name in every if "*" not in name]


def render(wikitext: str) -> str:
    found = scan(wikitext)
    page = Page(wikitext, found)
    return page.render(page.trim(found.root)).string


def field(wikitext: str) -> dict[str, Any]:
    """The field of an infobox of no known type that holds the wikitext."""
    article = wikiproof.read(Source(f"{{{{Infobox thing|x={wikitext}}}}}\nIt stood."), form="wikitext")
    document: dict[str, Any] = wikiproof.convert(article)["infoboxes"][0]["fields"][0]
    return document


@pytest.mark.parametrize(
    "entry", [each for each in ENTRIES if "value" in each], ids=lambda each: each["sample"]
)
def test_sample_is_read_as_the_entry_says(entry: dict[str, Any]) -> None:
    assert told(field(entry["sample"])["value"]) == entry["value"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["sample"])
def test_all_names_show_the_same(entry: dict[str, Any]) -> None:
    """The sample with each other name in place of its own."""
    known = {name.casefold() for name in names(entry)}
    used = next((each for each in NAMED.findall(entry["sample"]) if each.strip().casefold() in known), None)
    for name in names(entry):
        assert lookup(name) is not None, name
        if used:
            sample = entry["sample"].replace(f"{{{{{used}", f"{{{{{name}")
            assert render(sample) == entry["shown"], name


# Arguments of infobox templates and other things that are no templates with output of their own.
NO_TEMPLATES = {
    "#formatnum", "ISO codes such as USA", "infobox", "any Infobox *", "child infobox", "embed=yes", "child=yes",
    "module=", "infobox subbox",
}  # fmt: skip
# Kinds of the facts that have a type here.
TYPED = {
    "date", "date_range", "date_with_age", "date_list", "date_pair", "date_coarse", "datetime", "year", "number",
    "percent", "measure", "duration", "money", "coord", "magnitude", "intensity", "person_with_range", "list",
    "entity_country",
}  # fmt: skip
# Decorations, lists in halves and such, which the facts file under one head with what is typed.
UNTYPED = {"currentdate", "time", "inflation", "age in months"}


def test_every_template_of_the_facts(shared: Path) -> None:
    facts = json.loads((shared / "facts" / "templates.json").read_text("utf-8"))
    by_name = {name.casefold(): entry for entry in ENTRIES for name in names(entry)}
    missing = []
    for name, fact in facts.items():
        if name == "_meta":
            continue
        missing += [
            each for each in (name, *fact["aliases"]) if each not in NO_TEMPLATES and lookup(each) is None
        ]
        if fact["value_kind"] in TYPED and name not in UNTYPED and name.casefold() in by_name:
            assert "value" in by_name[name.casefold()], f"{name} is a {fact['value_kind']}"
    assert missing == []


def test_templates_in_infoboxes_of_the_corpus(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    templates = importlib.import_module("templates")
    counted = templates.count(shared / "corpus" / "articles")
    known = sum(times for name, times in counted.items() if templates.how(name))
    assert counted.total() > 1000
    assert known / counted.total() >= 0.995


@pytest.mark.parametrize(
    "value",
    [
        "{{odd toll|12}}",
        "{{odd toll|12}} killed",
        "31 {{odd month|April}} 2019",
        "{{odd toll|12|{{odd toll|40}}}}",
        "12 killed, {{odd toll|}} wounded",
    ],
)
def test_unknown_template_keeps_its_words_and_raises_no_error(value: str) -> None:
    wikitext = (
        "{{Infobox civilian attack|title=Mill attack|date=%s|fatalities=%s|injuries=%s|location=%s}}\n"
        "The '''Mill attack''' took place on 3 May 2021 in Mill Town. It killed 50 people and injured 7."
        % ((value,) * 4)
    )
    article = wikiproof.read(Source(wikitext), form="wikitext")
    for each in wikiproof.convert(article)["infoboxes"][0]["fields"][1:]:
        assert set(each["unread"]) <= {"odd toll", "odd month"}
        assert {"12", "40", "April"}.intersection(re.findall(r"\w+", value)) <= set(
            re.findall(r"\w+", each["text"])
        )
    assert [each for each in lint(article) if each.severity is Severity.ERROR] == []
