"""The infobox and the text give different times of day.

## What it does
Compares the time in the infobox with the clock times that the lead and the sections about the event give for
what happened. Times within half an hour of each other agree, and so do those in different named zones.

## Why
Morning and evening are easily exchanged between the twelve-hour and the twenty-four-hour clock.

## Example
```
= Harbour attack =

Infobox civilian attack
- Date: 8 March 2022
- Time: 10:30

The Harbour attack was an attack that began at 10:30 pm on 8 March 2022 in the old port.
```

## When it is wrong
The text may give the time of a call, of the police's arrival or of a later phase; an account with more than
two clock times is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims import Standing
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import compare_readings, contradiction, disputed
from wikiproof.values import Agreement, Time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.rules.base import Problem

CODE = "D07"
NAME = "clock"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM

_TIMELINE = 2  # an account with more clock times than this tells of phases
_ABOUT = 30  # minutes
_DAY = 24 * 60


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the infobox's time with those of the lead and the event's sections."""
    places = (Standing.OPENING, Standing.LEAD, Standing.EVENT_SECTION)
    if len({c.value for c in claims.of_text(Role.TIME) if c.standing in places}) > _TIMELINE:
        return
    for field, text in disputed(claims, Role.TIME, places, _agree):
        yield contradiction(field, text)


def _agree(field: Claim, text: Claim) -> Agreement:
    a, b = field.value, text.value
    if isinstance(a, Time) and isinstance(b, Time):
        apart = min(abs(a.start - b.start), abs(a.start - b.end), abs(a.end - b.start))
        if min(apart, _DAY - apart) <= _ABOUT:
            return Agreement.AGREE
    return compare_readings(field, text)
