"""A run for every format to show, its findings made by hand so that no rule can change them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

import wikiproof
from wikiproof.checking import Checked, Hidden, Why
from wikiproof.finding import Confidence, Finding, Location, Severity
from wikiproof.read.files import Unreadable
from wikiproof.report import Summary, report_in
from wikiproof.role import Role
from wikiproof.source import Source, Span

if TYPE_CHECKING:
    from wikiproof.report import Report

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
# What means something to one format or another, a cluster of characters that is one sign, and no line end.
AWKWARD = "Infobox\n- Result: [<b>'''won'''</b>](1) {0} ``` | ::error::a,b:100% & \"q\"\n\nIt was 👩‍🔬 é lost"


def location(source: Source, label: str, words: str) -> Location:
    start = source.text.index(words)
    return Location(label, words, Span(start, start + len(words)))


@dataclass(frozen=True)
class Run:
    checked: tuple[Checked, ...]
    unreadable: tuple[Unreadable, ...] = ()

    def written(self, layout: str) -> str:
        stream = io.StringIO()
        self.write(report_in(layout, stream))
        return stream.getvalue()

    def write(self, report: Report) -> None:
        for each in self.checked:
            report.article(each)
        report.finish(self.summary)

    @property
    def summary(self) -> Summary:
        counts = Summary()
        for each in self.checked:
            counts.add(each)
        counts.unreadable.extend(self.unreadable)
        return counts


@pytest.fixture(autouse=True)
def _version(monkeypatch: pytest.MonkeyPatch) -> None:
    """The version that the snapshots show."""
    monkeypatch.setattr(wikiproof, "__version__", "1.2.3")


@pytest.fixture
def empty() -> Run:
    return Run(())


@pytest.fixture
def run() -> Run:
    first = Source(TEXT, "folder/a.txt")
    second = Source("Text.\n", "folder/b.txt")
    third = Source(AWKWARD, "./100%, a:b ü.txt")
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
    result = location(third, "infobox: Result", AWKWARD.split("\n")[1].removeprefix("- Result: "))
    awkward = Finding(
        "E09",
        "result-winner",
        Severity.WARNING,
        Confidence.LOW,
        f"the infobox says “{result.text}” for Result,\r\nthe lead says “lost”",
        "Result",
        Role.RESULT,
        result,
        (location(third, "lead", "lost"),),
    )
    return Run(
        (
            Checked(wikiproof.read(third), (awkward,)),
            Checked(wikiproof.read(first), findings),
            Checked(wikiproof.read(second), (), (Hidden(findings[2], Why.SEVERITY),) * 2),
        ),
        (Unreadable("folder/c d.txt", "there is no such file", "check the path"),),
    )
