"""The numbers of those aboard, by craft."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from wikiproof.claims.model import Claim, Scope
from wikiproof.role import Role
from wikiproof.values import Count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_OUTCOMES = (Role.DEATHS, Role.SURVIVORS, Role.MISSING)


def by_craft(infobox: Iterable[Claim]) -> Iterator[dict[Role, Claim]]:
    """The single numbers of each craft, by role; a role with several fields is left out."""
    crafts: defaultdict[int | None, dict[Role, list[Claim]]] = defaultdict(dict)
    for claim in infobox:
        if claim.field is not None and claim.scope is Scope.TOTAL and claim.field.role is claim.role:
            crafts[claim.field.side].setdefault(claim.role, []).append(claim)
    for found in crafts.values():
        yield {role: each[0] for role, each in found.items() if len(each) == 1 and _exact(each[0])}


def _exact(claim: Claim) -> bool:
    """Whether the field holds one bare number, with no words that divide or widen it."""
    value = claim.field.value if claim.field else None
    return isinstance(value, Count) and value.exact


def sums(numbers: dict[Role, Claim]) -> Iterator[tuple[list[Claim], list[Claim]]]:
    """What must add up to the same: passengers and crew to the occupants, and so what became of them."""
    parts = [numbers[role] for role in (Role.PASSENGERS, Role.CREW) if role in numbers]
    occupants = [numbers[Role.OCCUPANTS]] if Role.OCCUPANTS in numbers else []
    if len(parts) == 2 and occupants:
        yield parts, occupants
    whole = occupants or (parts if len(parts) == 2 else [])
    if whole and Role.DEATHS in numbers and Role.SURVIVORS in numbers:
        yield [numbers[role] for role in _OUTCOMES if role in numbers], whole


def total(claims: Iterable[Claim]) -> int:
    """The sum of exact numbers."""
    return sum(claim.value.low for claim in claims if isinstance(claim.value, Count))
