"""Each format: what people see, line by line, and what machines see, against its schema."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from wikiproof.checking import Checked, Hidden, Why
from wikiproof.document import validate
from wikiproof.finding import Confidence, Finding, Location, Severity
from wikiproof.read.files import Unreadable
from wikiproof.read.plain import read_plain
from wikiproof.report import REPORTS, Summary
from wikiproof.report.text import TextReport, _window
from wikiproof.role import Role
from wikiproof.source import Source, Span

# Findings made by hand, so that no rule can change them.
TEXT = """\
= Orsa bombing =

Infobox
- Date: 14 March 2016
- Fatalities: 12
- Location:\t日本の町, Mali

On 4 March 2016, a car bomb exploded at the weekly market of Orsa, in the Gao Region of Mali, \
where on that day people from all the villages around had come together. The explosion killed 21 \
people and injured more than 30.
"""


def location(source: Source, label: str, words: str) -> Location:
    start = source.text.index(words)
    return Location(label, words, Span(start, start + len(words)))


@pytest.fixture
def checked() -> list[Checked]:
    first = Source(TEXT, "folder/a.txt")
    second = Source("Text.\n", "folder/b.txt")
    findings = (
        Finding(
            "D01",
            "date-lead",
            Severity.ERROR,
            Confidence.HIGH,
            "the infobox says “14 March 2016”, the lead says “4 March 2016”",
            "Date",
            Role.DATE,
            location(first, "infobox: Date", "14 March 2016"),
            (location(first, "lead", "4 March 2016,"),),
            "the days are one digit apart",
        ),
        Finding(
            "Q01",
            "fatalities",
            Severity.WARNING,
            Confidence.MEDIUM,
            "the infobox says “12”, the lead says “killed 21 people”",
            "Fatalities",
            Role.DEATHS,
            location(first, "infobox: Fatalities", "12"),
            (location(first, "lead", "killed 21 people"),),
        ),
        Finding(
            "E02",
            "region",
            Severity.INFO,
            Confidence.LOW,
            "a place that is far to the right\x1b[31m of wide characters",
            None,
            None,
            location(first, "infobox: Location", "町, Mali"),
        ),
    )
    return [
        Checked(read_plain(first), findings),
        Checked(read_plain(second), (), (Hidden(findings[2], Why.SEVERITY),) * 2),
    ]


@pytest.fixture
def summary(checked: list[Checked]) -> Summary:
    counts = Summary()
    for each in checked:
        counts.add(each)
    counts.unreadable.append(Unreadable("folder/c.txt", "there is no such file", "check the path"))
    return counts


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


SNAPSHOT = Path(__file__).parent / "report.txt"


def written(layout: str, checked: list[Checked], summary: Summary) -> str:
    stream = io.StringIO()
    report = REPORTS[layout](stream)
    for each in checked:
        report.article(each)
    report.finish(summary)
    return stream.getvalue()


def test_snapshot(checked: list[Checked], summary: Summary) -> None:
    assert written("text", checked, summary) == SNAPSHOT.read_text(encoding="utf-8")


def on_terminal(checked: list[Checked]) -> str:
    terminal = Terminal()
    TextReport(terminal).article(checked[0])
    return terminal.getvalue()


def test_narrow_terminal(checked: list[Checked], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = re.sub(r"\x1b\[[\d;]*m", "", on_terminal(checked)).splitlines()
    quoted = [line for line in lines if re.match(r"\d+ \| ", line)]
    assert len(quoted) == 5
    assert all(cell_len(line) <= 40 for line in quoted)


def test_colours_only_on_a_terminal(
    checked: list[Checked], summary: Summary, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b" not in written("text", checked, summary)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[1;31m" in on_terminal(checked)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[1;31m" not in on_terminal(checked)


def test_article_cannot_colour_the_terminal(checked: list[Checked]) -> None:
    assert "\x1b[31m" not in on_terminal(checked)


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        ({}, "no findings in 0 articles"),
        ({"articles": 1}, "no findings in 1 article"),
        (
            {"articles": 3, "hidden": Counter({Why.SEVERITY: 2, Why.BASELINE: 1})},
            "no findings in 3 articles; not shown: 1 accepted in the baseline, 2 below the minimum severity",
        ),
    ],
)
def test_counts(counts: dict[str, Any], line: str) -> None:
    assert written("text", [], Summary(**counts)) == line + "\n"


@given(st.text(), st.text(max_size=30), st.text(), st.integers(20, 60))
def test_window_fits_and_shows_the_stretch(before: str, marked: str, after: str, cells: int) -> None:
    line = before + marked + after
    left, middle, right = _window(line, len(before), len(before) + len(marked), cells)
    assert cell_len(left) + cell_len(middle) + cell_len(right) <= cells
    assert (left + middle + right).isprintable()
    assert middle or not marked
    if cell_len(line) == len(line) <= cells and line.isprintable():
        assert (left, middle, right) == (before, marked, after)


def parsed(checked: list[Checked], summary: Summary) -> Any:
    document = json.loads(written("json", checked, summary))
    validate(document)
    return document


def test_every_article_is_listed(checked: list[Checked], summary: Summary) -> None:
    articles = parsed(checked, summary)["articles"]
    assert [(a["path"], a["title"], len(a["findings"])) for a in articles] == [
        ("folder/a.txt", "Orsa bombing", 3),
        ("folder/b.txt", None, 0),
    ]


def test_finding(checked: list[Checked], summary: Summary) -> None:
    finding = parsed(checked, summary)["articles"][0]["findings"][1]
    assert finding == {
        "code": "Q01",
        "name": "fatalities",
        "severity": "warning",
        "confidence": "medium",
        "message": "the infobox says “12”, the lead says “killed 21 people”",
        "field": "Fatalities",
        "role": "deaths",
        "primary": {
            "label": "infobox: Fatalities",
            "text": "12",
            "start": {"offset": 62, "line": 5, "column": 15},
            "end": {"offset": 64, "line": 5, "column": 17},
        },
        "related": [
            {
                "label": "lead",
                "text": "killed 21 people",
                "start": {"offset": 270, "line": 8, "column": 182},
                "end": {"offset": 286, "line": 8, "column": 198},
            }
        ],
    }


def test_explanation_is_there_where_one_fits(checked: list[Checked], summary: Summary) -> None:
    findings = parsed(checked, summary)["articles"][0]["findings"]
    notes = [finding.get("explanation") for finding in findings]
    assert notes == ["the days are one digit apart", None, None]


def test_summary(checked: list[Checked], summary: Summary) -> None:
    assert parsed(checked, summary)["summary"] == {
        "articles": 2,
        "findings": 3,
        "errors": 1,
        "warnings": 1,
        "infos": 1,
        "hidden": {"severity": 2},
        "unreadable": [{"path": "folder/c.txt", "reason": "there is no such file"}],
    }


def test_no_article() -> None:
    assert parsed([], Summary())["articles"] == []


def test_same_bytes(checked: list[Checked], summary: Summary) -> None:
    assert written("json", checked, summary) == written("json", checked, summary)
