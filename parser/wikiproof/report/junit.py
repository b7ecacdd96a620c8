"""The report as JUnit XML, which most services for continuous integration show as tests.

An article is a suite, a finding a failed test, one that an edit repaired a test that passed. An article without
findings is one test that passed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from wikiproof.report.counts import STATES, counts, not_shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from wikiproof.checking import Checked
    from wikiproof.finding import Finding
    from wikiproof.report.base import Summary

# What XML 1.0 has no way to write.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class JunitReport:
    """One document, written as the articles come."""

    console = None

    def __init__(self, stream: TextIO) -> None:
        self._write = stream.write
        self._write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="wikiproof">\n')

    def article(self, checked: Checked) -> None:
        """Write the suite of an article."""
        found, repaired, path = checked.findings, checked.repaired, checked.path
        self._open(path, tests=max(len(found) + len(repaired), 1), failures=len(found), errors=0)
        if checked.hidden:
            said = _attribute(not_shown(checked.hidden_by_reason))
            self._write(f'<properties><property name="hidden" value={said}/></properties>\n')
        for finding in found:
            line = finding.primary.start(checked.article.source).line
            self._write(_case(path, _name(finding), line=line))
            kind, message = _attribute(f"{finding.severity}"), _attribute(finding.message)
            body = _text("\n".join(_lines(finding, checked)))
            self._write(f"><failure type={kind} message={message}>{body}</failure></testcase>\n")
        for finding in repaired:
            self._write(f"{_case(path, _name(finding))}/>\n")
        if not (found or repaired):
            self._write(f"{_case(path, 'no findings')}/>\n")
        self._write("</testsuite>\n")

    def finish(self, summary: Summary) -> None:
        """Write what could not be read, and the counts."""
        for each in summary.unreadable:
            self._open(each.path, tests=1, failures=0, errors=1)
            said = _attribute(f"{each.reason}; {each.remedy}")
            self._write(f'{_case(each.path, "read")}><error type="unreadable" message={said}/></testcase>\n')
            self._write("</testsuite>\n")
        self._write(f"<!-- {counts(summary)} -->\n</testsuites>\n")

    def _open(self, path: str, *, tests: int, failures: int, errors: int) -> None:
        amounts = f'tests="{tests}" failures="{failures}" errors="{errors}"'
        self._write(f"<testsuite name={_attribute(path)} {amounts}>\n")


def _case(path: str, name: str, line: int | None = None) -> str:
    """A test's opening tag, yet to be closed."""
    at = "" if line is None else f' line="{line}"'
    file = _attribute(path)
    return f"<testcase classname={file} name={_attribute(name)} file={file}{at}"


def _name(finding: Finding) -> str:
    name = f"{finding.code} {finding.name}" + (f": {finding.field}" if finding.field else "")
    return name + (f", {STATES[finding.state]}" if finding.state else "")


def _lines(finding: Finding, checked: Checked) -> Iterator[str]:
    for place in finding.places:
        at, path = place.start(checked.article.source), place.path(checked.path)
        yield f"{path}:{at.line}:{at.column}: {place.label}: {place.text}"
    if finding.explanation:
        yield f"note: {finding.explanation}"
    yield f"confidence: {finding.confidence}; wikiproof explain {finding.code}"


def _attribute(text: str) -> str:
    return quoteattr(_UNWRITABLE.sub("\ufffd", text))


def _text(text: str) -> str:
    return escape(_UNWRITABLE.sub("\ufffd", text))
