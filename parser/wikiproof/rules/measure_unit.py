"""A measure of the infobox and the text's differ, or a conversion beside a measure is wrong.

## What it does
Compares depth, wind, pressure, rainfall, area, volume and length in time with what the text says of the event
("at a depth of 33 km"; winds and pressure also with lesser ones that still lie beyond it), and a measure in the
infobox with its conversion in brackets ("10 km (26 mi)").

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
from wikiproof.claims.model import Scope, Standing
from wikiproof.claims.shocks import size_of
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
# Times: winds are measured over one minute or ten, and gusts at sea or ashore.
_EXCEEDED = {Role.WIND: 1.4, Role.GUST: 1.4, Role.PRESSURE: 1.01}
_CONVERTED = 1.25  # times: a conversion may be rounded, and a mile is nautical or not


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the measures with the lead's or, where it has none, the event sections'; then the conversions."""
    roles = frozenset(way.role for way in ways())
    fields = [c for c in claims.infobox if c.role in roles and isinstance(c.value, (Quantity, Duration))]
    if fields:  # lakes have depths, too
        events = [each for box in claims.article.infoboxes if box.type for each in box.fields]
        fields = [c for c in fields if any(c.field is each for each in events)]
    if fields:
        told = list(measures(claims.article, claims.event, frozenset(c.role for c in fields)))
        for field in fields:
            alike = [c for c in told if c.role is field.role and not any(s.gate == "G2" for s in c.stops)]
            denial = _denial(field, alike) if alike else _denial_of_table(field, claims)
            if denial is not None:
                yield contradiction(field, denial)
    for box in claims.article.infoboxes:
        for written in box.fields:
            both = converted(written.text.string) if "(" in written.text.string else None
            if both and not _near(both[0], both[1], _CONVERTED):
                sides = " and ".join(map(_in_si, both))
                message = f"{quote(written.text.string)} for {written.name} is no conversion: {sides}"
                yield Problem(message, at_field(written), (), written.name, written.role)


def _denial(field: Claim, alike: list[Claim]) -> Claim | None:
    """The event's own measure that is another than the field's, or one of those that tell less that lies beyond it.

    A lesser wind does not confirm a field that was far exceeded.
    """
    speaking = [c for c in alike if c.speaks]
    beyond = [c for c in speaking if c.standing <= Standing.EVENT_SECTION and _is_beyond(field, c)]
    if any(_admits(field, c) for c in alike if not beyond or c.scope is Scope.TOTAL):
        return None
    speaking = beyond or [c for c in speaking if c.scope is Scope.TOTAL]
    told = (
        [c for c in speaking if c.standing.in_lead]
        or [c for c in speaking if c.standing is Standing.EVENT_SECTION]
        or (speaking if len({c.value for c in alike}) == 1 else [])
    )
    return next(iter(told), None)


def _denial_of_table(field: Claim, claims: Claims) -> Claim | None:
    """The depth of the largest shock of a table that has the field's at none, where the text tells no depth."""
    if field.role is not Role.DEPTH:
        return None
    tabled = [shock for shock in claims.shocks if shock.depth is not None]
    if any(shock.depth is not None and _admits(field, shock.depth) for shock in tabled):
        return None
    largest = max(tabled, key=lambda shock: size_of(shock.magnitude.value), default=None)
    return largest.depth if largest else None


def _is_beyond(field: Claim, text: Claim) -> bool:
    """Whether a field that gives the most there was is far exceeded."""
    limit = _EXCEEDED.get(field.role)
    if limit is None or compare_readings(field, text) is not Agreement.DIFFER:
        return False
    (low, high), (text_low, text_high) = _bounds(field.value), _bounds(text.value)
    lowest = any(way.lowest for way in ways() if way.role is field.role)
    return text_high * limit < low if lowest else text_low > high * limit


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
