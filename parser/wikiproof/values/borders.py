"""Which countries lie at a point of the Earth or near it, by the time zones that the package tzfpy ships as polygons.

Zones follow borders, and the time zone database says of each which country has it. The sea has zones of its own.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from math import cos, pi, radians, sin
from typing import TYPE_CHECKING

from wikiproof import data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.values.coordinates import Coordinates

_NEAR = (25.0, 50.0)  # kilometres from the point at which its surroundings are asked for
_DIRECTIONS = 16
_DEGREE = 111.2  # kilometres


def countries_at(point: Coordinates) -> frozenset[str]:
    """The ISO 3166-1 codes of the countries at a point and within fifty kilometres; none for a point at sea."""
    here = _countries(point.lat, point.lon)
    return here.union(*(_countries(*around) for around in _around(point))) if here else here


def _around(point: Coordinates) -> Iterator[tuple[float, float]]:
    wide = max(cos(radians(point.lat)), 0.1)  # a degree of longitude shrinks towards the poles
    for distance in _NEAR:
        for step in range(_DIRECTIONS):
            angle = 2 * pi * step / _DIRECTIONS
            north, east = distance * cos(angle) / _DEGREE, distance * sin(angle) / _DEGREE
            yield max(-90.0, min(90.0, point.lat + north)), (point.lon + east / wide + 180) % 360 - 180


def _countries(lat: float, lon: float) -> frozenset[str]:
    from tzfpy import get_tz  # a quarter of a second to unpack, once: only when a point must be asked for

    return _zones().get(get_tz(lon, lat), frozenset())


@cache
def _zones() -> dict[str, frozenset[str]]:
    """The countries of each zone by the database, and those that `grammar/gazetteer.toml` says hold or claim it."""
    table = (resources.files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    known = data.table("grammar", "gazetteer.toml")
    holders = {inner: outer for outer, inners in known["within"].items() for inner in inners}
    return {
        zone: frozenset((code, holders.get(code, code), *known["claimed-zones"].get(zone, ())))
        for code, _, zone, *_ in rows
    }
