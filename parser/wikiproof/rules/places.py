"""What the rules on places share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims import Standing
from wikiproof.finding import Severity
from wikiproof.role import Role
from wikiproof.rules.base import any_agree, contradiction
from wikiproof.values import Agreement, Place, compare, gazetteer
from wikiproof.values.gazetteer import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.rules.base import Problem
    from wikiproof.values.gazetteer import Known

_WIDE = frozenset(("country", "subdivision", "region"))


def places(claim: Claim) -> list[Place]:
    """The places of a claim: several sites, or one."""
    return [value for value in claim.readings if isinstance(value, Place)]


def countries(claim: Claim) -> frozenset[str]:
    """The ISO 3166-1 codes of the countries that the claim names."""
    return frozenset(place.country for place in places(claim) if place.country)


def misplaced(claims: Claims, *, abroad: bool) -> Iterator[tuple[Claim, Claim]]:
    """Infobox places that the lead contradicts and does not confirm, with its words: in another country, or not."""
    reported = set()
    told = list(_longest([claim for claim in claims.of_text(Role.PLACE) if claim.speaks]))
    for role in (Role.PLACE, Role.COUNTRY):
        for field in event_fields(claims, role):
            denials = list(_denials(field, told)) if field.span not in reported else []
            denial = next((text for text in denials if _abroad(field, text) is abroad), None)
            if denial is not None:
                reported.add(field.span)
                yield field, denial


def _denials(field: Claim, told: list[Claim]) -> Iterator[Claim]:
    """What contradicts the field; where some of its places are confirmed, what contradicts all that hold them."""
    verdicts = [(agree(field, text), text) for text in told]
    confirmed = [text for verdict, text in verdicts if verdict is Agreement.AGREE]
    all_holders = [known for text in told for known in _holders(text, of_field=False)]
    for verdict, text in verdicts:
        if verdict is Agreement.DIFFER and (
            not confirmed or _held_elsewhere(field, text, confirmed, all_holders)
        ):
            yield text


def _held_elsewhere(field: Claim, text: Claim, confirmed: list[Claim], told: list[tuple[Known, ...]]) -> bool:
    """Whether the lead has the field's very place, but in another country or region: "Gao, Niger"."""
    if not all(_same_site(field, other) for other in confirmed):
        return False
    ours = list(_holders(field, of_field=True))
    theirs = list(_holders(text, of_field=False))
    return any(
        all(gazetteer.closest(our, other) >= Relation.UNKNOWN for other in told)
        and any(gazetteer.closest(our, their) is Relation.DIFFERENT for their in theirs)
        for our in ours
    )


def _same_site(field: Claim, text: Claim) -> bool:
    names = {gazetteer.fold(place.parts[0]) for place in places(text)}
    return all(len(place.parts) > 1 and gazetteer.fold(place.parts[0]) in names for place in places(field))


def _holders(claim: Claim, *, of_field: bool) -> Iterator[tuple[Known, ...]]:
    """The countries, subdivisions and regions that a claim names, no towns; of a field those that hold its site."""
    for place in places(claim):
        known = gazetteer.settle(place.parts)
        for part, meanings in list(zip(place.parts, known, strict=True))[1 if of_field else 0 :]:
            if meanings and not gazetteer.beside(part) and all(k.kind in _WIDE for k in meanings):
                yield meanings


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


def displacement(field: Claim, text: Claim) -> Problem:
    """The finding that a sentence has the event elsewhere; a section may tell of more than the event."""
    weaker = Severity.WARNING if text.standing is Standing.EVENT_SECTION else None
    return contradiction(field, text, weaker)


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
