"""The labelled cases stay above the floors of quality that the project has set itself."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = f"{sys.executable} -m wikiproof lint --format json"


def score(shared: Path, script: str) -> str:
    done = subprocess.run(
        [sys.executable, str(shared / "bench" / script), "--command", COMMAND],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


def test_labelled_changes(shared: Path) -> None:
    total = score(shared, "score.py")
    figures = {name: float(number) for name, number in re.findall(r"(\w+) ([\d.]+)", total)}
    assert figures["recall"] >= 0.65
    assert figures["precision"] >= 0.98
    assert figures["same_alarm_rate"] <= 0.01
    assert figures["clean_per_100"] <= 4


def test_judged_articles(shared: Path) -> None:
    total = score(shared, "natural.py")
    figures = re.search(r"conflicts found (\d+)/5 .* false alarms (\d+)", total)
    assert figures is not None
    assert int(figures[1]) >= 4
    assert int(figures[2]) == 0
