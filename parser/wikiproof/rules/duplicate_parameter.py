"""A parameter is given twice.

## What it does
Reports a parameter that one infobox call names more than once.

## Why
MediaWiki takes the last and silently drops the others: a reader never sees the first value.

## Example
```
= Harbour fire =

Infobox civilian attack
- Date: 8 March 2022
- Fatalities: 12
- Fatalities: 21

The Harbour fire destroyed the old port.
```

## When it is wrong
It is never wrong about the markup; with equal values nothing is lost, and it is only an information.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.finding import Confidence, Severity
from wikiproof.rules.base import Problem, at_field, quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Field
    from wikiproof.claims import Claims

CODE = "S01"
NAME = "duplicate-parameter"
SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check(claims: Claims) -> Iterator[Problem]:
    """Report each parameter that comes again."""
    for box in claims.article.all_infoboxes():
        seen: dict[str, Field] = {}
        for field in box.fields:
            first = seen.setdefault(field.name, field)
            if first is field or not first.raw:
                seen[field.name] = field
                continue
            same = first.raw == field.raw
            message = f"{field.name} is given twice: {quote(first.raw)}, then {quote(field.raw)}"
            severity = Severity.INFO if same else Severity.ERROR if field.raw else Severity.WARNING
            yield Problem(message, at_field(field), (at_field(first),), field.name, field.role, severity)
