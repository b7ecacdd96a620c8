"""What an editor can do about a finding: go to the other place, or accept it with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import CodeAction, CodeActionKind, Command, Range

from wikiproof.serve.language.diagnostics import diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.finding import Finding
    from wikiproof.serve.language.page import Page

SHOW = "wikiproof.show"


def actions(page: Page, where: Range, *, shows: bool) -> Iterator[CodeAction]:
    """The actions on the findings that touch a range; `shows` says whether the client can be led to a place."""
    wanted = page.positions.span(where)
    for finding in page.findings:
        if finding.primary.span.start <= wanted.end and wanted.start <= finding.primary.span.end and shows:
            yield from _leads(finding, page)


def _leads(finding: Finding, page: Page) -> Iterator[CodeAction]:
    for place in finding.related:
        range_ = page.positions.range(place.span)
        position = {
            "start": {"line": range_.start.line, "character": range_.start.character},
            "end": {"line": range_.end.line, "character": range_.end.character},
        }
        title = f"Go to the {place.label}: “{place.text}”"
        yield CodeAction(
            title,
            kind=CodeActionKind.QuickFix,
            diagnostics=[diagnostic(finding, page)],
            command=Command(title, SHOW, arguments=[page.uri, position]),
        )
