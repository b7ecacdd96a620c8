"""An event killed or injured more people than the one that it is a part of.

## What it does
Compares the dead and injured of an event whose infobox says that it is a part of another, or those of one side in it,
with those of the other in all. Only bounds are compared: a part must not exceed the whole. What the other's article
counts anywhere admits it, and a count of one side or kind of people there is no total.

## Why
A toll that grew in the article on the worst day is often forgotten in the article on the whole.

## Example
```
= Harl riots =

Infobox civilian attack
- Title: Harl riots
- Date: 3 – 9 May 1992
- Fatalities: 300

The Harl riots were a week of riots in the old port of Harl.

= Old Port massacre =

Infobox civilian attack
- Title: Old Port massacre
- Part of: Harl riots
- Date: 5 May 1992
- Fatalities: 500

The Old Port massacre was an attack on a warehouse.
```

## When it is wrong
The two may follow different sources, or count different people: civilians alone, or soldiers too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.events import How
from wikiproof.events.own import COUNTED
from wikiproof.finding import Confidence, Severity
from wikiproof.related.base import Problem, agreement, part_of
from wikiproof.related.tolls import least, most
from wikiproof.values import Agreement, Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.events import Event, Said

CODE = "X05"
NAME = "sum-bound"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(event: Event, said: Said) -> Iterator[Problem]:
    """Compare the part's tolls with those of the whole."""
    if said.how is not How.PART:
        return
    for role in COUNTED:
        ours = next(event.in_role(role), None)
        if ours is None or any(isinstance(v, Count) and v.of for v in ours.values[:1]) or ours.partial:
            continue
        wholes = (*ours.values, *event.others(role))
        for theirs in said.in_role(role):
            more = least(theirs.values) > most(wholes)
            if more and agreement(wholes, theirs.values) is Agreement.DIFFER:
                yield part_of(said, ours, theirs)
                break
