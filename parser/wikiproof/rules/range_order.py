"""A range of dates that ends before it begins.

## What it does
Reports a field or a sentence whose date range has its end before its start.

## Why
Start and end were exchanged, or one of them is wrong; template arguments invite it.

## Example
```
= Harbour fire =

Infobox event
- Date: 10 March 2022 – 8 February 2022

The Harbour fire destroyed the old port.
```

## When it is wrong
A text may name the later date first on purpose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.event import flat
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_field, at_mention, quote
from wikiproof.values import Date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims

CODE = "D04"
NAME = "range-order"
SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check(claims: Claims) -> Iterator[Problem]:
    """Report reversed ranges in fields, then in sentences."""
    for field in claims.fields:
        if field.value and any(isinstance(v, Date) and v.reversed for v in flat(field.value)):
            message = f"{field.name} ends before it begins: {quote(field.text.string)}"
            yield Problem(message, at_field(field), field=field.name, role=Role.DATE)
    for sentence, mention, value in claims.mentioned(Date):
        if value.reversed and value.start.month:  # bare years may be before Christ
            place = at_mention(sentence, mention.start, mention.end)
            yield Problem(f"{quote(place.text)} ends before it begins", place, role=Role.DATE)
