"""Two sets of coordinates are far apart, or fit their place only when turned.

## What it does
Compares the infobox's coordinates with those at the head of the page, where these are given apart. Where a town of
the infobox's location is known, it also asks whether the coordinates miss it by far, and would be there with
latitude and longitude exchanged or in another hemisphere.

## Why
Maps are drawn from coordinates, and nobody reads them: an S for an N shows only there.

## Example
```
= Harbour attack =

Infobox civilian attack
- Date: 8 March 2022
- Location: Gao, Mali
- Coordinates: 16.27°S 0.04°W

The Harbour attack was a massacre on 8 March 2022.
```

## When it is wrong
One point may be an epicentre or a flight's last position, the other the town that the page is filed under.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_claim, quote
from wikiproof.rules.places import event_fields, places
from wikiproof.rules.points import in_infobox, of_page
from wikiproof.values import Agreement, Coordinates, compare, gazetteer
from wikiproof.values.coordinates import distance_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.rules.points import Point

CODE = "E04"
NAME = "coord-pair"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM

_FAR = 300.0  # kilometres: farther off, a point is of no part of a town, nor of its district
_THERE = 60.0  # kilometres from a town's middle, within which a point may well be of it


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the infobox's point with the page's, then with the towns of the infobox's location."""
    page = of_page(claims)
    for point in in_infobox(claims):
        if page and compare(point.value, page.value) is Agreement.DIFFER:
            turn = _turn(point.value, page.value)
            message = f"{point.said} {quote(point.text)} are far from the page's {quote(page.text)}{turn}"
            yield Problem(message, point.place, (page.place,), point.field, Role.COORDINATES)
            continue
        for field in event_fields(claims, Role.PLACE):
            turned = _turned(point, _towns(field))
            if turned:
                message = f"{point.said} {quote(point.text)} are far from {quote(field.text)}{turned}"
                yield Problem(message, point.place, (at_claim(field),), point.field, Role.COORDINATES)
                break


def _turned(point: Point, towns: list[Coordinates]) -> str:
    """How the point must be turned to lie in a town; empty where one is near as it is, or none is then."""
    if any(distance_between(point.value, town) < _FAR for town in towns):
        return ""
    return next(filter(None, (_turn(point.value, town) for town in towns)), "")


def _turn(point: Coordinates, there: Coordinates) -> str:
    """What would bring a point near another, for a message."""
    lat, lon = point.lat, point.lon
    if abs(lon) <= 90 and distance_between(Coordinates(lon, lat), there) < _THERE:
        return ": latitude and longitude may be exchanged"
    turned = ((-lat, lon), (lat, -lon), (-lat, -lon))
    if any(distance_between(Coordinates(*other), there) < _THERE for other in turned):
        return ": a hemisphere may be wrong"
    return ""


def _towns(field: Claim) -> list[Coordinates]:
    """Where each place's smallest known town can be, by all its meanings."""
    settled = (known for place in places(field) for known in gazetteer.settle(place.parts))
    return [Coordinates(*k.point) for known in settled for k in known if k.point]
