"""What people see: a snapshot, and the window on lines that are too long."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from wikiproof.report import REPORTS, Summary
from wikiproof.report.text import TextReport, _window

if TYPE_CHECKING:
    from wikiproof.report import Checked


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


SNAPSHOT = Path(__file__).parent / "report.txt"


def shown(checked: list[Checked], summary: Summary) -> str:
    stream = io.StringIO()
    report = REPORTS["text"](stream)
    for each in checked:
        report.article(each)
    report.finish(summary)
    return stream.getvalue()


def test_snapshot(checked: list[Checked], summary: Summary) -> None:
    assert shown(checked, summary) == SNAPSHOT.read_text(encoding="utf-8")


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
    assert "\x1b" not in shown(checked, summary)
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
        ({"articles": 3, "hidden": 2}, "no findings in 3 articles; 2 below the minimum severity not shown"),
    ],
)
def test_counts(counts: dict[str, int], line: str) -> None:
    assert shown([], Summary(**counts)) == line + "\n"  # type: ignore[arg-type]  # only the counts are given


@given(st.text(), st.text(max_size=30), st.text(), st.integers(20, 60))
def test_window_fits_and_shows_the_stretch(before: str, marked: str, after: str, cells: int) -> None:
    line = before + marked + after
    left, middle, right = _window(line, len(before), len(before) + len(marked), cells)
    assert cell_len(left) + cell_len(middle) + cell_len(right) <= cells
    assert (left + middle + right).isprintable()
    assert middle or not marked
    if cell_len(line) == len(line) <= cells and line.isprintable():
        assert (left, middle, right) == (before, marked, after)
