"""The report as workflow commands, which GitHub Actions shows beside the lines of a change.

::error file=a.txt,line=8,col=15,endLine=8,endColumn=17,title=Q01 fatalities::the infobox says …
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.finding import Severity
from wikiproof.report.counts import STATES, counts
from wikiproof.report.paths import relative

if TYPE_CHECKING:
    from typing import TextIO

    from wikiproof.checking import Checked
    from wikiproof.finding import Finding
    from wikiproof.report.base import Summary
    from wikiproof.source import Source

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = _IN_DATA | str.maketrans({":": "%3A", ",": "%2C"})


class GithubReport:
    """An annotation for each finding, which names the other places, then the counts for the log."""

    console = None

    def __init__(self, stream: TextIO) -> None:
        self._write = stream.write

    def article(self, checked: Checked) -> None:
        """Write the annotations of an article."""
        for finding in checked.findings:
            self._write(_annotation(finding, checked))

    def finish(self, summary: Summary) -> None:
        """Write what could not be read, and the counts."""
        for each in summary.unreadable:
            self._write(_command("error", {"file": relative(each.path)}, f"{each.reason}; {each.remedy}"))
        self._write(f"{counts(summary)}\n")


def _annotation(finding: Finding, checked: Checked) -> str:
    source = checked.article.source
    start, end = finding.primary.start(source), finding.primary.end(source)
    properties: dict[str, object] = {
        "file": relative(checked.path),
        "line": start.line,
        "col": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "title": f"{finding.code} {finding.name}" + (f", {STATES[finding.state]}" if finding.state else ""),
    }
    return _command(_COMMANDS[finding.severity], properties, "\n".join(_lines(finding, checked.path, source)))


def _lines(finding: Finding, path: str, source: Source) -> list[str]:
    others = ((place, place.path(path), place.start(source)) for place in finding.related)
    return [
        finding.message,
        *(f"{place.label}, {file}:{at.line}:{at.column}: {place.text}" for place, file, at in others),
        *([f"note: {finding.explanation}"] if finding.explanation else []),
        f"confidence: {finding.confidence} · wikiproof explain {finding.code}",
    ]


def _command(name: str, properties: dict[str, object], message: str) -> str:
    listed = ",".join(f"{key}={str(value).translate(_IN_PROPERTIES)}" for key, value in properties.items())
    return f"::{name} {listed}::{message.translate(_IN_DATA)}\n"
