"""The infobox and the lead put the event in different regions or towns.

## What it does
Compares the infobox's location with the places that the lead's first sentences put the event in, level by
level: region with region, town with town. Places that contain one another agree, and so do spellings of one
name.

## Why
A neighbouring region or town is an easy slip, and hard to see.

## Example
```
= Harbour attack =

Infobox civilian attack
- Date: 8 March 2022
- Location: Tessit, Gao Region, Mali

The Harbour attack was a massacre on 8 March 2022 in the commune of Tessit, Ménaka Region, Mali.
```

## When it is wrong
Regions are renamed and redrawn; an event may cover several, of which each place names one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.finding import Confidence, Severity
from wikiproof.rules.base import contradiction
from wikiproof.rules.places import countries, misplaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims
    from wikiproof.rules.base import Problem

CODE = "E02"
NAME = "region"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(claims: Claims) -> Iterator[Problem]:
    """Report the first place in the lead that no place of the field can be or hold, in the same country."""
    reported = set()
    for field, text in misplaced(claims):
        ours, theirs = countries(field), countries(text)
        if not (ours and theirs and not ours & theirs) and field.span not in reported:
            reported.add(field.span)
            yield contradiction(field, text)
