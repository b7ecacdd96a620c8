"""The weekday does not belong to the date.

## What it does
Works out the weekday of every full date that names one.

## Why
Nobody has to be asked: one of the two is wrong.

## Example
```
= Harbour fire =

Infobox event
- Date: 8 February 2022

The Harbour fire occurred on Monday, 8 February 2022.
```

## When it is wrong
Dates before the switch to the Gregorian calendar are left alone, but countries switched at different times.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.finding import Confidence, Location, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, quote
from wikiproof.values import Date
from wikiproof.values.date import weekday_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims

CODE = "D06"
NAME = "weekday"
SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check(claims: Claims) -> Iterator[Problem]:
    """Report each full date with a weekday that is not its own."""
    for sentence, mention, value in claims.mentioned(Date):
        actual = weekday_of(value.start)
        if actual is None or value.weekday in (None, actual):
            continue
        words = sentence.text.string[mention.start : mention.end]
        place = Location("text", words, sentence.text.locate(mention.start, mention.end))
        yield Problem(f"{quote(words)} was a {_WEEKDAYS[actual]}", place, role=Role.DATE)
