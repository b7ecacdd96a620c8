"""The benchmark of the start runs each command, and prints a line for each."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "startup.py"


def test_startup_benchmark(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", [str(BENCHMARK), "--rounds", "1", "no such article.wiki"])
    runpy.run_path(str(BENCHMARK), run_name="__main__")
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] for line in lines[1:]] == [
        "-c pass",
        "-c import mwparserfromhell",
        "wikiproof --help",
        "wikiproof lint no such article.wiki",
        "cold wikiproof lint no such article.wiki",
    ]
