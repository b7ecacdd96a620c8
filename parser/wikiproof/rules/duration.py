"""The stated length does not fit the dates.

## What it does
Compares a length in days that the lead states ("a three-day siege", "lasted five days") with the range of
dates in the infobox, counting the first day or not.

## Why
Length and dates are often edited apart.

## Example
```
= Siege of the mill =

Infobox military conflict
- Date: 8–12 May 1863

The Siege of the mill was a nine-day siege that took place from 8 to 12 May 1863.
```

## When it is wrong
The length may be that of a phase; "nearly" and "about" are left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims import Standing
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import contradiction
from wikiproof.rules.dates import days
from wikiproof.values import Date, Duration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims
    from wikiproof.rules.base import Problem
    from wikiproof.values import Value

CODE = "D05"
NAME = "duration"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


_DAY = 86_400
# How many days more or less than the dates a length in each unit may be.
_SLACK = {"day": 0, "week": 6, "month": 15}


def check(claims: Claims) -> Iterator[Problem]:
    """Compare lengths in the lead with the infobox's range of days."""
    for field in claims.of_field(Role.DATE):
        length = days(field.value) if isinstance(field.value, Date) else 0
        if length < 2 or field.others:
            continue
        told = (c for c in claims.of_text(Role.DURATION) if c.speaks and c.standing is Standing.OPENING)
        denial = next((text for text in told if _differ(text.value, length)), None)
        if denial is not None:
            yield contradiction(field, denial)


def _differ(value: Value, length: int) -> bool:
    """Whether a stated length does not fit so many days, the first counted or not."""
    if not isinstance(value, Duration) or value.approximate or value.unit not in _SLACK:
        return False
    slack = _SLACK[value.unit]
    return not length - 1 - slack <= value.low / _DAY <= length + slack
