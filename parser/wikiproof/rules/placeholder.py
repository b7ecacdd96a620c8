"""The infobox says that something is unknown, and the lead tells it.

## What it does
Finds "unknown", "?", "TBD" and the like in the fields for deaths, injured, missing, date and magnitude where the lead
gives a value in its own voice.

## Why
The first version of an article had no figure, and nobody came back to the infobox.

## Example
```
= Harbour fire =

Infobox civilian attack
- Date: 8 March 2022
- Fatalities: Unknown

The Harbour fire was an arson attack on 8 March 2022 that killed 12 people.
```

## When it is wrong
The lead may count some of the victims only. Bounds ("at least 12") and figures by somebody else are left alone.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.claims import Scope
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_claim, at_field, quote
from wikiproof.values import Count, Date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims

CODE = "S06"
NAME = "placeholder"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM

_ROLES = frozenset((Role.DEATHS, Role.INJURIES, Role.MISSING, Role.DATE, Role.MAGNITUDE))


def check(claims: Claims) -> Iterator[Problem]:
    """Look for the lead's value of each field that has none."""
    for box in claims.article.infoboxes:
        for field in box.fields:
            if field.role not in _ROLES or field.text.string.strip(" .").casefold() not in _unknown():
                continue
            told = next((claim for claim in claims.of_text(field.role) if _tells(claim)), None)
            if told is not None:
                message = f"{field.name} says {quote(field.text.string)}, the lead says {quote(told.text)}"
                yield Problem(message, at_field(field), (at_claim(told),), field.name, field.role)


def _tells(claim: Claim) -> bool:
    """Whether a claim of the lead gives the whole for sure."""
    if not (claim.speaks and claim.standing.in_lead and claim.scope is Scope.TOTAL):
        return False
    value = claim.value
    if isinstance(value, Date):
        return value.start.year is not None
    return not isinstance(value, Count) or value.high is not None


@cache
def _unknown() -> frozenset[str]:
    return frozenset(data.table("grammar", "placeholders.toml")["NOT_KNOWN"])
