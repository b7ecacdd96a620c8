"""The infobox and the text give different numbers of displaced, evacuated or kidnapped.

## What it does
Compares a count of displaced, evacuated or kidnapped people in the infobox with the text, each with its own
kind.

## Why
Such counts stand in a free field ("1,200 displaced"), where slips of a digit go unseen.

## Example
```
= Valley raid =

Infobox civilian attack
- Date: 8 March 2022
- Fatalities: 4
- Victims: 12,000 displaced

The Valley raid was an attack on 8 March 2022. About 1,200 people were displaced.
```

## When it is wrong
One place may count those who fled before the event, the other those after it.
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

CODE = "Q04"
NAME = "displaced-victims"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the displaced."""
    yield from count_conflicts(claims, Role.DISPLACED)
    yield from count_conflicts(claims, Role.EVACUATED)
