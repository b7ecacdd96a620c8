"""The ablation of the gates runs, and tells of each gate."""

from __future__ import annotations

import runpy
import shutil
import sys
from pathlib import Path

import pytest

from wikiproof.claims.gates import NAMES

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "gates.py"


def test_gates_benchmark(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("gold", "bodies"):
        (tmp_path / folder).mkdir()
    for gold in sorted((shared / "bench" / "dev" / "gold").glob("*.json"))[:2]:
        shutil.copy(gold, tmp_path / "gold")
        shutil.copy(shared / "bench" / "dev" / "bodies" / f"{gold.stem}.txt", tmp_path / "bodies")
    monkeypatch.setattr(sys, "argv", [str(BENCHMARK), "--cases", str(tmp_path)])
    runpy.run_path(str(BENCHMARK), run_name="__main__")
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0].strip() for line in lines[1:]] == [
        "all gates",
        *(f"without {code} {name}" for code, name in NAMES.items()),
        "without any",
    ]


def test_missing_cases_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", [str(BENCHMARK), "--cases", str(tmp_path)])
    with pytest.raises(SystemExit, match="holds no labelled cases"):
        runpy.run_path(str(BENCHMARK), run_name="__main__")
