"""The infobox and the lead make the event part of different wars.

## What it does
Compares what the infobox says the event was part of with the war, rebellion or campaign during which the lead
has it happen. Both must be of one kind, and the infobox's must occur nowhere in the text. Two of one name but
another number ("First", "Second") are a warning; others may be two names of one war, and are an information.

## Why
Campaign boxes are copied from a neighbouring article together with what they were part of.

## Example
```
= Battle of the mill =

Infobox military conflict
- Date: 8 May 1863
- Partof: the First Northern War

The Battle of the mill was fought on 8 May 1863 during the Second Northern War.
```

## When it is wrong
One war may be part of the other; world wars hold many others and are left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.counts import kinds
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import contradiction
from wikiproof.values import Name
from wikiproof.values.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.rules.base import Problem

CODE = "E08"
NAME = "part-of"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the infobox's wars with the lead's; two of one name but another number are certain to differ."""
    told = [c for c in claims.of_text(Role.PART_OF) if c.speaks and c.standing.in_lead]
    for field in claims.of_field(Role.PART_OF):
        ours = _names(field)
        if any("world war" in name or f" {name} " in f" {claims.folded} " for name in ours):
            continue
        pairs = [(a, b, text) for a in ours for text in told for b in _names(text)]
        if any(a in b or b in a for a, b, _ in pairs):
            continue
        counted = next((text for a, b, text in pairs if _unnumbered(a) == _unnumbered(b)), None)
        other = next((text for a, b, text in pairs if a.split()[-1] == b.split()[-1]), None)
        if counted is not None:
            yield contradiction(field, counted)
        elif other is not None:
            yield contradiction(field, other, Severity.INFO)


def _names(claim: Claim) -> list[str]:
    names = [fold(value.name).removeprefix("the ") for value in claim.readings if isinstance(value, Name)]
    return [name for name in names if name]


def _unnumbered(name: str) -> tuple[str, ...]:
    return tuple(word for word in name.split() if kinds(word) != ["REST"])
