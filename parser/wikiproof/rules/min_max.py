"""A range whose lower number is the larger.

## What it does
Reports counts of people such as "between 60 and 40 were killed" and, in fields, "60–40".

## Why
The numbers were exchanged or one has a slip.

## Example
```
= Harbour fire =

Infobox civilian attack
- Date: 8 March 2022
- Location: Old port
- Fatalities: 60–40
- Injuries: 3

The Harbour fire was an arson attack on 8 March 2022.
```

## When it is wrong
A result of a vote or a match is written the same way; in the text only "between … and …" is reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.event import flat
from wikiproof.finding import Confidence, Severity
from wikiproof.rules.base import Problem, at_claim, at_field, quote
from wikiproof.values import Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims

CODE = "Q13"
NAME = "min-max"
SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check(claims: Claims) -> Iterator[Problem]:
    """Report reversed counts in fields, then in sentences."""
    for field in claims.fields:
        if (
            field.role
            and field.value
            and any(isinstance(v, Count) and _reversed(v) for v in flat(field.value))
        ):
            message = f"{field.name} has its larger number first: {quote(field.text.string)}"
            yield Problem(message, at_field(field), field=field.name, role=field.role)
    for claim in claims.body:
        if isinstance(claim.value, Count) and _reversed(claim.value):
            yield Problem(
                f"{quote(claim.text)} has its larger number first", at_claim(claim), role=claim.role
            )


def _reversed(count: Count) -> bool:
    return count.high is not None and count.low > count.high
