"""A list gives another date, place or toll of an event than the event's own article does.

## What it does
Compares what an item of a list or a row of a table says of the event that it is about with the event's own article:
when and where it was, how many it killed and injured. An item is about the event that it begins with, after a date at
most, a row about the only event that it links; the heads of a table say what its columns hold.

Whatever the event's article gives anywhere for another count or date admits it; a row that differs in date and toll
alike is taken to be about something else.

## Why
Lists are written once, from the articles of that day, and seldom kept up with them.

## Example
```
= Orsa bombing =

Infobox civilian attack
- Title: Orsa bombing
- Date: 4 March 2016
- Fatalities: 41

The Orsa bombing was a car bombing in a market.

= List of bombings in Velmar =

This is a list of bombings in Velmar.

- 12 May 1999 – Harl bombing, 3 killed
- 4 March 2016 – Orsa bombing, 14 killed
```

## When it is wrong
A list may count attackers in, follow other sources, or merge the days and places of several events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.events import How
from wikiproof.finding import Confidence, Severity
from wikiproof.related import places
from wikiproof.related.base import against
from wikiproof.related.same import conflicts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.events import Event, Said
    from wikiproof.related.base import Problem

CODE = "X02"
NAME = "list-row"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(event: Event, said: Said) -> Iterator[Problem]:
    """Compare the row's date, toll and place with the event's own."""
    if said.how is How.ROW:
        for facts in (*conflicts(event, said), *places.conflicts(event, said)):
            yield against(said, *facts)
