"""The infobox type does not have this parameter.

## What it does
Looks up each parameter in the list of the infobox type, with its aliases, and suggests the nearest one.

## Why
MediaWiki ignores a parameter it does not know: the value never shows.

## Example
```
= Harbour fire =

Infobox civilian attack
- Date: 8 March 2022
- Fatalites: 12

The Harbour fire destroyed the old port.
```

## When it is wrong
Templates gain parameters; the lists are of a day. Without a near name in the list it is only an
information.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.finding import Confidence, Severity
from wikiproof.rules.base import Problem, at_field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims

CODE = "S04"
NAME = "unknown-parameter"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH


def check(claims: Claims) -> Iterator[Problem]:
    """Report the parameters that the type's schema refuses."""
    for violation in claims.violations:
        if violation.unknown:
            yield Problem(
                violation.message,
                at_field(violation.field),
                field=violation.field.name,
                role=violation.field.role,
                severity=None if violation.suggestion else Severity.INFO,
            )
