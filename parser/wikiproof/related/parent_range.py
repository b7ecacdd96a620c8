"""An event lies outside the dates of the one that it is a part of.

## What it does
Compares the dates of an event whose infobox says that it is a part of another with the dates of the other, as the
other's own article gives them. A part may begin as long before or end as long after as the whole lasted, up to two
months, and whatever else the other's article dates itself by admits it.

## Why
A battle filed under the wrong war, or a wrong year, shows nowhere in its own article.

## Example
```
= Salt War =

Infobox military conflict
- Conflict: Salt War
- Date: 1861 – 1865

The Salt War was fought over the salt works of the north.

= Battle of the Mill =

Infobox military conflict
- Conflict: Battle of the Mill
- Part of: Salt War
- Date: 8 May 1873

The Battle of the Mill was fought at a dam.
```

## When it is wrong
The war may go on under other names, or the battle have been fought long after the peace, far away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.events import How
from wikiproof.finding import Confidence, Severity
from wikiproof.related.base import Problem, part_of
from wikiproof.related.dates import gap
from wikiproof.role import Role
from wikiproof.values import Date
from wikiproof.values.calendar import day_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.events import Event, Said

CODE = "X03"
NAME = "parent-range"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM

_LEAST, _MOST = 2, 60  # days by which a part may lie outside, at least and at most


def check(event: Event, said: Said) -> Iterator[Problem]:
    """Compare the part's dates with those of the whole."""
    if said.how is not How.PART:
        return
    ours, theirs = next(event.in_role(Role.DATE), None), next(said.in_role(Role.DATE), None)
    if ours is None or theirs is None:
        return
    wholes = [value for value in (*ours.values, *event.others(Role.DATE)) if isinstance(value, Date)]
    parts = [value for value in theirs.values if isinstance(value, Date)]
    if wholes and parts and all(_outside(whole, part) for whole in wholes for part in parts):
        yield part_of(said, ours, theirs)


def _outside(whole: Date, part: Date) -> bool:
    """Whether a part lies outside for certain: dates without a year, or about right, say nothing."""
    if whole.approximate or part.approximate or None in (whole.start.year, part.start.year):
        return False
    if whole.reversed or part.reversed:
        return False
    length = day_number(whole.last) - day_number(whole.first) + 1
    return gap(whole, part) > min(max(length, _LEAST), _MOST)
