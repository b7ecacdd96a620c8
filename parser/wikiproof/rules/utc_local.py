"""An earthquake's UTC time and its local time do not fit together.

## What it does
Takes the difference between the infobox's local date and time and its UTC timestamp, and reports one that is no
time zone's, that is not the zone written beside the local time, or that lies far from the zone of the epicentre.

## Why
One of the two was converted by hand, or only one was corrected.

## Example
```
= Coast earthquake =

Infobox earthquake
- Timestamp: 2016-10-26 19:18:06
- Local-date: 26 October 2016
- Local-time: 22:38

The Coast earthquake struck on 26 October 2016.
```

## When it is wrong
Zones off by odd minutes existed into the twentieth century: earthquakes before 1972 are left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_claim, quote
from wikiproof.values import Coordinates, Date, Time
from wikiproof.values.calendar import day_number
from wikiproof.values.time import zone_near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims

CODE = "D08"
NAME = "utc-local"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH

_FIRST_YEAR = 1972  # in which Liberia, last of all, gave up an odd zone
_DAY = 24 * 60
_ROUNDED = 1  # minute
_ABOUT = 15  # minutes, for "around"
_FAR = 3.5 * 60  # minutes between the sun's time and the clock's: China's and Argentina's extremes lie within
_DATE_LINE = 150  # degrees east or west beyond which a zone may be a day off


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the one timestamp with the one local time."""
    stamps, days, times = (list(claims.of_field(role)) for role in (Role.TIMESTAMP, Role.DATE, Role.TIME))
    if not len(stamps) == len(days) == len(times) == 1 or any(c.others for c in (*days, *times)):
        return
    stamp, day, time = stamps[0], days[0], times[0]
    instant = _minutes(stamp.value, next((v for v in stamp.others if isinstance(v, Time)), None))
    local = _minutes(day.value, time.value)
    if instant is None or local is None or time.field is None or not isinstance(time.value, Time):
        return
    reason = _odd(local - instant, time.value, _longitude(claims))
    if reason:
        message = (
            f"{quote(stamp.text)} UTC and {quote(f'{day.text} {time.text}')} local time are "
            f"{abs(local - instant) / 60:.4g} hours apart, {reason}"
        )
        yield Problem(message, at_claim(time), (at_claim(day), at_claim(stamp)), time.field.name, Role.TIME)


def _odd(offset: int, time: Time, longitude: float | None) -> str | None:
    """What is wrong with an offset in minutes; None if it may be right."""
    slack = _ABOUT if time.approximate else _ROUNDED
    if time.ahead is not None:
        return None if abs(offset - time.ahead) <= slack else f"which is not {time.zone}"
    zone = zone_near(offset, slack)
    if zone is None:
        return "which is no time zone"
    if longitude is not None and abs(longitude) < _DATE_LINE and abs(zone - longitude * 4) > _FAR:
        return "which is not the time of the epicentre"
    return None


def _minutes(date: object, time: object) -> int | None:
    """A full date and a single clock time as minutes; None where either is more or less."""
    if not isinstance(date, Date) or not isinstance(time, Time) or date.start != date.end or date.approximate:
        return None
    if not date.start.day or (date.start.year or 0) < _FIRST_YEAR or time.start != time.end:
        return None
    return day_number(date.first) * _DAY + time.start


def _longitude(claims: Claims) -> float | None:
    points = {v for c in claims.infobox for v in c.readings if isinstance(v, Coordinates)}
    return points.pop().lon if len(points) == 1 else None
