"""The report as JSON, version 1; its schema is `schema/report.schema.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import wikiproof
from wikiproof.checking import Why
from wikiproof.document import dumps
from wikiproof.finding import Severity, State

if TYPE_CHECKING:
    from collections import Counter
    from typing import TextIO

    from wikiproof.checking import Checked
    from wikiproof.config import Accepted
    from wikiproof.finding import Finding, Location, Positions
    from wikiproof.report.base import Summary
    from wikiproof.source import Position

VERSION = 1


class JsonReport:
    """One JSON object, written as the articles come, each on a line of its own."""

    console = None

    def __init__(self, stream: TextIO) -> None:
        tool = {"name": "wikiproof", "version": wikiproof.__version__}
        self._write = stream.write
        self._between = f'{{"version":{VERSION},"tool":{line(tool)},"articles":['

    def article(self, checked: Checked) -> None:
        """Write the line of an article."""
        self._write(f"{self._between}\n{line(article_data(checked))}")
        self._between = ","

    def finish(self, summary: Summary) -> None:
        """Write the counts and the end."""
        opening = "" if summary.articles else self._between
        self._write(f'{opening}\n],"summary":{line(_summary(summary))}}}\n')


def article_data(checked: Checked) -> dict[str, Any]:
    """An article and its findings."""
    source = checked.article.source
    document: dict[str, Any] = {
        "path": checked.path,
        "title": checked.article.title,
        "findings": [finding_data(finding, source) for finding in checked.findings],
        "hidden": hidden_data(checked.hidden_by_reason),
    }
    if checked.remarks:
        document["remarks"] = [
            {"message": each.message, "line": source.position(each.span.start).line}
            for each in checked.remarks
        ]
    return document | _edit(checked) if checked.edited else document


def _edit(checked: Checked) -> dict[str, Any]:
    """What the edit repaired, with its places in the article as it was."""
    if checked.before is None:
        return {"before": None, "repaired": []}
    source = checked.before.source
    return {
        "before": source.path,
        "repaired": [finding_data(finding, source) for finding in checked.repaired],
    }


def finding_data(finding: Finding, source: Positions) -> dict[str, Any]:
    """A finding as the report has it, its places in the article's text or, where they say so, in another's."""
    document: dict[str, Any] = {
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
    if finding.explanation:
        document["explanation"] = finding.explanation
    if finding.state:
        document["state"] = finding.state
    return document


def _location(location: Location, source: Positions) -> dict[str, Any]:
    document: dict[str, Any] = {
        "label": location.label,
        "text": location.text,
        "start": _position(location.start(source)),
        "end": _position(location.end(source)),
    }
    if (other := location.elsewhere) is not None:
        document["article"] = {"title": other.title, "path": other.path}
    return document if location.changed is None else document | {"changed": location.changed}


def _position(position: Position) -> dict[str, int]:
    return {"offset": position.offset, "line": position.line, "column": position.column}


def _summary(summary: Summary) -> dict[str, Any]:
    document = {
        "articles": summary.articles,
        "findings": summary.findings,
        "errors": summary.severities[Severity.ERROR],
        "warnings": summary.severities[Severity.WARNING],
        "infos": summary.severities[Severity.INFO],
        "hidden": hidden_data(summary.hidden),
        "rules": [
            {"code": code, "name": name, "findings": found, "articles": summary.articles_by_rule[code, name]}
            for (code, name), found in sorted(summary.rules.items())
        ],
        "unreadable": [{"path": each.path, "reason": each.reason} for each in summary.unreadable],
    }
    if summary.unused:
        document["unused"] = [_accepted(entry) for entry in summary.unused]
    if summary.repaired is not None:
        document["repaired"] = summary.repaired
    if summary.edited:
        document["edit"] = {state.value: summary.states[state] for state in State}
    return document


def _accepted(entry: Accepted) -> dict[str, Any]:
    """An entry of a baseline."""
    same = entry.identity
    return {"article": entry.article, "rule": same.code, "field": same.field, "values": list(same.values)}


def hidden_data(counts: Counter[Why]) -> dict[str, int]:
    """How many findings are not shown, by the reason."""
    return {why.value: counts[why] for why in Why if counts[why]}


def line(data: dict[str, Any]) -> str:
    """The data as JSON on one line."""
    return dumps(data, indent=False).decode().removesuffix("\n")
