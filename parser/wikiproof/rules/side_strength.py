"""The infobox and the text give different strengths of one side.

## What it does
Compares the strength of each side in the infobox with the sentences that count that side's army ("a French
army of approximately 7,000 men").

## Why
A digit too many turns a skirmish into a campaign.

## Example
```
= Battle of the mill =

Infobox military conflict
- Date: 8 May 1863
- Combatant1: Saxons
- Combatant2: Romans
- Strength2: 12,000

The Battle of the mill was fought on 8 May 1863. Then a Roman army of 1,200 men came.
```

## When it is wrong
One place may count the whole army, the other those who fought; reinforcements arrive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.forces import conflicts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims
    from wikiproof.rules.base import Problem

CODE = "Q08"
NAME = "side-strength"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(claims: Claims) -> Iterator[Problem]:
    """Compare each side's strength."""
    yield from conflicts(claims, Role.STRENGTH)
