"""The outlines of the land, for a map: what all time zones of the package tzfpy cover together.

Zones follow the coasts, a few kilometres out at sea, and share their borders. On a grid coarse enough for a map of
the world both sides of a border take the same steps in opposite directions, so they cancel out, and what is left
is the outline.
"""

from __future__ import annotations

import importlib.util
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import orjson

from wikiproof import cache

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Point = tuple[int, int]  # steps of the grid: to the east, to the south

STEPS = 4  # of the grid to a degree
_LEAST = 2.0  # square steps that an island or lake must have to be shown


def land() -> str:
    """The land as the `d` of an SVG path, for the fill rule "nonzero"; made once, which takes some seconds."""
    spec = importlib.util.find_spec("tzfpy")
    origins = [origin for origin in (spec.origin if spec else None, __file__) if origin]
    return cache.kept("land.svg", cache.stamp(origins), lambda: _path(_rings()).encode()).decode()


def project(lat: float, lon: float) -> tuple[float, float]:
    """A point of the Earth in the units of the path: plate carrée, longitude and latitude as they are."""
    return round(lon * STEPS, 1), round(-lat * STEPS, 1)


def _rings() -> Iterator[list[Point]]:
    """The closed lines around what the zones cover, each back at its first point."""
    steps = _outline()
    ways: dict[Point, list[Point]] = {}
    for here, there in sorted(steps.elements()):
        ways.setdefault(here, []).append(there)
    while ways:
        ring = [next(iter(ways))]
        while here_on := ways.get(ring[-1]):
            here = ring[-1]
            ring.append(here_on.pop())
            if not here_on:
                del ways[here]
            if ring[-1] == ring[0]:
                break
        if abs(_area(ring)) >= _LEAST:
            yield ring


def _outline() -> Counter[tuple[Point, Point]]:
    steps: Counter[tuple[Point, Point]] = Counter()
    for ring in _zones():
        points = [(round(lon * STEPS), round(-lat * STEPS)) for lon, lat in ring]
        for here, there in pairwise((*points, points[0])):
            if here == there:
                continue
            if steps[there, here]:
                steps[there, here] -= 1
            else:
                steps[here, there] += 1
    return steps


def _zones() -> Iterator[list[tuple[float, float]]]:
    """The rings of all zones on land but those of Antarctica, which are drawn with a ruler."""
    import tzfpy

    for name in tzfpy.timezonenames():
        if not name.startswith(("Etc/", "Antarctica/")):
            for feature in orjson.loads(tzfpy.get_tz_polygon_geojson(name))["features"]:
                for polygon in feature["geometry"]["coordinates"]:
                    yield from polygon


def _area(ring: Iterable[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def _path(rings: Iterable[list[Point]]) -> str:
    """The rings as a path of relative steps, those in one direction as one."""
    parts = []
    for ring in rings:
        steps: list[Point] = []
        for (x, y), (to_x, to_y) in pairwise(ring):
            step = (to_x - x, to_y - y)
            if steps and steps[-1][0] * step[1] == steps[-1][1] * step[0] and _same_way(steps[-1], step):
                step = (steps[-1][0] + step[0], steps.pop()[1] + step[1])
            steps.append(step)
        first = ring[0]
        parts.append(f"M{first[0]} {first[1]}l{' '.join(f'{x} {y}' for x, y in steps[:-1])}z")
    return "".join(parts).replace(" -", "-")


def _same_way(a: Point, b: Point) -> bool:
    return a[0] * b[0] + a[1] * b[1] > 0
