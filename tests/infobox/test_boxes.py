"""Every type of infobox, from wikitext to the document, by each of its names: the table `boxes.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.told import told

import wikiproof
from wikiproof.document import problems
from wikiproof.infobox.registry import infobox_types
from wikiproof.source import Source

BOXES = tomllib.loads(Path(__file__).with_name("boxes.toml").read_text("utf-8"))["box"]
NAMES = {kind.name: [kind.schema["title"], *kind.schema.get("aliases", ())] for kind in infobox_types()}


def converted(wikitext: str) -> dict[str, Any]:
    document = wikiproof.convert(wikiproof.read(Source(f"{wikitext}It stood."), form="wikitext"))
    assert list(problems(document)) == []
    (box,) = document["infoboxes"]
    assert isinstance(box, dict)
    return box


def test_every_type_has_a_box() -> None:
    assert {box["type"] for box in BOXES} == NAMES.keys()
    assert len(NAMES) == 26


@pytest.mark.parametrize("box", BOXES, ids=lambda box: box["wikitext"].partition("\n")[0].strip("{"))
def test_fields(box: dict[str, Any]) -> None:
    written = converted(box["wikitext"])
    assert written["type"] == box["type"]
    found = [
        [field["name"], field["key"] or "", field["role"] or "", told(field["value"])]
        for field in written["fields"]
    ]
    assert found == box["fields"]


@pytest.mark.parametrize("box", BOXES, ids=lambda box: box["wikitext"].partition("\n")[0].strip("{"))
def test_every_name_of_the_type(box: dict[str, Any]) -> None:
    used = box["wikitext"].partition("\n")[0].strip("{")
    values = [told(field["value"]) for field in converted(box["wikitext"])["fields"]]
    for name in NAMES[box["type"]]:
        for written in (name, name.upper().replace(" ", "_"), f"{name} <!-- a box -->"):
            again = converted(box["wikitext"].replace(f"{{{{{used}", f"{{{{{written}", 1))
            assert again["type"] == box["type"], written
            assert [told(field["value"]) for field in again["fields"]] == values


def test_templates_in_a_row_are_one_infobox() -> None:
    row = next(box for box in BOXES if box["type"] == "weather event")
    written = converted(row["wikitext"])
    assert written["continued"] == [f"Infobox weather event/{part}" for part in ("NWS", "Effects", "Footer")]
    assert written["span"] == [0, len(row["wikitext"].rstrip())]
