"""The infobox dates the event otherwise than the lead.

## What it does
Compares the date in the infobox with the date that the first paragraph gives the event, at the coarser
precision of the two. A day inside the other's range agrees; two ranges must begin and end alike.

## Why
The date is what readers, search engines and databases take from an infobox first.

## Example
```
= Harbour fire =

Infobox event
- Date: 8 March 2022

The Harbour fire was an explosion that occurred on 18 March 2022 in the old port.
```

## When it is wrong
The lead may open with another date: of an announcement, an anniversary or a trial. An event may fall on two
days between time zones or calendars.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.claims import Standing
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import compare_readings, contradiction, disputed
from wikiproof.rules.dates import adjacent, ends_apart
from wikiproof.values import Agreement, Date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.rules.base import Problem

CODE = "D01"
NAME = "date-lead"
SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the infobox's date with the lead's; a day in UTC may be the next one there."""
    for field, text in disputed(claims, Role.DATE, (Standing.OPENING, Standing.LEAD), _agree):
        sentence = text.sentence.text.string if text.sentence else ""
        if _local().search(sentence + field.text) and adjacent(field, text):
            continue
        vague = any(isinstance(c.value, Date) and c.value.approximate for c in (field, text))
        vague = vague or compare_readings(field, text) is not Agreement.DIFFER
        yield contradiction(field, text, Severity.WARNING if vague else None)


def _agree(field: Claim, text: Claim) -> Agreement:
    """Two ranges that begin or end at other times differ, though days lie in both."""
    agreement = compare_readings(field, text)
    return Agreement.DIFFER if ends_apart(field.value, text.value) else agreement


@cache
def _local() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{'|'.join(data.table('grammar', 'claims', 'dating.toml')['local']['words'])})\b"
    )
