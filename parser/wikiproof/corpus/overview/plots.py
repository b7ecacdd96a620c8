"""What the plots of the overview show, worked out: bars with their shares, a timeline, a map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wikiproof.corpus.overview.land import land, project

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wikiproof.corpus.answers.results import Results

_BARS = 12  # of one plot; the rest is told by `stats`
_TICKS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)  # years of a bar of the timeline
_MOST_BARS = 60


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a bar: what it is of, how many, and from where to how far it goes in percent of the longest."""

    kind: str
    number: int
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its name, what a filter calls it, its parts, and the number that stands beside it."""

    name: str
    key: str
    parts: tuple[Part, ...]
    number: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Years:
    """A bar of the timeline: some years, the articles on events in them, those with findings; heights in percent."""

    first: int
    last: int
    articles: int
    affected: int
    height: float
    affected_height: float

    @property
    def name(self) -> str:
        """The years for a reader."""
        first, last = spoken(self.first), spoken(self.last)
        return first if first == last else f"{first} to {last}"


@dataclass(frozen=True, slots=True)
class Dot:
    """An article with findings on the map."""

    x: float
    y: float
    severity: str
    title: str
    page: int


@dataclass(frozen=True, slots=True)
class Map:
    """The land, the articles without findings as the path of their points, and those with."""

    land: str
    others: str
    dots: tuple[Dot, ...]
    articles: int


def severity_bars(results: Results, key: str, name: str) -> list[Bar]:
    """Findings by a key, with a name for a reader, longest first, each bar divided by severity."""
    rows = results.ask(
        f"SELECT {name} AS name, {key} AS key, count(*) AS number, count(*) FILTER (severity = 'error'),"
        " count(*) FILTER (severity = 'warning'), count(*) FILTER (severity = 'info')"
        " FROM findings LEFT JOIN articles USING (title, path)"
        f" GROUP BY ALL ORDER BY number DESC, name LIMIT {_BARS}"
    )
    longest = max((row[2] for row in rows), default=1)
    return [
        Bar(name, key, _parts(zip(("error", "warning", "info"), severities, strict=True), longest), number)
        for name, key, number, *severities in rows
    ]


def coverage_bars(results: Results) -> list[Bar]:
    """Fields by infobox type: checked, only typed, unread, plain text."""
    rows = results.ask(
        "SELECT infobox, count(*) AS number, count(*) FILTER (checked),"
        " count(*) FILTER (typed AND NOT checked), count(*) FILTER (unread AND NOT typed AND NOT checked)"
        " FROM fields WHERE infobox IS NOT NULL GROUP BY ALL"
        f" ORDER BY number DESC, infobox LIMIT {_BARS}"
    )
    longest = max((row[1] for row in rows), default=1)
    return [
        Bar(
            name,
            name,
            _parts(
                (
                    ("checked", checked),
                    ("typed", typed),
                    ("unread", unread),
                    ("plain", number - checked - typed - unread),
                ),
                longest,
            ),
            number,
            f"{100 * checked / number:.0f} %",
        )
        for name, number, checked, typed, unread in rows
    ]


def _parts(numbers: Iterable[tuple[str, int]], longest: int) -> tuple[Part, ...]:
    parts, start = [], 0.0
    for kind, number in numbers:
        length = 100 * number / longest
        if number:
            parts.append(Part(kind, number, round(start, 2), round(length, 2)))
        start += length
    return tuple(parts)


def timeline(years: Sequence[tuple[int, bool]]) -> list[Years]:
    """Bars over the years of events, each with whether its article has findings; empty where no year is known."""
    if not years:
        return []
    low, high = min(years)[0], max(years)[0]
    step = next((step for step in _TICKS if (high - low) // step < _MOST_BARS), _TICKS[-1])
    first = low // step
    counts = [[0, 0] for _ in range(high // step - first + 1)]
    for year, affected in years:
        counts[year // step - first][0] += 1
        counts[year // step - first][1] += affected
    highest = max(articles for articles, _ in counts)
    return [
        Years(
            (first + index) * step,
            (first + index + 1) * step - 1,
            articles,
            affected,
            round(100 * articles / highest, 2),
            round(100 * affected / highest, 2),
        )
        for index, (articles, affected) in enumerate(counts)
    ]


def spoken(year: int) -> str:
    """A year as people say it; there is no year 0 in their calendar."""
    return str(year) if year > 0 else f"{1 - year} BC"


def world(points: Iterable[tuple[Any, ...]]) -> Map | None:
    """The map of points (latitude, longitude, severity or None, title, page); None where there are none."""
    dots, others, number = [], [], 0
    for lat, lon, severity, title, page in points:
        x, y = project(lat, lon)
        number += 1
        if severity is None:
            others.append(f"M{x:g} {y:g}h0")
        else:
            dots.append(Dot(x, y, severity, title, page))
    return Map(land(), "".join(others), tuple(dots), number) if number else None
