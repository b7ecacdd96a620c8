"""Shows findings to people and machines: one class a format.

A new format is a module of this package and a line in REPORTS.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.checking import Checked
from wikiproof.report.base import Report, Summary
from wikiproof.report.json import JsonReport

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

__all__ = ["REPORTS", "Checked", "Report", "Summary"]


def _text(stream: TextIO) -> Report:
    from wikiproof.report.text import TextReport  # needs rich, which the other formats do without

    return TextReport(stream)


def _trace(stream: TextIO) -> Report:
    from wikiproof.report.trace import TraceReport

    return TraceReport(stream)


REPORTS: dict[str, Callable[[TextIO], Report]] = {
    "text": _text,
    "json": JsonReport,
    "trace": _trace,
}
