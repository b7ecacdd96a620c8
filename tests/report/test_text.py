"""The report for people, on terminals and in files."""

from __future__ import annotations

import io
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

import wikiproof
from wikiproof.checking import Checked, Why
from wikiproof.report import Summary
from wikiproof.report.counts import counts
from wikiproof.report.text import TextReport, window
from wikiproof.source import Source

if TYPE_CHECKING:
    from tests.report.conftest import Run


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_terminal(run: Run) -> str:
    terminal = Terminal()
    run.write(TextReport(terminal))
    return terminal.getvalue()


WIDE = """\
= Orsa bombing =

Infobox civilian attack
- Location:\t日本の町日本の町日本の町日本の町日本の町日本の町日本の町, Segou Region, Mali
- Date: 14 March 2016
- Fatalities: 12

On 4 March 2016, a car\tbomb exploded at the e\u0301\u0302a\u0301 👩‍🔬 ❤️ weekly market of Orsa, in the \
Gao Region of Mali. 日本の町日本の町日本の町 The explosion killed 21 people, and 3 in 👩‍🔬 क्षि.
"""


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    article = wikiproof.read(Source(WIDE, "wide.txt"))
    terminal = Terminal()
    report = TextReport(terminal)
    report.article(Checked(article, tuple(wikiproof.lint(article))))
    run.write(report)
    lines = re.sub(r"\x1b\[[\d;]*m", "", terminal.getvalue()).splitlines()
    assert max(map(cell_len, lines)) <= width
    for words in ("14 March 2016", "4 March 2016", "12", "killed 21 people", "日本の町日"):
        places = [
            (cell_len(line[: line.index(words)]), re.search("[-^]+", below))
            for line, below in pairwise(lines)
            if re.match(rf"\d+ \| .*(?<!\d){words}", line)
        ]
        assert any(marks and marks.start() == at for at, marks in places), words


def test_colours_only_on_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in run.written("text")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[1;31m" in on_terminal(run)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[1;31m" not in on_terminal(run)


def test_article_cannot_colour_the_terminal(run: Run) -> None:
    assert "\x1b[31m" not in on_terminal(run)


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        (Summary(), "no findings in 0 articles"),
        (Summary(articles=1), "no findings in 1 article"),
        (
            Summary(articles=3, hidden=Counter({Why.SEVERITY: 2, Why.BASELINE: 1})),
            "no findings in 3 articles; not shown: 1 accepted in the baseline, 2 below the minimum severity",
        ),
    ],
)
def test_counts(summary: Summary, line: str) -> None:
    assert counts(summary) == line


@given(st.text(), st.text(max_size=30), st.text(), st.integers(20, 60))
def test_window_fits_and_shows_the_stretch(before: str, marked: str, after: str, cells: int) -> None:
    line = before + marked + after
    left, middle, right = window(line, len(before), len(before) + len(marked), cells)
    assert cell_len(left) + cell_len(middle) + cell_len(right) <= cells
    assert (left + middle + right).isprintable()
    assert middle or not marked
    if cell_len(line) == len(line) <= cells and line.isprintable():
        assert (left, middle, right) == (before, marked, after)
