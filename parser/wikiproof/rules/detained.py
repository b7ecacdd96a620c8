"""The infobox and the text give different numbers of arrests.

## What it does
Compares the arrests in the infobox with the text's where that says that it counts all ("a total of 837 arrests",
"total arrests") or counts more than the infobox.

## Why
Arrests are counted day by day, and the infobox keeps the number of some morning.

## Example
```
= Harbour riots =

Infobox civil conflict
- Date: 8–10 May 2016
- Arrests: 71

The Harbour riots took place from 8 to 10 May 2016. There was a total of 113 arrests.
```

## When it is wrong
Days, towns and charges are counted apart, and some of the arrested are let go.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikiproof.claims import Scope, Standing
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import compare_readings, contradiction
from wikiproof.values import Agreement, Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.rules.base import Problem

CODE = "Q05"
NAME = "detained"
SEVERITY = Severity.WARNING
ON = False  # until its precision is measured on more articles
CONFIDENCE = Confidence.MEDIUM

_ALL = re.compile(r"\btotal\b|\bin all\b|\baltogether\b", re.IGNORECASE)


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the arrests; any number of the text that agrees settles it."""
    told = list(claims.of_text(Role.ARRESTS))
    for field in claims.of_field(Role.ARRESTS):
        if field.field is None or any(compare_readings(field, c) is Agreement.AGREE for c in told):
            continue
        denials = [
            c for c in told if c.speaks and c.scope is Scope.TOTAL and c.standing < Standing.OTHER_SECTION
        ]
        telling = [c for c in denials if _counts_all(c) or _is_more(c, field)]
        denial = max(telling, key=_number, default=None)  # totals grow from day to day
        if denial is not None and compare_readings(field, denial) is Agreement.DIFFER:
            yield contradiction(field, denial)


def _counts_all(claim: Claim) -> bool:
    if claim.sentence is None:
        return False
    string = claim.sentence.text.string
    at = string.find(claim.text)
    return _ALL.search(string[max(at - 30, 0) : at + len(claim.text)]) is not None


def _number(claim: Claim) -> int:
    return claim.value.low if isinstance(claim.value, Count) else 0


def _is_more(text: Claim, field: Claim) -> bool:
    a, b = text.value, field.value
    return isinstance(a, Count) and isinstance(b, Count) and b.high is not None and a.low > b.high
