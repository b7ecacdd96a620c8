"""Points on the Earth."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from wikiproof.values import grammar, words
from wikiproof.values.base import Agreement
from wikiproof.values.other import Unread

_EARTH_RADIUS = 6371.0  # kilometres
_NEAR = 10.0  # kilometres within which two points may name one place


@dataclass(frozen=True, slots=True)
class Coordinates:
    """WGS 84 degrees, north and east positive; `precision` is the size of the last place written."""

    lat: float
    lon: float
    precision: float = 0.0

    def as_json(self) -> dict[str, Any]:
        """The value as JSON data, `kind` first; see `schema/value.schema.json`."""
        return {"kind": "coordinates", "lat": round(self.lat, 6), "lon": round(self.lon, 6)}


@lru_cache(512)
def read(string: str) -> Coordinates | Unread | None:
    """One point, by minutes and seconds or by decimals; Unread where the Earth has no such point."""
    point: tuple[_Angle, _Angle] | None = grammar.parse("coordinates", _Builders, words.plain(string))
    if point is None:
        return None
    north, east = point
    if abs(north.degrees) > 90 or not north.valid:
        return Unread("no latitude is that large", invalid=True)
    if abs(east.degrees) > 180 or not east.valid:
        return Unread("no longitude is that large", invalid=True)
    return Coordinates(north.degrees, east.degrees, max(north.precision, east.precision))


def compare(a: Coordinates, b: Coordinates) -> Agreement:
    """AGREE within ten kilometres or the coarser precision; farther apart they may still name one region."""
    kilometres_in_degree = math.pi * _EARTH_RADIUS / 180
    tolerance = _NEAR + max(a.precision, b.precision) * kilometres_in_degree
    distance = distance_between(a, b)
    if distance <= tolerance:
        return Agreement.AGREE
    return Agreement.DIFFER if distance > 10 * tolerance else Agreement.UNKNOWN


def distance_between(a: Coordinates, b: Coordinates) -> float:
    """Kilometres along the great circle."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half_lat, half_lon = (lat_b - lat_a) / 2, math.radians(b.lon - a.lon) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half_lon) ** 2
    return 2 * _EARTH_RADIUS * math.asin(min(1.0, math.sqrt(chord)))


@dataclass(frozen=True, slots=True)
class _Angle:
    degrees: float
    precision: float
    valid: bool = True


class _Builders:
    """Builders for the rules of `grammar/coordinates.lark`."""

    @staticmethod
    def north_east(north: _Angle, east: _Angle) -> tuple[_Angle, _Angle]:
        return north, east

    @staticmethod
    def east_north(east: _Angle, north: _Angle) -> tuple[_Angle, _Angle]:
        return north, east

    @staticmethod
    def signed(lat: str, lon: str) -> tuple[_Angle, _Angle]:
        return _Angle(float(lat), _precision(lat)), _Angle(float(lon), _precision(lon))

    @staticmethod
    def angle(degrees: str, minutes: str | None, seconds: str | None, letter: str) -> _Angle:
        small = [float(part or 0) for part in (minutes, seconds)]
        value = float(degrees) + small[0] / 60 + small[1] / 3600
        last, unit = (seconds, 3600) if seconds else (minutes, 60) if minutes else (degrees, 1)
        sign = -1 if letter[0] in "sw" else 1
        return _Angle(sign * value, _precision(last or "") / unit, all(part < 60 for part in small))

    @staticmethod
    def letter_first(letter: str, degrees: str, minutes: str | None, seconds: str | None) -> _Angle:
        return _Builders.angle(degrees, minutes, seconds, letter)


def _precision(digits: str) -> float:
    return 10.0 ** -len(digits.partition(".")[2])
