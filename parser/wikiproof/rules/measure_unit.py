"""A measure of the infobox and the text's differ, or a conversion beside a measure is wrong.

## What it does
Compares depth, wind, pressure, rainfall, area, volume and length in time with what the text says of the event
("at a depth of 33 km"), and a measure in the infobox with its conversion in brackets ("10 km (26 mi)").

## Why
Digits slip, and a number is pasted with another one's unit.

## Example
```
= Coast earthquake =

Infobox earthquake
- Local-date: 8 March 2022
- Depth: 10 km

The Coast earthquake struck on 8 March 2022 at a depth of 33 km.
```

## When it is wrong
Agencies measure differently and revise; winds and pressure change while a storm lives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.measures import converted, measures, ways
from wikiproof.claims.model import Standing
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_field, compare_readings, contradiction, quote
from wikiproof.values import Agreement, Duration, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.values import Value

CODE = "Q15"
NAME = "measure-unit"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM

_REVISED = 1.2  # times: below this, two agencies may have measured
_REVISED_PRESSURE = 1.003
_CONVERTED = 1.25  # times: a conversion may be rounded, and a mile is nautical or not


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the measures with the lead's or, where it has none, the event sections'; then the conversions."""
    roles = frozenset(way.role for way in ways())
    events = {
        field for box in claims.article.infoboxes if box.type for field in box.fields
    }  # lakes have depths too
    fields = [
        c
        for c in claims.infobox
        if c.role in roles and c.field in events and isinstance(c.value, (Quantity, Duration))
    ]
    if fields:
        told = list(measures(claims.article, claims.event, frozenset(c.role for c in fields)))
        yield from (problem for field in fields for problem in _denied(field, told))
    for box in claims.article.infoboxes:
        for field in box.fields:
            both = converted(field.text.string) if "(" in field.text.string else None
            if both and not _near(both[0], both[1], _CONVERTED):
                sides = " and ".join(map(_in_si, both))
                message = f"{quote(field.text.string)} for {field.name} is no conversion: {sides}"
                yield Problem(message, at_field(field), (), field.name, field.role)


def _denied(field: Claim, measured: list[Claim]) -> Iterator[Problem]:
    alike = [c for c in measured if c.role is field.role]
    if any(_admits(field, c) for c in alike):
        return
    speaking = [c for c in alike if c.speaks]
    told = (
        [c for c in speaking if c.standing.in_lead]
        or [c for c in speaking if c.standing is Standing.EVENT_SECTION]
        or (speaking if len({c.value for c in alike}) == 1 else [])
    )
    if told:
        yield contradiction(field, told[0])


def _admits(field: Claim, text: Claim) -> bool:
    if field.role is not Role.PRESSURE and compare_readings(field, text) is not Agreement.DIFFER:
        return True
    limit = _REVISED_PRESSURE if field.role is Role.PRESSURE else _REVISED
    return any(_near(a, b, limit) for a in field.readings for b in text.readings)


def _near(a: Value, b: Value, limit: float) -> bool:
    """Whether the nearest that two measures can be lies within a factor."""
    (a_low, a_high), (b_low, b_high) = _bounds(a), _bounds(b)
    if a_low <= 0 or b_low <= 0 or (a_low <= b_high and b_low <= a_high):
        return True
    return max(b_low / a_high, a_low / b_high) <= limit


def _bounds(value: Value) -> tuple[float, float]:
    if isinstance(value, Quantity):
        return value.si_low, value.si_high if value.si_high is not None else float("inf")
    return (value.low, value.high) if isinstance(value, Duration) else (0, 0)


def _in_si(value: Quantity) -> str:
    return f"{value.si_low:,.6g} {value.si_unit}"
