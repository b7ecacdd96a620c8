"""The infobox and the text give damages that are an order of magnitude apart.

## What it does
Compares the damage in the infobox with the amounts that the lead and the sections about the event give for it,
and reports those that are the same but for a factor of ten, a thousand and so on.

## Why
Million and billion are easily exchanged, and a zero is easily lost.

## Example
```
= Valley flood =

Infobox flood
- Date: 8 March 2022
- Damage: $1.2 billion

The Valley flood was a flood on 8 March 2022 that caused $1.2 million in damage.
```

## When it is wrong
Two amounts may be so far apart by chance: one of a part, of what was insured or of another year's prices.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from wikiproof.claims import Scope
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import contradiction
from wikiproof.values import Money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.rules.base import Problem

CODE = "Q16"
NAME = "money"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH

_NEAR = 0.03  # by which the digits of two amounts may differ, as a decimal logarithm: 7 %
_FARTHEST = 6  # powers of ten


def check(claims: Claims) -> Iterator[Problem]:
    """Report the first amount that is a power of ten away, if none agrees."""
    told = [c for c in claims.of_text(Role.DAMAGE) if c.scope is not Scope.ADDITION]
    for field in claims.of_field(Role.DAMAGE):
        apart = [(powers, text) for text in told if (powers := _powers(field, text)) is not None]
        if any(powers == 0 for powers, _ in apart):
            continue
        denial = next((text for powers, text in apart if text.speaks and 0 < powers <= _FARTHEST), None)
        if denial is not None:
            yield contradiction(field, denial)


def _powers(field: Claim, text: Claim) -> int | None:
    """By how many powers of ten two amounts of one currency differ; None where their digits are not the same."""
    for a in field.readings:
        for b in text.readings:
            if isinstance(a, Money) and isinstance(b, Money) and a.currency == b.currency and a.low and b.low:
                powers = math.log10(a.low / b.low)
                upper = math.log10((a.high or a.low) / (b.high or b.low))
                if abs(powers - round(powers)) <= _NEAR and abs(powers - upper) <= _NEAR:
                    return abs(round(powers))
    return None
