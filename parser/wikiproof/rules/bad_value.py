"""A value that cannot be right for its field.

## What it does
Reports a typed field whose value no reading can make sense of: a thirteenth month, latitude 95, 25 o'clock.
A value that wikiproof only does not understand is no finding.

## Why
Such a value shows as written but is lost to every program that reads it.

## Example
```
= Harbour fire =

Infobox event
- Date: 8 March 2022
- Coordinates: 95.2° N, 12.4° E

The Harbour fire destroyed the old port.
```

## When it is wrong
A template that wikiproof does not know may print something sensible; such values are left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.finding import Confidence, Severity
from wikiproof.rules.base import Problem, at_field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims

CODE = "S03"
NAME = "bad-value"
SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check(claims: Claims) -> Iterator[Problem]:
    """Report the values that the type's schema refuses."""
    for violation in claims.violations:
        if not violation.unknown:
            yield Problem(
                violation.message,
                at_field(violation.field),
                field=violation.field.name,
                role=violation.field.role,
            )
