"""The report as GitLab's code quality: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wikiproof.finding import Severity
from wikiproof.report.fingerprint import Fingerprints
from wikiproof.report.json import line
from wikiproof.report.paths import relative

if TYPE_CHECKING:
    from typing import TextIO

    from wikiproof.checking import Checked
    from wikiproof.finding import Finding, Location
    from wikiproof.report.base import Summary

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


class GitlabReport:
    """One JSON array, an issue for each finding and for each input that could not be read."""

    console = None

    def __init__(self, stream: TextIO) -> None:
        self._write = stream.write
        self._fingerprints = Fingerprints()
        self._between = "["

    def article(self, checked: Checked) -> None:
        """Write the issues of an article."""
        for finding in checked.findings:
            self._issue(_issue(finding, checked, self._fingerprints.of(finding, checked)))

    def finish(self, summary: Summary) -> None:
        """Write what could not be read, and the end."""
        for each in summary.unreadable:
            self._issue(
                {
                    "type": "issue",
                    "check_name": "unreadable",
                    "description": f"{each.reason}; {each.remedy}",
                    "severity": "blocker",
                    "fingerprint": self._fingerprints.of_input(each.path),
                    "location": {"path": relative(each.path), "lines": {"begin": 1}},
                }
            )
        self._write(f"{self._between if self._between == '[' else ''}\n]\n")

    def _issue(self, issue: dict[str, Any]) -> None:
        self._write(f"{self._between}\n{line(issue)}")
        self._between = ","


def _issue(finding: Finding, checked: Checked, fingerprint: str) -> dict[str, Any]:
    return {
        "type": "issue",
        "check_name": f"{finding.code} {finding.name}",
        "description": finding.message,
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": fingerprint,
        "location": _location(finding.primary, checked),
        "other_locations": [_location(place, checked) for place in finding.related],
    }


def _location(place: Location, checked: Checked) -> dict[str, Any]:
    source = checked.article.source
    start, end = place.start(source), place.end(source)
    return {
        "path": relative(place.path(checked.path)),
        "positions": {
            "begin": {"line": start.line, "column": start.column},
            "end": {"line": end.line, "column": end.column},
        },
    }
