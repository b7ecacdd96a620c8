"""A finding whose other place is in another article: every format names that article and where in it the place is."""

from __future__ import annotations

import json

import jsonschema
import pytest
from tests.report.conftest import Run, location

import wikiproof
from wikiproof import data
from wikiproof.checking import Checked
from wikiproof.finding import Confidence, Elsewhere, Finding, Location, Severity
from wikiproof.report import FORMATS
from wikiproof.role import Role
from wikiproof.source import Position, Source, Span

HERE = "= Orsa bombing =\n\nInfobox civilian attack\n- Fatalities: 12\n\nIt was a bombing.\n"


@pytest.fixture
def between() -> Run:
    source = Source(HERE, "folder/orsa.txt")
    there = Elsewhere("List of raids", "folder/raids.wiki", Position(4321, 77, 21), Position(4337, 77, 37))
    other = Location("lead", "killed 21 people", Span(4321, 4337), elsewhere=there)
    finding = Finding(
        "X01", "same-event", Severity.WARNING, Confidence.MEDIUM, "the two differ", "Fatalities", Role.DEATHS,
        location(source, "infobox: Fatalities", "12"), (other,),
    )  # fmt: skip
    return Run((Checked(wikiproof.read(source), (finding,)),))


@pytest.mark.parametrize("layout", FORMATS)
def test_every_format(between: Run, layout: str) -> None:
    written = between.written(layout)
    assert "raids.wiki" in written or "List of raids" in written
    assert "77" in written


def test_places(between: Run) -> None:
    assert "::: folder/raids.wiki:77:21\n" in between.written("text")
    assert "| lead of List of raids | 77:21 | killed 21 people |" in between.written("markdown")
    assert "lead, folder/raids.wiki:77:21: killed 21 people" in between.written("github")
    assert "folder/raids.wiki:77:21: lead: killed 21 people" in between.written("junit")
    assert "<small>folder/raids.wiki:77:21</small>" in between.written("html")
    (issue,) = json.loads(between.written("gitlab"))
    assert issue["other_locations"][0]["path"] == "folder/raids.wiki"
    result = json.loads(between.written("sarif"))["runs"][0]["results"][0]
    physical = result["relatedLocations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "folder/raids.wiki"
    assert physical["region"]["startLine"] == 77


def test_json(between: Run) -> None:
    report = json.loads(between.written("json"))
    jsonschema.Draft202012Validator(data.schema("report.schema.json")).validate(report)
    (place,) = report["articles"][0]["findings"][0]["related"]
    assert place["article"] == {"title": "List of raids", "path": "folder/raids.wiki"}
    assert place["start"] == {"offset": 4321, "line": 77, "column": 21}
