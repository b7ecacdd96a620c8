"""A part is larger than the whole.

## What it does
Compares counts that the text gives for one place, one day or one group with the upper bound of the total in
the infobox.

## Why
A part cannot exceed the total, whatever else is unknown.

## Example
```
= Harbour fire =

Infobox civilian attack
- Date: 8 March 2022
- Location: Old port
- Fatalities: 25
- Injuries: 3

The Harbour fire was an arson attack on 8 March 2022.

== Attack ==
Thirty people were killed in the customs house alone.
```

## When it is wrong
The part may belong to another event, or include attackers whom the total leaves out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims import Scope
from wikiproof.claims.counts import kind_of_people
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_claim, at_field, quote
from wikiproof.values import Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims

CODE = "Q11"
NAME = "part-exceeds-total"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the parts in the text with the totals in the infobox."""
    for role in (Role.DEATHS, Role.INJURIES):
        parts = [claim for claim in claims.of_text(role) if claim.speaks and claim.scope is Scope.PART]
        for whole in claims.of_field(role):
            tops = [value.high for value in whole.readings if isinstance(value, Count)]
            if (
                whole.field is None
                or whole.field.side is not None
                or not tops
                or any(top is None for top in tops)
            ):
                continue
            top = max(top for top in tops if top is not None)
            for part in parts:
                if isinstance(part.value, Count) and not part.value.approximate and part.value.low > top:
                    if kind_of_people(part.of or "") == "ATTACKER":
                        continue
                    message = (
                        f"the text says {quote(part.text)} of a part, the infobox {quote(whole.text)} of all"
                    )
                    yield Problem(message, at_field(whole.field), (at_claim(part),), whole.field.name, role)
                    break
