"""The infobox and the lead put the event in different countries.

## What it does
Compares the country of the infobox's location with the countries that the lead's first sentences put the
event in. Former countries count as those that stand there now.

## Why
A wrong country puts the event on the wrong list, map and category.

## Example
```
= Harbour attack =

Infobox civilian attack
- Date: 8 March 2022
- Location: Tessit, Niger

The Harbour attack was a massacre on 8 March 2022 in the commune of Tessit, Mali.
```

## When it is wrong
Events at a border, on ships and aircraft; disputed territories; countries that share a name with a state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.finding import Confidence, Severity
from wikiproof.rules.places import astray, displacement, misplaced, strayed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims
    from wikiproof.rules.base import Problem

CODE = "E01"
NAME = "country"
SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check(claims: Claims) -> Iterator[Problem]:
    """Report the first place in the lead that lies in another country than every place of the field."""
    reported = set()
    for field, text in misplaced(claims, abroad=True):
        reported.add(field.span)
        yield displacement(field, text)
    for field, text, holder in astray(claims, abroad=True):
        if field.span not in reported:
            yield strayed(field, text, holder)
