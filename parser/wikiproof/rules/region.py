"""The infobox and the lead put the event in different regions or towns.

## What it does
Compares the infobox's location with the places that the lead's first sentences put the event in, level by
level: region with region, town with town. Places that contain one another agree, and so do spellings of one
name. Where no gazetteer knows the place, it must not occur anywhere in the article to be reported.

## Why
A neighbouring region or town is an easy slip, and hard to see.

## Example
```
= Harbour attack =

Infobox civilian attack
- Date: 8 March 2022
- Location: Tessit, Gao Region, Mali

The Harbour attack was a massacre on 8 March 2022 in the commune of Tessit, Ménaka Region, Mali.
```

## When it is wrong
Regions are renamed and redrawn; an event may cover several, of which each place names one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import contradiction
from wikiproof.rules.places import agree, event_fields, misplaced, places
from wikiproof.values import Agreement, gazetteer
from wikiproof.values.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.rules.base import Problem

CODE = "E02"
NAME = "region"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(claims: Claims) -> Iterator[Problem]:
    """Report the first place in the lead that no place of the field can be or hold, in the same country."""
    reported = set()
    for field, text in misplaced(claims, abroad=False):
        reported.add(field.span)
        yield contradiction(field, text)
    for field in event_fields(claims, Role.PLACE):
        elsewhere = _elsewhere(field, claims) if field.span not in reported else None
        if elsewhere is not None:
            yield contradiction(field, elsewhere)


def _elsewhere(field: Claim, claims: Claims) -> Claim | None:
    """A place of the lead, where the article tells nothing of any of the field's places below a region.

    What the title names too outweighs a mention in sections on what came before or after.
    """
    ours = _local(field)
    told = [c for c in claims.of_text(Role.PLACE) if c.speaks and _same_level(_local(c), ours)]
    if (
        not told
        or not ours
        or not _in_known_region(field)
        or any(agree(field, text) is Agreement.AGREE for text in told)
    ):
        return None
    title = f" {fold(claims.article.title or '')} "
    in_title = next((c for c in told if any(f" {name} " in title for name in _local(c))), None)
    text = f" {title} {claims.folded_event if in_title else claims.folded} "
    return None if any(f" {name} " in text for name in ours) else in_title or told[0]


def _in_known_region(field: Claim) -> bool:
    """Whether every place of the field ends in a country or region: what does not may be a building."""
    return all(gazetteer.lookup(place.parts[-1]) and len(place.parts) > 1 for place in places(field))


def _same_level(theirs: list[str], ours: list[str]) -> bool:
    """Whether the smallest places are of one kind, and none is named after the other ("Manchester city centre")."""
    if not theirs or not ours or gazetteer.noun(theirs[0]) != gazetteer.noun(ours[0]):
        return False
    return not any(set(a.split()) & set(b.split()) for a in theirs for b in ours)


def _local(claim: Claim) -> list[str]:
    """The folded names of a claim's places that, within their chain, are no region, county or country.

    Of a field they must also be unknown to the gazetteer, which else has compared them already.
    """
    return [
        fold(part)
        for place in places(claim)
        for part, known in zip(place.parts, gazetteer.settle(place.parts), strict=True)
        if gazetteer.noun(part) not in ("subdivision", "district")
        and not any(k.kind in ("country", "subdivision", "region") or claim.field is not None for k in known)
    ]
