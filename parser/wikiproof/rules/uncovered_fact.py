"""The infobox tells facts that the text does not.

## What it does
Counts how many of an infobox's facts stand in lead or sections as well and names those that do not. Labels, free
text, coordinates, pictures, commanders and units are no facts here, nor is what has a reference in the infobox itself.

## Why
An infobox is to summarise the article, not to take its place.

## Example
```
= Harbour attack =

Infobox civilian attack
- Date: 8 March 2022
- Weapons: Machetes
- Fatalities: 12

The Harbour attack took place on 8 March 2022 and killed 12 people.
```

## When it is wrong
The text may tell a fact in words that share none with the infobox. The rule is off unless selected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.coverage import Told, facts_of
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_field, quote
from wikiproof.text import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Field
    from wikiproof.claims import Claims

CODE = "S07"
NAME = "uncovered-fact"
SEVERITY = Severity.INFO
CONFIDENCE = Confidence.LOW
ON = False

_NO_FACTS = frozenset((Role.NAME, Role.COORDINATES, Role.COMMANDER, Role.UNIT, Role.TIMEZONE))


def check(claims: Claims) -> Iterator[Problem]:
    """Count the facts of each infobox that the text tells too."""
    told = Told(claims.article)
    for box in claims.article.infoboxes:
        facts = [field for field in box.fields if box.type and _is_fact(field)]
        missing = [field for field in facts if not told.covers(field)]
        if missing:
            names = ", ".join(f"{field.name} ({quote(field.text.string)})" for field in missing)
            covered = f"{len(facts) - len(missing)} of the infobox's {len(facts)} facts"
            first, *others = map(at_field, missing)
            message = f"the text tells {covered}; not {names}"
            yield Problem(message, first, tuple(others), missing[0].name, missing[0].role)


def _is_fact(field: Field) -> bool:
    if field.role is None or field.role in _NO_FACTS or any(field.text.of_kind(Kind.REFERENCE)):
        return False
    return bool(facts_of(field))
