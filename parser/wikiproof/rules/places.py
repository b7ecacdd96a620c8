"""What the rules on places share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.role import Role
from wikiproof.rules.base import any_agree
from wikiproof.values import Agreement, Place, compare, gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims


def places(claim: Claim) -> list[Place]:
    """The places of a claim: several sites, or one."""
    return [value for value in claim.readings if isinstance(value, Place)]


def countries(claim: Claim) -> frozenset[str]:
    """The ISO 3166-1 codes of the countries that the claim names."""
    return frozenset(place.country for place in places(claim) if place.country)


def misplaced(claims: Claims, *, abroad: bool) -> Iterator[tuple[Claim, Claim]]:
    """Infobox places that none of the lead's confirms, with the first that contradicts: in another country, or not."""
    reported = set()
    told = list(_longest([claim for claim in claims.of_text(Role.PLACE) if claim.speaks]))
    for role in (Role.PLACE, Role.COUNTRY):
        for field in event_fields(claims, role):
            verdicts = [(agree(field, text), text) for text in told]
            if field.span in reported or any(verdict is Agreement.AGREE for verdict, _ in verdicts):
                continue
            denials = (text for verdict, text in verdicts if verdict is Agreement.DIFFER)
            denial = next((text for text in denials if _abroad(field, text) is abroad), None)
            if denial is not None:
                reported.add(field.span)
                yield field, denial


def _abroad(field: Claim, text: Claim) -> bool:
    ours, theirs = countries(field), countries(text)
    return bool(ours and theirs and not ours & theirs)


def event_fields(claims: Claims, role: Role) -> Iterator[Claim]:
    """The infobox's claims of a place, where the infobox is an event's: its type is known or it has a date."""
    events = [
        box
        for box in claims.article.infoboxes
        if box.type is not None or any(field.role is Role.DATE for field in box.fields)
    ]
    return (c for c in claims.of_field(role) if any(c.field in box.fields for box in events))


def _longest(told: list[Claim]) -> Iterator[Claim]:
    """The claims whose first name no longer chain has: "Falcon Heights" says less than "Falcon Heights, Minnesota"."""
    for claim in told:
        mine = {gazetteer.fold(part) for place in places(claim) for part in place.parts}
        longer = (
            {gazetteer.fold(part) for place in places(other) for part in place.parts}
            for other in told
            if other is not claim
        )
        if not any(mine < chain for chain in longer):
            yield claim


def agree(field: Claim, text: Claim) -> Agreement:
    """Any site of the one may be meant by the other."""
    return any_agree({compare(one, other) for one in places(field) for other in places(text)})
