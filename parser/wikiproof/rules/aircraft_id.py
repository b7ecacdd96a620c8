"""The infobox and the text tell of different aircraft, airlines or airports.

## What it does
Compares the type of aircraft, its registration, the operator, the flight's number, and where it came from and was
bound for with what the text says of the flight. A type is compared by its model, and by its series where both
sides tell it; "737" holds "737-800".

## Why
Registrations are typed by hand, and boxes are copied from one accident to the next.

## Example
```
= Harbour Air Flight 12 =

Infobox aircraft occurrence
- Date: 8 May 1993
- Aircraft type: Boeing 727-200
- Tail number: N512HA

Harbour Air Flight 12 was a passenger flight. On 8 May 1993 the aircraft, a Boeing 737-200 registered as N512HA,
crashed.
```

## When it is wrong
The text may speak of another aircraft; one model goes under several names; a flight is sold by one airline and
flown by another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.finding import Confidence, Severity
from wikiproof.rules.base import contradiction
from wikiproof.rules.flights import denials

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims
    from wikiproof.rules.base import Problem

CODE = "E11"
NAME = "aircraft-id"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(claims: Claims) -> Iterator[Problem]:
    """Compare each field that tells of the flight with the first words of the text that deny it."""
    if all(box.type != "aircraft occurrence" for box in claims.article.infoboxes):
        return
    for field in claims.infobox:
        denial = next(iter(denials(field, claims)), None)
        if denial is not None:
            yield contradiction(field, denial)
