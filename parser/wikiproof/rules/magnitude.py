"""The infobox and the text give different magnitudes.

## What it does
Compares the magnitude in the infobox with the one that the lead gives the event, on the same scale or where
one names none.

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
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import contradiction, disputed
from wikiproof.values import Magnitude

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims
    from wikiproof.rules.base import Problem

CODE = "Q14"
NAME = "magnitude"
SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


_SLIGHT = 0.25  # below this a difference may be a revision


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the magnitudes."""
    for field, text in disputed(claims, Role.MAGNITUDE, (Standing.OPENING, Standing.LEAD)):
        slight = all(
            isinstance(a, Magnitude) and isinstance(b, Magnitude) and abs(a.low - b.low) < _SLIGHT
            for a in field.readings
            for b in text.readings
        )
        yield contradiction(field, text, Severity.INFO if slight else None)
