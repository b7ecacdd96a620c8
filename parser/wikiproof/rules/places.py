"""What the rules on places share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wikiproof import expressions
from wikiproof.claims import Standing
from wikiproof.claims.capitals import NAME
from wikiproof.finding import Severity
from wikiproof.role import Role
from wikiproof.rules.base import any_agree, contradiction, quote
from wikiproof.values import Agreement, Place, compare, gazetteer
from wikiproof.values.gazetteer import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.rules.base import Problem
    from wikiproof.values.gazetteer import Known

BESIDE = ("near", "outside", "around", "off")  # prepositions of a place that the event need not be in
_WIDE = frozenset(("country", "subdivision", "region"))
_CAPITAL = expressions.compile(NAME)


def places(claim: Claim) -> list[Place]:
    """The places of a claim: several sites, or one."""
    return [value for value in claim.readings if isinstance(value, Place)]


def countries(claim: Claim) -> frozenset[str]:
    """The ISO 3166-1 codes of the countries that the claim names; of a state of old, those of its land."""
    settled = (known for place in places(claim) for known in gazetteer.settle(place.parts))
    return frozenset(code[:2] for known in settled for k in known if k.kind == "country" for code in k.land)


def misplaced(claims: Claims, *, abroad: bool) -> Iterator[tuple[Claim, Claim]]:
    """Infobox places that the lead contradicts and does not confirm, with its words: in another country, or not."""
    told = list(_longest([claim for claim in claims.of_text(Role.PLACE) if claim.speaks]))
    if not told:
        return
    reported = set()
    for role in (Role.PLACE, Role.COUNTRY, Role.AFFECTED):  # what was affected holds the site
        for field in event_fields(claims, role):
            denials = list(_denials(field, told)) if field.span not in reported else []
            denial = next((text for text in denials if _abroad(field, text) is abroad), None)
            if denial is not None:
                reported.add(field.span)
                yield field, denial


def _denials(field: Claim, told: list[Claim]) -> Iterator[Claim]:
    """What contradicts the field; where some of its places are confirmed, what contradicts all that hold them."""
    verdicts = [(agree(field, text), text) for text in told]
    confirmed = [
        text for verdict, text in verdicts if verdict is Agreement.AGREE and not _only_holds(text, field)
    ]
    agreed = any(verdict is Agreement.AGREE for verdict, _ in verdicts)
    together = [
        text.sentence for verdict, text in verdicts if verdict is Agreement.AGREE and _is_country(text)
    ]
    all_holders = [known for text in told for known in _holders(text, of_field=False)]
    for verdict, text in verdicts:
        if agreed and text.of in BESIDE:
            continue  # "in Israel near Gaza"
        if text.sentence in together and _is_country(text):
            continue  # "across Nepal, India and China"
        elsewhere = not confirmed and not (_same_site(field, text) and _is_held_as(field, text, told))
        if verdict is Agreement.DIFFER and (
            elsewhere or _held_elsewhere(field, text, confirmed, all_holders)
        ):
            yield text


def _is_country(text: Claim) -> bool:
    """Whether the text names a country and nothing in it."""
    return all(
        len(place.parts) == 1 and any(known.kind == "country" for known in gazetteer.lookup(place.parts[0]))
        for place in places(text)
    )


def _only_holds(text: Claim, field: Claim) -> bool:
    """Whether the text says no more than the country or region that the field's places are in."""
    return all(
        meanings and all(known.kind in _WIDE for known in meanings) and len(place.parts) > 1
        for place in places(field)
        for other in places(text)
        for meanings in gazetteer.settle(other.parts)[:1]
    ) and not _same_site(field, text)


def _held_elsewhere(field: Claim, text: Claim, confirmed: list[Claim], told: list[tuple[Known, ...]]) -> bool:
    """Whether the lead has the field's very place, but in another country or region: "Gao, Niger"."""
    if not all(_same_site(field, other) for other in confirmed):
        return False
    ours = list(_holders(field, of_field=True))
    theirs = list(_holders(text, of_field=False))
    return any(
        all(gazetteer.closest(our, other) > Relation.CONTAINS for other in told)
        and any(gazetteer.closest(our, their) is Relation.DIFFERENT for their in theirs)
        for our in ours
    )


def _is_held_as(field: Claim, text: Claim, told: list[Claim]) -> bool:
    """Whether the sentence names what first holds the field's site: "the Spanish port of Tor in New Granada"."""
    nearest = next(_holders(field, of_field=True), None)
    beside = (other for other in told if other is not text and other.sentence == text.sentence)
    return nearest is not None and any(
        gazetteer.closest(nearest, known) is Relation.SAME
        for other in beside
        for known in _holders(other, of_field=False)
    )


def astray(claims: Claims, *, abroad: bool) -> Iterator[tuple[Claim, Claim, str]]:
    """Infobox places with a known town in another country or region than it is known in, which the text never names.

    Yielded with the lead's mention of the town, and what is said to hold it. The text must name the country or
    region where the town is known in some way: "Afghan" for Kabul.
    """
    told = [claim for claim in claims.of_text(Role.PLACE) if claim.speaks]
    for field in event_fields(claims, Role.PLACE):
        text = next((text for text in told if _same_site(field, text)), None)
        if text is None or len(places(field)) > 1:
            continue
        site, *outer = places(field)[0].parts
        towns = [k for k in gazetteer.lookup(site) if k.kind == "city"]
        settled = gazetteer.settle(places(field)[0].parts)
        holder = next(((part, known) for part, known in zip(outer, settled[1:], strict=True) if known), None)
        if not towns or settled[0] or holder is None or any(k.kind not in _WIDE for k in holder[1]):
            continue
        named = _named(claims, site)
        codes = {k.code for k in holder[1]}
        at_home = any(named & _units(town) for town in towns)
        if not at_home or named & codes or f" {gazetteer.fold(holder[0])} " in f" {claims.folded} ":
            continue
        if any(k.kind == "country" for k in holder[1]) is abroad:
            yield field, text, holder[0]


def _units(town: Known) -> set[str]:
    return {*town.land, *(member for _, member in town.lineage)}


def _named(claims: Claims, site: str) -> set[str]:
    """The codes of all countries and subdivisions that the text names, by other names than the site's."""
    codes: set[str] = set()
    for paragraph in claims.article.paragraphs():
        for sentence in paragraph.sentences:
            names = set(_CAPITAL.findall(sentence.text.string)) - {site}
            for word in names.union(*map(str.split, names)):
                codes.add(gazetteer.demonym(word) or "")
                codes.update(known.code for known in gazetteer.lookup(word) if known.kind != "city")
    return codes


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


def event_fields(claims: Claims, role: Role) -> list[Claim]:
    """The infobox's claims of a place, where the infobox is an event's."""
    return [c for c in claims.of_field(role) if any(c.field is field for field in claims.event_fields)]


def strayed(field: Claim, text: Claim, holder: str) -> Problem:
    """The finding that a town is put where it is not known to be."""
    problem = contradiction(field, text, Severity.WARNING)
    message = f"{problem.message}; none is known in {quote(holder)}, which the text never names"
    return replace(problem, message=message)


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
