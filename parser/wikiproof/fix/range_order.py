"""D04: start and end of a date template are exchanged, where the text begins the event on the earlier day.

{{start and end dates|2022|2|10|2022|2|8}} becomes {{start and end dates|2022|2|8|2022|2|10}}.

Without the text's word for it one of the days may as well have a slip, which an exchange would hide.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from wikiproof.fix.base import Edit, Repair, field_of
from wikiproof.read.names import template_name
from wikiproof.read.split import split
from wikiproof.read.templates import lookup
from wikiproof.role import Role
from wikiproof.rules import range_order
from wikiproof.source import Span
from wikiproof.values import Date

if TYPE_CHECKING:
    from wikiproof.article import Field
    from wikiproof.claims import Claims
    from wikiproof.finding import Finding

CODE = range_order.CODE
_PARTS = 3  # year, month, day


def repair(finding: Finding, claims: Claims) -> Repair | None:
    """Exchange the days of a field that is one template and no more."""
    found = field_of(finding, claims.article)
    if found is None or not isinstance(found[1].value, Date) or not _begins(found[1].value, claims):
        return None
    field = found[1]
    days = _days(field)
    if days is None:
        return None
    source = claims.article.source
    first, last = days
    edits = (Edit(first, source[last]), Edit(last, source[first]))
    return Repair(finding, f"start and end of {field.name} are exchanged", edits, field)


def _begins(value: Date, claims: Claims) -> bool:
    """Whether the text dates the event from the earlier day: or names the range itself."""
    first, last = value.end, value.start
    if first is None or first.precision != "day":
        return False
    dated = (claim.value for claim in claims.of_text(Role.DATE) if claim.speaks)
    ranges = (said for *_, said in claims.mentioned(Date) if said.end == last)
    return any(
        isinstance(said, Date) and said.start == first and said.end in (first, last)
        for said in chain(dated, ranges)
    )


def _days(field: Field) -> tuple[Span, Span] | None:
    """Where the six arguments of a template stand, as two stretches; None where it has others than these."""
    raw = field.raw
    template = lookup(template_name(raw, 2)) if raw.startswith("{{") else None
    if template is None or template.renderer != "date range":
        return None
    arguments = split(raw) or []
    named = [equals >= 0 for _, equals, _ in arguments]
    places = [(start, end) for start, equals, end in arguments if equals < 0]
    if any(named[: 2 * _PARTS]) or len(places) != 2 * _PARTS or any(not raw[a:b].strip() for a, b in places):
        return None
    return _stretch(field, places[:_PARTS]), _stretch(field, places[_PARTS:])


def _stretch(field: Field, places: list[tuple[int, int]]) -> Span:
    """From the first to the last of some arguments, in the source, without the white space around them."""
    start, end = places[0][0], places[-1][1]
    words = field.raw[start:end]
    start += len(words) - len(words.lstrip())
    return Span(field.span.start + start, field.span.start + start + len(words.strip()))
