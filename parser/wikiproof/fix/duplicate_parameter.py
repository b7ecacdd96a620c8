"""S01: a parameter that is given twice with the same value is given once.

The first goes: MediaWiki shows the last, so a reader sees no difference.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikiproof.fix.base import Edit, Repair, field_of
from wikiproof.rules import duplicate_parameter
from wikiproof.source import Span

if TYPE_CHECKING:
    from wikiproof.article import Article, Field, Infobox
    from wikiproof.claims import Claims
    from wikiproof.finding import Finding

CODE = duplicate_parameter.CODE
# What stands between the mark of a field and its name, between name and value, and behind the value.
_MARKS = {
    "wikitext": (r"\|\s*", r"\s*=\s*", r"\s*(?=\||\}\})"),
    "plain": (r"(?m:^)[ \t]*[-*•]+[ \t]*", r"[ \t]*:[ \t]*", r"[ \t]*(?:\r?\n|\Z)"),
}


def repair(finding: Finding, claims: Claims) -> Repair | None:
    """Take the first of two out, with nothing else that stands there."""
    found = field_of(finding, claims.article)
    if found is None:
        return None
    box, field = found
    twins = [each for each in box.fields if each.name == field.name]
    if len(twins) != 2 or twins[0].raw != twins[1].raw or twins[0].name_span.start == twins[0].name_span.end:
        return None
    whole = _whole(twins[0], box, claims.article)
    if whole is None:
        return None
    message = f"the first of two {field.name} is taken out"
    return Repair(finding, message, (Edit(whole, ""),), twins[0], removes=True)


def _whole(field: Field, box: Infobox, article: Article) -> Span | None:
    """All of a field with its mark; None where anything else, such as a comment, stands between."""
    text = article.source.text
    before, between, after = _MARKS[article.form]
    start = max(
        text.rfind("|" if article.form == "wikitext" else "\n", box.span.start, field.name_span.start), 0
    )
    head = re.compile(rf"\s*?({before})").match(text, start, field.name_span.start)
    middle = re.compile(between).fullmatch(text, field.name_span.end, field.span.start)
    tail = re.compile(after).match(text, field.span.end)
    if head is None or head.end() != field.name_span.start or middle is None or tail is None:
        return None
    return Span(head.start(1), tail.end())
