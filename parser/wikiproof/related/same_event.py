"""An article states another date or toll of an event than the event's own article does.

## What it does
Compares when an event was, and how many it killed and injured, as another article says it in the clause of its link to
the event, with what the event's own article says. Two articles of one title are compared likewise.

The sentence must say it of the linked event itself: "the [[Orsa bombing]] of 4 March 2016, which killed 21 people". A
number of some of the dead counts only where it is more than all; and where date and toll both differ, the sentence is
taken to tell of something else. What the event's article gives anywhere for another count or date admits it.

## Why
A correction reaches the article on the event, not the many that mention it.

## Example
```
= Orsa bombing =

Infobox civilian attack
- Title: Orsa bombing
- Date: 4 March 2016
- Fatalities: 12
- Injuries: 30

The Orsa bombing was a car bombing in a market.

= Salt insurgency =

Infobox civil conflict
- Title: Salt insurgency
- Date: 2012 – present

The Salt insurgency goes on. The Orsa bombing, which killed 21 people, ended the talks.
```

## When it is wrong
The sentence may count by another source, or speak of the part of the event that its own article is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.events import How
from wikiproof.finding import Confidence, Severity
from wikiproof.related.base import against
from wikiproof.related.same import conflicts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.events import Event, Said
    from wikiproof.related.base import Problem

CODE = "X01"
NAME = "same-event"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(event: Event, said: Said) -> Iterator[Problem]:
    """Compare the sentence's date and toll with the event's own."""
    if said.how in (How.SENTENCE, How.COPY):
        yield from (against(said, *facts) for facts in conflicts(event, said))
