"""Two articles give the victory in one battle to different sides.

## What it does
Compares who won or lost a battle, as another article says it in the clause of its link or in the battle's item of a
list, with the result in the infobox of the battle's own article. The name must be of one side of that infobox and of no
other; where one name of the sentence fits, it is no finding.

## Why
Winner and loser are turned around more easily than any number, and each article alone reads well.

## Example
```
= Battle of the Mill =

Infobox military conflict
- Conflict: Battle of the Mill
- Date: 8 May 1863
- Result: Saxon victory
- Combatant1: Saxons
- Combatant2: Romans

The Battle of the Mill was fought at a dam.

= Salt War =

Infobox military conflict
- Conflict: Salt War
- Date: 1861 – 1865

The Salt War was fought over salt. The Romans defeated the Saxons at the Battle of the Mill.
```

## When it is wrong
Sides may have changed their names, and several battles may share one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.finding import Confidence, Severity
from wikiproof.related import dates, outcomes
from wikiproof.related.base import against

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.events import Event, Said
    from wikiproof.related.base import Problem

CODE = "X07"
NAME = "mutual-actor"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(event: Event, said: Said) -> Iterator[Problem]:
    """Compare who won and lost by the sentence with the infobox's result, unless it dates another battle."""
    if not any(dates.conflicts(event, said)):
        yield from (against(said, *facts) for facts in outcomes.conflicts(event, said))
