"""What an editor can do about a finding: repair it, go to the other place, or ignore it with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol.types import CodeAction, CodeActionKind, Command, Position, Range, TextEdit, WorkspaceEdit

from wikiproof.config import REASONS, Settings
from wikiproof.fix import proposals, sound
from wikiproof.serve.language.diagnostics import diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.finding import Finding
    from wikiproof.serve.language.page import Page

SHOW = "wikiproof.show"
ACCEPT = "wikiproof.accept"


def actions(page: Page, where: Range, *, shows: bool) -> Iterator[CodeAction]:
    """The actions on the findings that touch a range; `shows` says whether the client can be led to a place."""
    for number, finding in page.findings_in(page.positions.span(where)):
        about = [diagnostic(finding, page)]
        yield from _repairs(finding, page, about)
        if shows:
            yield from _leads(finding, page, about)
        if page.baseline.path is not None:
            yield from _accepts(number, finding, page, about)
        if page.article.form == "wikitext":
            yield from _comments(finding, page, about)


def _repairs(finding: Finding, page: Page, about: list[Any]) -> Iterator[CodeAction]:
    """As `lint --fix` does it, proven in the same way."""
    for repair in proposals([finding], page.claims):
        if sound(page.article, repair, Settings(aliases=page.claims.aliases)):
            edits = [TextEdit(page.positions.range(edit.span), edit.text) for edit in repair.edits]
            yield CodeAction(
                f"Repair {finding.code}: {repair.message}",
                kind=CodeActionKind.QuickFix,
                diagnostics=about,
                is_preferred=True,
                edit=WorkspaceEdit({page.uri: edits}),
            )


def _leads(finding: Finding, page: Page, about: list[Any]) -> Iterator[CodeAction]:
    for place in finding.related:
        range_ = page.positions.range(place.span)
        position = {"start": _dict(range_.start), "end": _dict(range_.end)}
        title = f"Go to the {place.label}: “{place.text}”"
        command = Command(title, SHOW, arguments=[page.uri, position])
        yield CodeAction(title, kind=CodeActionKind.QuickFix, diagnostics=about, command=command)


def _accepts(number: int, finding: Finding, page: Page, about: list[Any]) -> Iterator[CodeAction]:
    """Into the baseline: it stays out of the article, which is published."""
    assert page.baseline.path is not None
    for reason in REASONS:
        title = f"Accept {finding.code} in {page.baseline.path.name}: {reason}"
        command = Command(title, ACCEPT, arguments=[page.uri, page.version, number, reason])
        yield CodeAction(title, kind=CodeActionKind.QuickFix, diagnostics=about, command=command)


def _comments(finding: Finding, page: Page, about: list[Any]) -> Iterator[CodeAction]:
    """Into the article, behind the infobox's line, where every later editor sees it."""
    text = page.article.source.text
    line_end = text.find("\n", finding.primary.span.start)
    end = page.positions.position(
        len(text) if line_end < 0 else line_end - text.startswith("\r", line_end - 1)
    )
    for reason in REASONS:
        edit = TextEdit(Range(end, end), f" <!-- wikiproof: ignore {finding.code}: {reason} -->")
        yield CodeAction(
            f"Ignore {finding.code} by a comment: {reason}",
            kind=CodeActionKind.QuickFix,
            diagnostics=about,
            edit=WorkspaceEdit({page.uri: [edit]}),
        )


def _dict(position: Position) -> dict[str, int]:
    return {"line": position.line, "character": position.character}
