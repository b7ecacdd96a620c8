"""Shows findings to people and machines: one class a format.

A new format is a module of this package and a line in REPORTS.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

from wikiproof.report.base import Report, Summary

if TYPE_CHECKING:
    from typing import TextIO

__all__ = ["FORMATS", "REPORTS", "Report", "Summary", "default_format", "report_in"]

# Each format is a module of this package, which is imported only when it is asked for, and its class.
REPORTS: dict[str, str] = {
    "text": "TextReport",
    "json": "JsonReport",
    "jsonl": "JsonLinesReport",
    "sarif": "SarifReport",
    "github": "GithubReport",
    "gitlab": "GitlabReport",
    "junit": "JunitReport",
    "markdown": "MarkdownReport",
    "html": "HtmlReport",
    "statistics": "StatisticsReport",
    "trace": "TraceReport",
}


_FOR_PEOPLE = ("statistics", "trace")  # these have options of their own
FORMATS = tuple(name for name in REPORTS if name not in _FOR_PEOPLE)


def report_in(layout: str, stream: TextIO) -> Report:
    """The report in a format of REPORTS, to be written to a stream."""
    module = import_module(f"wikiproof.report.{layout}")
    report: Report = getattr(module, REPORTS[layout])(stream)
    return report


def default_format(output: str | None) -> str:
    """Text for people; annotations where the standard output is the log of a GitHub workflow."""
    in_log = output in (None, "-") and os.environ.get("GITHUB_ACTIONS") == "true"
    return "github" if in_log else "text"
