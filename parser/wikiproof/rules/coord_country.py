"""The coordinates lie in another country than the infobox says.

## What it does
Looks up in which country the coordinates of the infobox or, failing that, of the page lie, and compares it with
the country of the infobox's location. Only clear misses count: none of the named countries may be within fifty
kilometres of the point, and a point at sea is in none.

## Why
A lost minus sign or a wrong hemisphere letter moves the place to another country's map.

## Example
```
= Harbour attack =

Infobox civilian attack
- Date: 8 March 2022
- Location: Tessit, Mali
- Coordinates: 16.0°N 12.0°E

The Harbour attack was a massacre on 8 March 2022 in the commune of Tessit.
```

## When it is wrong
Overseas territories that are named after their state only; borders that have moved or are disputed; an event of
several places, of which the coordinates name one abroad.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_claim, quote
from wikiproof.rules.places import event_fields, places
from wikiproof.rules.points import in_infobox, of_page
from wikiproof.values import gazetteer
from wikiproof.values.borders import countries_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wikiproof.claims import Claim, Claims
    from wikiproof.rules.points import Point
    from wikiproof.values import Place

CODE = "E03"
NAME = "coord-country"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(claims: Claims) -> Iterator[Problem]:
    """Compare each point with the countries that the infobox names; with none named, nothing is asked."""
    roles = (Role.PLACE, Role.COUNTRY, Role.AFFECTED)
    fields = [field for role in roles for field in event_fields(claims, role)]
    named = [_lands(place) for field in fields for place in places(field)]
    if not named or not all(named):
        return
    page = of_page(claims)
    for point in list(in_infobox(claims)) or ([page] if page else []):
        there = countries_at(point.value)
        if there and not any(there & lands for lands in named):
            yield _problem(point, there, fields)


def _lands(place: Place) -> frozenset[str]:
    """The countries of today that a place can be in, by the largest known part of its chain; none off a coast."""
    settled = gazetteer.settle(place.parts)
    wide = (
        [k for k in known if k.kind in ("country", "subdivision", "region")] for known in reversed(settled)
    )
    largest = next(filter(None, wide), [])
    away = any(map(gazetteer.beside, place.parts)) or not all(k.land for k in largest)
    return frozenset() if away else frozenset(code[:2] for k in largest for code in k.land)


def _problem(point: Point, there: Iterable[str], fields: Sequence[Claim]) -> Problem:
    import pycountry  # for names in a message: too slow to be loaded for nothing

    found = (pycountry.countries.get(alpha_2=code) for code in sorted(there))
    names = " or ".join(getattr(country, "common_name", country.name) for country in found if country)
    said = " and ".join(f"{quote(field.text)} for {field.field.name}" for field in fields if field.field)
    message = f"{point.said} {quote(point.text)} lie in {names}, the infobox says {said}"
    related = tuple(map(at_claim, fields))
    return Problem(message, point.place, related, point.field, Role.COORDINATES)
