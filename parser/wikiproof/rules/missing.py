"""The infobox and the text give different numbers of missing.

## What it does
Compares the missing in the infobox with the total that the lead or the sections about the event state.

## Why
The number of missing falls as people are found; both places should tell the same day.

## Example
```
= Valley flood =

Infobox flood
- Date: 8 March 2022
- Fatalities: 4
- Missing: 7

The Valley flood was a flood on 8 March 2022. Four people died and 17 people remain missing.
```

## When it is wrong
The two numbers may be of different days.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.counts import count_conflicts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims
    from wikiproof.rules.base import Problem

CODE = "Q03"
NAME = "missing"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the missing."""
    return count_conflicts(claims, Role.MISSING)
