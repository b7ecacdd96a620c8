"""Findings as diagnostics: the infobox's place, and every other as related information."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location

from wikiproof.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.finding import Finding
    from wikiproof.serve.language.page import Page

SOURCE = "wikiproof"
_SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
}


def diagnostics(page: Page) -> Iterator[Diagnostic]:
    """What there is to say of a page: findings, what in its form could not be read, comments that hide nothing."""
    for finding in page.findings:
        yield diagnostic(finding, page)
    for problem in page.article.problems:
        yield Diagnostic(
            page.positions.range(problem.span),
            problem.message,
            severity=DiagnosticSeverity.Hint,
            code=problem.fault,
            source=SOURCE,
        )
    for remark in page.remarks:
        yield Diagnostic(
            page.positions.range(remark.span),
            remark.message,
            severity=DiagnosticSeverity.Hint,
            source=SOURCE,
        )


def diagnostic(finding: Finding, page: Page) -> Diagnostic:
    """One finding; the editor lists the places that it contradicts below it."""
    note = f" ({finding.explanation})" if finding.explanation else ""
    return Diagnostic(
        page.positions.range(finding.primary.span),
        f"{finding.message}{note}",
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        source=SOURCE,
        related_information=[
            DiagnosticRelatedInformation(
                Location(page.uri, page.positions.range(place.span)), f"{place.label}: {place.text}"
            )
            for place in finding.related
        ],
    )
