"""The infobox dates the event otherwise than a section about it.

## What it does
Compares the date in the infobox with the first full date of the sections that tell of the event, where that
date belongs to a sentence of what happened and no other date there agrees. A section that gives the event as a whole
another range of days ("the summit was from 20 to 22 July") is reported wherever it stands.

## Why
An edit that corrects the date in one place often forgets the account further down.

## Example
```
= Harbour fire =

Infobox event
- Date: 8 May 2022

The Harbour fire destroyed the old port.

== Fire ==
The fire broke out on 9 June 2022 in a warehouse.
```

## When it is wrong
A section may begin before or after the event, or tell of several days of which the infobox names one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims import Standing
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import contradiction, disputed
from wikiproof.rules.dates import adjacent
from wikiproof.values import Agreement, Date, compare
from wikiproof.values.mentions import mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.rules.base import Problem
    from wikiproof.values import Value

CODE = "D02"
NAME = "date-section"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the infobox's date with the sections'; a night may be of either day."""
    for field, text in disputed(claims, Role.DATE, (Standing.EVENT_SECTION,)):
        if not text.whole and not adjacent(field, text) and not _told_beside(field, text, claims):
            yield contradiction(field, text)
    ranges = [claim for claim in claims.of_text(Role.DATE) if claim.whole]
    for field in claims.of_field(Role.DATE):
        denial = next((text for text in ranges if _other_range(field.value, text.value)), None)
        if denial is not None and not field.others and not any(_equal(field.value, c.value) for c in ranges):
            yield contradiction(field, denial)


def _other_range(a: Value, b: Value) -> bool:
    """Whether two ranges of days of one year begin or end on other days."""
    if not (_is_range(a) and _is_range(b)) or not (isinstance(a, Date) and isinstance(b, Date)):
        return False
    return b.start.year in (None, a.start.year) and not _equal(a, b)


def _is_range(value: Value) -> bool:
    return isinstance(value, Date) and value.end is not None and bool(value.start.day and value.end.day)


def _equal(a: Value, b: Value) -> bool:
    """Whether two dates begin and end on the same days of the year."""
    if not (isinstance(a, Date) and isinstance(b, Date) and a.end and b.end):
        return False
    return all((x.month, x.day) == (y.month, y.day) for x, y in ((a.start, b.start), (a.end, b.end)))


def _told_beside(field: Claim, text: Claim, claims: Claims) -> bool:
    """Whether the paragraph also gives the infobox's date: it begins before the event, or goes on after it."""
    paragraph = next((p for p in claims.article.paragraphs() if text.sentence in p.sentences), None)
    dates = (m.value for s in (paragraph.sentences if paragraph else ()) for m in mentions(s.text.string))
    return any(
        isinstance(date, Date) and date.start.day and compare(date, value) is Agreement.AGREE
        for date in dates
        for value in field.readings
    )
