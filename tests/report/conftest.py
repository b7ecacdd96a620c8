"""A report to test formats with: findings made by hand, so that no rule can change them."""

from __future__ import annotations

import pytest

from wikiproof.finding import Confidence, Finding, Location, Severity
from wikiproof.read.files import Unreadable
from wikiproof.read.plain import read_plain
from wikiproof.report import Checked, Summary
from wikiproof.role import Role
from wikiproof.source import Source, Span

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
    return [Checked(read_plain(first), findings), Checked(read_plain(second), (), hidden=2)]


@pytest.fixture
def summary(checked: list[Checked]) -> Summary:
    counts = Summary()
    for each in checked:
        counts.add(each)
    counts.unreadable.append(Unreadable("folder/c.txt", "there is no such file", "check the path"))
    return counts
