"""The infobox and the text give different losses of one side.

## What it does
Compares the casualties of each side in the infobox with the sentences whose victims or losers are on that side
("the Northlanders lost 700 men").

## Why
The columns of the two sides are easily exchanged, and their numbers edited apart.

## Example
```
= Battle of the mill =

Infobox military conflict
- Date: 8 May 1863
- Combatant1: Saxons
- Combatant2: Romans
- Casualties2: 2,000

The Battle of the mill was fought on 8 May 1863. It was a disaster and the Romans lost 700 men.
```

## When it is wrong
Losses may include the wounded or the captured in one place and not in the other; sources differ.
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

CODE = "Q07"
NAME = "side-casualties"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(claims: Claims) -> Iterator[Problem]:
    """Compare each side's losses and its dead."""
    yield from conflicts(claims, Role.CASUALTIES, Role.DEATHS)
