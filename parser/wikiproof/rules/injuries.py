"""The infobox and the text give different numbers of injured.

## What it does
Compares the injured in the infobox with the total that the lead states, or, where the lead states none, the
sections about the event. Bounds ("at least 40"), parts and earlier counts are judged as for deaths (Q01).

## Why
Injured are updated as often as deaths, and exchanged with them.

## Example
```
= Harbour fire =

Infobox civilian attack
- Date: 8 March 2022
- Location: Old port
- Fatalities: 4
- Injuries: 120

The Harbour fire was an arson attack on 8 March 2022, killing four people and wounding 12.
```

## When it is wrong
The sentence may count only the seriously injured, or those taken to hospital.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.counts import count_conflicts
from wikiproof.rules.retracted import retracted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims
    from wikiproof.rules.base import Problem

CODE = "Q02"
NAME = "injuries"
SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the injured."""
    yield from count_conflicts(claims, Role.INJURIES)
    yield from retracted(claims, Role.INJURIES)
