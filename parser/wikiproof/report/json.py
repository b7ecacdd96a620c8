"""The report as JSON, version 1; its schema is `schema/report.schema.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import wikiproof
from wikiproof.finding import Severity

if TYPE_CHECKING:
    from typing import TextIO

    from wikiproof.finding import Finding, Location
    from wikiproof.report.base import Checked, Summary
    from wikiproof.source import Source

VERSION = 1


class JsonReport:
    """One JSON object, written as the articles come, each on a line of its own."""

    def __init__(self, stream: TextIO) -> None:
        tool = {"name": "wikiproof", "version": wikiproof.__version__}
        self._write = stream.write
        self._between = f'{{"version":{VERSION},"tool":{_dumps(tool)},"articles":['

    def article(self, checked: Checked) -> None:
        """Write the line of an article."""
        self._write(f"{self._between}\n{_dumps(_article(checked))}")
        self._between = ","

    def finish(self, summary: Summary) -> None:
        """Write the counts and the end."""
        opening = "" if summary.articles else self._between
        self._write(f'{opening}\n],"summary":{_dumps(_summary(summary))}}}\n')


def _article(checked: Checked) -> dict[str, Any]:
    source = checked.article.source
    return {
        "path": checked.path,
        "title": checked.article.title,
        "findings": [_finding(finding, source) for finding in checked.findings],
    }


def _finding(finding: Finding, source: Source) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "confidence": str(finding.confidence),
        "message": finding.message,
        "field": finding.field,
        "role": finding.role,
        "primary": _location(finding.primary, source),
        "related": [_location(location, source) for location in finding.related],
    }


def _location(location: Location, source: Source) -> dict[str, Any]:
    return {
        "label": location.label,
        "text": location.text,
        "start": source.position(location.span.start),
        "end": source.position(location.span.end),
    }


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "articles": summary.articles,
        "findings": summary.findings,
        "errors": summary.severities[Severity.ERROR],
        "warnings": summary.severities[Severity.WARNING],
        "infos": summary.severities[Severity.INFO],
        "unreadable": [{"path": path, "reason": reason} for path, reason in summary.unreadable],
    }


def _dumps(data: Any) -> str:
    import orjson

    return orjson.dumps(data).decode()
