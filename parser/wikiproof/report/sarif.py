"""The report as SARIF 2.1.0, for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import wikiproof
from wikiproof.checking import Why
from wikiproof.finding import Confidence, Severity, State
from wikiproof.related import ALL_RULES
from wikiproof.report.fingerprint import Fingerprints
from wikiproof.report.json import hidden_data, line
from wikiproof.report.paths import uri
from wikiproof.rules.base import is_on, sections, title

if TYPE_CHECKING:
    from typing import TextIO

    from wikiproof.checking import Checked
    from wikiproof.finding import Finding, Location
    from wikiproof.read.files import Unreadable
    from wikiproof.related import AnyRule
    from wikiproof.report.base import Summary
    from wikiproof.source import Source

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PRECISIONS = {Confidence.HIGH: "very-high", Confidence.MEDIUM: "high", Confidence.LOW: "medium"}
_STATES = {State.NEW: "new", State.UNCHANGED: "unchanged", State.REPAIRED: "absent"}
_SUPPRESSIONS = {Why.BASELINE: "external", Why.COMMENT: "inSource"}
_UNREADABLE = {"id": "unreadable", "shortDescription": {"text": "An input that could not be read."}}
_INDICES = {rule.CODE: index for index, rule in enumerate(ALL_RULES)}
_LINK = re.compile(r"\[(?=[^\]]*\]\()")


class SarifReport:
    """One run: its results as the articles come, then what else there is to say of it."""

    console = None

    def __init__(self, stream: TextIO) -> None:
        self._write = stream.write
        self._fingerprints = Fingerprints()
        self._artifacts: list[dict[str, Any]] = []
        self._between = (
            f'{{"$schema":"{SCHEMA}","version":"2.1.0","runs":[{{"tool":{line({"driver": _driver()})},'
            '"columnKind":"unicodeCodePoints","language":"en","results":['
        )

    def article(self, checked: Checked) -> None:
        """Write the results of an article."""
        location = {"uri": uri(checked.path), "index": len(self._artifacts)}
        self._artifacts.append({"location": location, "roles": ["analysisTarget"], "encoding": "utf-8"})
        source = checked.article.source
        results = [(finding, _result(finding, location, source)) for finding in checked.findings]
        for hidden in checked.hidden:
            if hidden.why in _SUPPRESSIONS:
                suppression = {"kind": _SUPPRESSIONS[hidden.why], "justification": hidden.reason}
                result = _result(hidden.finding, location, source)
                results.append((hidden.finding, result | {"suppressions": [suppression]}))
        if checked.before is not None:
            before = {"uri": uri(checked.before.source.path or checked.path)}
            results += [(each, _result(each, before, checked.before.source)) for each in checked.repaired]
        for finding, result in results:
            result["partialFingerprints"] = {"wikiproof/v1": self._fingerprints.of(finding, checked)}
            self._write(f"{self._between}\n{line(result)}")
            self._between = ","

    def finish(self, summary: Summary) -> None:
        """Write the files, and how the run went."""
        opening = "" if self._between == "," else self._between
        rest = {
            "artifacts": self._artifacts,
            "invocations": [
                {
                    "executionSuccessful": not summary.unreadable,
                    "toolExecutionNotifications": [_notification(each) for each in summary.unreadable],
                }
            ],
            "properties": {"hidden": hidden_data(summary.hidden)},
        }
        self._write(f"{opening}\n],{line(rest)[1:]}]}}\n")


def _driver() -> dict[str, Any]:
    version = wikiproof.__version__
    return {
        "name": "wikiproof",
        "version": version,
        "semanticVersion": version,
        "rules": [_rule(rule) for rule in ALL_RULES],
        "notifications": [_UNREADABLE],
    }


def _rule(rule: AnyRule) -> dict[str, Any]:
    parts = sections(rule)
    markdown = "\n\n".join(f"## {heading}\n\n{text}" for heading, text in parts.items())
    plain = "\n\n".join(f"{heading}\n{text}" for heading, text in parts.items())
    return {
        "id": rule.CODE,
        "name": rule.NAME,
        "shortDescription": {"text": title(rule)},
        "fullDescription": {"text": parts["What it does"]},
        "help": {"text": plain, "markdown": markdown},
        "defaultConfiguration": {"level": _LEVELS[rule.SEVERITY], "enabled": is_on(rule)},
        "properties": {"precision": _PRECISIONS[rule.CONFIDENCE]},
    }


def _result(finding: Finding, file: dict[str, Any], source: Source) -> dict[str, Any]:
    said = f"{finding.message} ({finding.explanation})" if finding.explanation else finding.message
    primary = _location(finding.primary, file, source)
    if finding.field is not None:
        primary["logicalLocations"] = [{"name": finding.field, "kind": "parameter"}]
    related = [
        {"id": number} | _location(place, file, source) for number, place in enumerate(finding.related, 1)
    ]
    result = {
        "ruleId": finding.code,
        "ruleIndex": _INDICES[finding.code],
        "level": _LEVELS[finding.severity],
        "message": _message(said),
        "locations": [primary],
        "relatedLocations": related,
        "properties": {"confidence": str(finding.confidence), "role": finding.role},
    }
    return result | {"baselineState": _STATES[finding.state]} if finding.state else result


def _location(place: Location, file: dict[str, Any], source: Source) -> dict[str, Any]:
    if place.elsewhere is not None:
        file = {"uri": uri(place.elsewhere.path)}
    physical = {"artifactLocation": file, "region": _region(place, source)}
    return {"physicalLocation": physical, "message": _message(place.label)}


def _region(place: Location, source: Source) -> dict[str, Any]:
    start, end = place.start(source), place.end(source)
    region = {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": start.offset,
        "charLength": len(place.span),
    }
    return region if place.elsewhere else region | {"snippet": {"text": source[place.span]}}


def _notification(failure: Unreadable) -> dict[str, Any]:
    return {
        "descriptor": {"id": _UNREADABLE["id"], "index": 0},
        "level": "error",
        "message": _message(f"{failure.reason}; {failure.remedy}"),
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(failure.path)}}}],
    }


def _message(text: str) -> dict[str, str]:
    """Text in which nothing is a placeholder (section 3.11.5) or a link (3.11.6)."""
    return {"text": _LINK.sub(r"\\[", text.replace("{", "{{").replace("}", "}}"))}
