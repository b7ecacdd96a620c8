"""The parts add up to more than the whole.

## What it does
Adds the parts that one field names in brackets after its total, and reports a sum above the total.

## Why
One of the numbers was changed without the others.

## Example
```
= Harbour fire =

Infobox civilian attack
- Date: 8 March 2022
- Location: Old port
- Fatalities: 12 (8 civilians, 5 soldiers)
- Injuries: 3

The Harbour fire was an arson attack on 8 March 2022.
```

## When it is wrong
Parts may overlap: children are also women and men. Only counts of different groups are added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims import Scope
from wikiproof.claims.counts import kind_of_people
from wikiproof.finding import Confidence, Severity
from wikiproof.rules.base import Problem, at_field, quote
from wikiproof.values import Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims

CODE = "Q09"
NAME = "parts-sum"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(claims: Claims) -> Iterator[Problem]:
    """Add the parts of each field that has them."""
    for whole in claims.infobox:
        if whole.scope is not Scope.TOTAL or whole.field is None or not isinstance(whole.value, Count):
            continue
        parts = [
            claim.value
            for claim in claims.infobox
            if claim.field is whole.field
            and claim.role is whole.role
            and claim.scope is Scope.PART
            and isinstance(claim.value, Count)
            and kind_of_people(claim.of or "") != "CHILD"
        ]
        total = whole.value.high
        if (
            len(parts) > 1
            and total is not None
            and not whole.value.approximate
            and sum(p.low for p in parts) > total
        ):
            added = " + ".join(str(part.low) for part in parts)
            message = f"the parts of {quote(whole.text)} add up to {added} = {sum(p.low for p in parts)}"
            yield Problem(message, at_field(whole.field), (), whole.field.name, whole.role)
