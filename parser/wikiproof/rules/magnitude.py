"""The infobox and the text give different magnitudes.

## What it does
Compares the magnitude in the infobox with the one that the lead gives the event, on the same scale or where
one names none; failing that, with the largest shock of a table in the text.

## Why
Agencies revise magnitudes; the infobox and the lead should follow the same one.

## Example
```
= Coast earthquake =

Infobox earthquake
- Magnitude: 7.8 Mw
- Local-date: 8 March 2022

The Coast earthquake was a 6.8-magnitude earthquake that struck on 8 March 2022.
```

## When it is wrong
Different agencies give different values; the sentence may speak of a foreshock or an aftershock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims import Standing
from wikiproof.claims.event import flat
from wikiproof.claims.shocks import size_of
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import contradiction, disputed
from wikiproof.values import Magnitude
from wikiproof.values.magnitude import STEPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.rules.base import Problem

CODE = "Q14"
NAME = "magnitude"
SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_SLIGHT = 0.25  # below this a difference may be a revision
_TABLED = 0.35  # and below this, where a table names no scale, the difference of two
_SAME = 0.05


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the magnitudes."""
    denied = list(disputed(claims, Role.MAGNITUDE, (Standing.OPENING, Standing.LEAD)))
    for field, text in denied:
        apart = [abs(a - b) for a in _sizes(field) for b in _sizes(text)]
        slight = bool(apart) and max(apart) < _SLIGHT
        yield contradiction(field, text, Severity.INFO if slight else None)
    if not denied:
        yield from _against_the_table(claims)


def _against_the_table(claims: Claims) -> Iterator[Problem]:
    """The largest shock of a table, where neither it nor any sentence has the field's magnitude.

    A table may have the aftershocks alone: then the text tells of the shock itself.
    """
    for field in claims.of_field(Role.MAGNITUDE):
        largest = max(claims.shocks, key=lambda shock: size_of(shock.magnitude.value), default=None)
        if largest is None:
            return
        told = [c for c in claims.of_text(Role.MAGNITUDE) if c.speaks]
        if any(abs(a - b) < _SAME for a in _sizes(field) for c in told for b in _sizes(c)):
            continue
        sizes, most = _sizes(field), size_of(largest.magnitude.value)
        if sizes and all(abs(size - most) >= _TABLED for size in sizes):
            yield contradiction(field, largest.magnitude, Severity.WARNING)


def _sizes(claim: Claim) -> list[float]:
    """The numbers of a claim; none of an intensity or another step of a scale."""
    found = [v for value in claim.readings for v in flat(value) if isinstance(v, Magnitude)]
    return [size for m in found if m.scale not in STEPS for size in (m.low, m.high or m.low)]
