"""What each format writes of the same run, byte by byte.

`WRITE_SNAPSHOTS=1 pytest tests/report` writes them anew; look at the difference before you commit it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from wikiproof.report import FORMATS

if TYPE_CHECKING:
    from tests.report.conftest import Run

SNAPSHOTS = Path(__file__).parent / "snapshots"
WHOLE = [layout for layout in FORMATS if layout not in ("html", "sarif")]  # those have their own tests


def agree(name: str, written: str) -> None:
    file = SNAPSHOTS / name
    if os.environ.get("WRITE_SNAPSHOTS"):
        file.write_text(written, encoding="utf-8", newline="")
    assert written == file.read_bytes().decode()


@pytest.mark.parametrize("layout", WHOLE)
def test_snapshot(layout: str, run: Run) -> None:
    agree(layout, run.written(layout))


@pytest.mark.parametrize("layout", WHOLE)
def test_nothing_to_show(layout: str, empty: Run) -> None:
    agree(f"{layout}.empty", empty.written(layout))


@pytest.mark.parametrize("layout", FORMATS)
def test_same_bytes(layout: str, run: Run) -> None:
    assert run.written(layout) == run.written(layout)
