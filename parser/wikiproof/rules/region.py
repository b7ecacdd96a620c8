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

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from wikiproof.claims import Standing
from wikiproof.claims.places import place_mentions
from wikiproof.claims.reading import settings
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.places import BESIDE, astray, displacement, event_fields, misplaced, places, strayed
from wikiproof.values import gazetteer
from wikiproof.values.folding import fold
from wikiproof.values.gazetteer import touch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.rules.base import Problem

CODE = "E02"
NAME = "region"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM

_NEAR_BY = 60  # characters after "near" in which a town is near: "near the old town of Kelmar"
_NEAR = 20  # characters after a place in which it is named anew
_CITY = 15  # kilometres that a city's suburbs reach, where one spot goes by many names
_SPELLING = 0.7  # how alike two spellings of one name are, at least
_SHORT = 3  # letters of a word too short to be told by its spelling
_NO_TOWN = ("subdivision", "district", "site", "airport")
_SITED = frozenset(("in", "at", "near", "outside", "inside", "around", "within", "across", "along", "on"))


def check(claims: Claims) -> Iterator[Problem]:
    """Report the first place in the lead that no place of the field can be or hold, in the same country."""
    reported = set()
    for field, text in misplaced(claims, abroad=False):
        reported.add(field.span)
        yield displacement(field, text)
    for field, text, holder in astray(claims, abroad=False):
        if field.span not in reported:
            reported.add(field.span)
            yield strayed(field, text, holder)
    for field in event_fields(claims, Role.PLACE):
        elsewhere = _elsewhere(field, claims) if field.span not in reported else None
        if elsewhere is not None:
            yield displacement(field, elsewhere)


def _elsewhere(field: Claim, claims: Claims) -> Claim | None:
    """Another town in the lead, where the article tells nothing of the field's.

    What the title names too outweighs a mention in sections on what came before or after, and one in other words
    than "in", "at" and "near" ("he was from there").
    """
    ours = list(_towns(field))
    title = f" {fold(claims.article.title or '')} "
    told = [
        (claim, towns)
        for claim in claims.of_text(Role.PLACE)
        if claim.speaks
        for towns in _towns(claim)
        if all(our[0].known for our in ours) or f" {towns[0].name} " in title or not _is_near(claim, towns[0])
    ]
    shared = {town.name for _, their in told for town in their if not town.known}  # a region, then
    if not (ours and told and _in_known_region(field, shared)):
        return None
    ours = [[town for town in our if town is our[0] or town.name not in shared] for our in ours]
    if not all(_apart(our, their) for our in ours for _, their in told):
        return None
    names = [town.name for our in ours for town in our if not town.wide]
    titled = next((claim for claim, towns in told if any(f" {town.name} " in title for town in towns)), None)
    text = f" {title} {_right_after(titled) if titled else claims.folded} "
    if any(f" {name} " in text for name in names) or (titled and _is_site_of(names, claims)):
        return None
    return titled or told[0][0]


def _is_near(claim: Claim, town: _Town) -> bool:
    """Whether a sentence has it near a town, as what lies in an unknown village may well be."""
    string = claim.sentence.text.string if claim.sentence else ""
    nears = (
        fold(string[match.end() :][:_NEAR_BY]) for match in re.finditer(rf"\b(?:{'|'.join(BESIDE)}) ", string)
    )
    return any(f" {town.name} " in f" {near} " for near in nears)


def _right_after(claim: Claim) -> str:
    """The words, folded, right after a place in its sentence, where it may have another name: "Lissa (now Vis)"."""
    string = claim.sentence.text.string if claim.sentence else ""
    return " ".join(re.findall(r"\w+", fold(string.partition(claim.text)[2][:_NEAR])))


def _is_site_of(names: list[str], claims: Claims) -> bool:
    """Whether lead or event sections have something happen in, at or near a place of these names."""
    own = frozenset(names)
    sited = re.compile(rf" (?:{'|'.join(_SITED)}) (?:the )?(?:{'|'.join(map(re.escape, names))}) ")
    for setting in settings(claims.article):
        for sentence in setting.paragraph.sentences if setting.standing <= Standing.OTHER_SECTION else ():
            folded = fold(sentence.text.string)
            if sited.search(f" {folded} "):
                return True
            if any(name in folded for name in names):
                mentions = place_mentions(sentence, own)
                parts = (part for m in mentions if m.preposition in _SITED for part in m.value.parts)
                if any(f" {name} " in f" {fold(part)} " for part in parts for name in names):
                    return True
    return False


def _in_known_region(field: Claim, shared: set[str]) -> bool:
    """Whether every place of the field is a town or in a country or region that is known, or that the lead shares.

    Else it may be a building.
    """
    return all(
        _is_town(place.parts)
        or (place.parts[1:] and gazetteer.lookup(place.parts[-1]))
        or any(fold(part) in shared for part in place.parts[1:])
        for place in places(field)
    )


def _is_town(parts: tuple[str, ...]) -> bool:
    known = gazetteer.lookup(parts[0])
    return len(parts) == 1 and bool(known) and all(place.kind == "city" for place in known)


@dataclass(frozen=True, slots=True)
class _Town:
    """A name, folded, with the towns it can mean; `wide` if it rather means what holds the town before it."""

    name: str
    known: tuple[gazetteer.Known, ...]
    wide: bool


def _towns(claim: Claim) -> Iterator[list[_Town]]:
    """The towns of each place of a claim, or what may be one: no region, county, country or site, smallest first."""
    for place in places(claim):
        towns: list[_Town] = []
        for part, known in zip(place.parts, gazetteer.settle(place.parts), strict=True):
            cities = tuple(k for k in known if k.kind == "city")
            if (cities or not known) and not gazetteer.beside(part) and gazetteer.noun(part) not in _NO_TOWN:
                wide = bool(towns and towns[-1].known and cities != known)
                towns.append(_Town(fold(part), cities, wide))
        if towns:
            yield towns


def _apart(ours: list[_Town], theirs: list[_Town]) -> bool:
    """Whether the smallest town of neither is, touches or is named like one of the other's."""
    pairs = [(ours[0], their) for their in theirs] + [(theirs[0], our) for our in ours]
    cities = ((x, y) for our in ours for their in theirs for x in our.known for y in their.known)
    return not any(x.reach >= _CITY and touch(x, y) for x, y in cities) and not any(
        _alike(a.name, b.name) or any(touch(x, y) for x in a.known for y in b.known) for a, b in pairs
    )


def _alike(a: str, b: str) -> bool:
    """Whether two names, or words of them, may be one's spellings ("Blindheim", "Blenheim", "Upper Blenheim")."""
    words = ((x, y) for x in a.split() for y in b.split())
    return any(x == y or (min(len(x), len(y)) > _SHORT and _spelt(x, y)) for x, y in words) or _spelt(a, b)


def _spelt(a: str, b: str) -> bool:
    return SequenceMatcher(None, a, b).ratio() >= _SPELLING
