"""The infobox and the text give damages that are an order of magnitude apart.

## What it does
Compares the damage in the infobox with the amounts that the lead and the sections about the event give for it,
and reports those that are the same but for a factor of ten, a thousand and so on; and an amount well below one that
the text says was exceeded ("more than $1 million").

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
from wikiproof.claims.measuring import measuring
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
_SHORT = 0.8  # of an amount that the text says was exceeded
_FARTHEST = 6  # powers of ten


def check(claims: Claims) -> Iterator[Problem]:
    """Report the first amount that is a power of ten away, if none agrees."""
    told = [c for c in claims.of_text(Role.DAMAGE) if c.scope is not Scope.ADDITION]
    for field in claims.of_field(Role.DAMAGE):
        apart = [(powers, text) for text in told if (powers := _powers(field, text)) is not None]
        if any(powers == 0 for powers, _ in apart):
            continue
        slipped = (text for powers, text in apart if text.speaks and 0 < powers <= _FARTHEST)
        denial = next(slipped, None) or next((t for t in told if t.speaks and _exceeds(t, field)), None)
        if denial is not None:
            yield contradiction(field, denial)


def _powers(field: Claim, text: Claim) -> int | None:
    """By how many powers of ten two amounts of one currency differ; None where their digits are not the same."""
    for a in field.readings:
        for b in text.readings:
            if isinstance(a, Money) and isinstance(b, Money) and a.currency == b.currency and a.low and b.low:
                found = _powers_of(a.low, b.low), _powers_of(a.high or a.low, b.high or b.low)
                if found[0] is not None and found[0] == found[1]:
                    return found[0]
                if a.low == a.high and b.high is not None and not b.low <= a.low <= b.high:
                    return found[0] or found[1]  # one end of a range
    return None


def _powers_of(a: float, b: float) -> int | None:
    powers = math.log10(a / b)
    return abs(round(powers)) if abs(powers - round(powers)) <= _NEAR else None


def _exceeds(text: Claim, field: Claim) -> bool:
    """Whether the text has more than some amount, and the field's whole is less than that."""
    a, b = field.value, text.value
    if not (isinstance(a, Money) and isinstance(b, Money)) or a.high is None or b.high is not None:
        return False
    if a.currency != b.currency or a.year != b.year or text.scope is not Scope.TOTAL:
        return False
    string = text.sentence.text.string if text.sentence else ""
    return a.high < b.low * _SHORT and not measuring().worth.search(string)
