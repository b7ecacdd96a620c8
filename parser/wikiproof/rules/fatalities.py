"""The infobox and the text give different numbers of deaths.

## What it does
Compares the deaths in the infobox with the total that the lead states, or, where the lead states none, the
sections about the event. Numbers are ranges: "40+", "at least 40" and "around 40" agree. Deaths of
attackers may be counted in or not.

A bound admits what lies beyond it, so "at least 40" is compared only with an exact number, and denies it, as a
warning, only from five times its own size on ("at least 40" is not said of 400). In a section a number smaller than
the infobox's is taken for a part or for an earlier count wherever the section gives others, a place or a day, or
tells that the toll grew.

## Why
Tolls change as news comes in; an edit to one place often forgets the other.

## Example
```
= Harbour fire =

Infobox civilian attack
- Date: 8 March 2022
- Location: Old port
- Fatalities: 14
- Injuries: 3

The Harbour fire was an arson attack on 8 March 2022 that killed 41 people.
```

## When it is wrong
The sentence may count a part of the victims without saying so, or count people who died later.
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

CODE = "Q01"
NAME = "fatalities"
SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the deaths, then those on the ground where an aircraft fell."""
    yield from count_conflicts(claims, Role.DEATHS)
    yield from count_conflicts(claims, Role.GROUND_DEATHS)
    yield from retracted(claims, Role.DEATHS)
