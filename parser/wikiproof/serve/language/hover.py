"""What stands under the pointer: a field as it was typed, or words as they were understood."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol.types import Hover, MarkupContent, MarkupKind

from wikiproof.claims.gates import NAMES
from wikiproof.document import dumps
from wikiproof.report.trace import worded
from wikiproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Field
    from wikiproof.claims import Claim
    from wikiproof.serve.language.page import Page

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+!|~&-])")


def hover(page: Page, offset: int) -> Hover | None:
    """The text to show at an offset, in Markdown; None where there is nothing to say."""
    field = page.field_at(offset)
    if field is not None:
        return _hover("\n\n".join(_field(field, page)), page, field.name_span.start, field.span.end)
    claims = list(page.claims_at(offset))
    if claims:
        lines = "\n".join(f"- {_claim(claim)}" for claim in claims)
        start, end = min(c.span.start for c in claims), max(c.span.end for c in claims)
        return _hover(f"These words were read as\n\n{lines}", page, start, end)
    return None


def _hover(text: str, page: Page, start: int, end: int) -> Hover:
    return Hover(MarkupContent(MarkupKind.Markdown, text), page.positions.range(Span(start, end)))


def _field(field: Field, page: Page) -> Iterator[str]:
    meaning = ", ".join(filter(None, (field.key and f"parameter `{field.key}`", field.role)))
    yield f"**{_escaped(field.name)}**{f': {meaning}' if meaning else ''}"
    if field.value is not None:
        value = dumps(field.value.as_json(), indent=False).decode().strip()
        yield f"```json\n{value}\n```"
    told = [claim for claim in page.claims.body if claim.role is field.role]
    if told:
        yield "The text says\n\n" + "\n".join(f"- {_told(claim, page)}" for claim in told)


def _told(claim: Claim, page: Page) -> str:
    line = page.positions.position(claim.span.start).line + 1
    return f"{claim.standing.label}, line {line}: {_claim(claim)}"


def _claim(claim: Claim) -> str:
    value = " or ".join(dict.fromkeys(map(worded, claim.readings)))
    stopped = "; ".join(f"{NAMES[stop.gate]}: it {stop.reason}" for stop in claim.stops)
    silent = f" — cannot contradict ({_escaped(stopped)})" if stopped else ""
    return f"{claim.role} **{_escaped(value)}**, “{_escaped(claim.text)}”, {claim.scope}{silent}"


def _escaped(text: str) -> str:
    """Words of the article, which are not Markdown."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
