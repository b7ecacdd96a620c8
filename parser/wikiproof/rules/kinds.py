"""Tolls that tell kinds of people apart: "12 soldiers, 15 attackers"."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from wikiproof.claims import Scope, Standing
from wikiproof.claims.counts import add
from wikiproof.claims.people import kind_named, same_people
from wikiproof.finding import Severity
from wikiproof.rules.base import contradiction
from wikiproof.values import Agreement, Count, compare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.rules.base import Problem


def kind_conflict(field: Claim, claims: Claims) -> Problem | None:
    """The first kind of people that the field and the text count differently.

    Where a field holds the losses of a side, only its civilians are compared here.
    """
    if field.field is None:
        return None
    told = list(_told(claims, field))
    for count in (field.value, *field.others):
        if not isinstance(count, Count) or kind_named(count.of or "") is None:
            continue
        if field.field.side is not None and kind_named(count.of or "") != "civilians":
            continue
        alike = [(value, claim) for value, claim in told if same_people(count.of or "", value.of or "")]
        if not alike or any(compare(count, value) is not Agreement.DIFFER for value, _ in alike):
            continue
        if compare(count, reduce(add, (value for value, _ in alike))) is not Agreement.DIFFER:
            continue
        if _confirmed(claims, field, count):
            continue
        if len(alike) > 1 and all(value.low < count.low for value, _ in alike):
            continue  # they may be parts
        return contradiction(field, alike[0][1], Severity.WARNING)
    return None


def _confirmed(claims: Claims, field: Claim, count: Count) -> bool:
    """Whether a claim that may not speak has the number of this kind of people."""
    return any(
        compare(count, claim.value) is Agreement.AGREE
        for claim in claims.of_text(field.role)
        if not claim.speaks and same_people(count.of or "", claim.of or "")
    )


def _told(claims: Claims, field: Claim) -> Iterator[tuple[Count, Claim]]:
    """The counts of kinds of people in the text, each with its claim; also the parts of a sum."""
    for claim in claims.of_text(field.role):
        if not claim.speaks or claim.standing is Standing.OTHER_SECTION or not isinstance(claim.value, Count):
            continue
        of = claim.of or ""
        if claim.parts:
            yield from ((part, claim) for part in claim.parts if part.of)
        elif claim.scope in (Scope.TOTAL, Scope.GROUP) or (
            kind_named(of) == "attackers" and claim.narrowed_by == "G4" and not of.startswith("of ")
        ):
            value = claim.value
            yield Count(value.low, value.high, value.approximate, of), claim
