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

import datetime
from typing import TYPE_CHECKING

from wikiproof.claims import Standing
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import contradiction
from wikiproof.values import Date, Duration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims
    from wikiproof.rules.base import Problem

CODE = "D05"
NAME = "duration"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


_DAY = 86_400


def check(claims: Claims) -> Iterator[Problem]:
    """Compare lengths in the lead with the infobox's range of days."""
    for field in claims.of_field(Role.DATE):
        days = _days(field.value) if isinstance(field.value, Date) else 0
        if days < 2 or field.others:
            continue
        for text in claims.of_text(Role.DURATION):
            length = text.value
            if not (text.speaks and text.standing is Standing.OPENING and isinstance(length, Duration)):
                continue
            if length.unit == "day" and not length.approximate and not days - 1 <= length.low / _DAY <= days:
                yield contradiction(field, text)
                break


def _days(date: Date) -> int:
    """How many days a range of full dates has, the first and the last included; 0 where that is not known."""
    if not date.end or None in (date.start.year, date.start.day, date.end.day) or date.first < (1, 1, 1):
        return 0
    return datetime.date(*date.last).toordinal() - datetime.date(*date.first).toordinal() + 1
