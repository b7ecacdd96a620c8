"""Two infoboxes on one event contradict each other.

## What it does
Compares dates, numbers of people and magnitudes of several infoboxes of one type and one name, among them the row of
templates that tells of one storm. A box inside another that bears no name of its own tells of a part: it must not count
more people than the outer one.

Where articles are checked together, an infobox that bears the name of another article's event is compared with the
infobox there.

## Why
Each box shows its value as the fact; only one of them can be.

## Example
```
{{Infobox civilian attack
| title = Harbour attack
| date = 8 March 2022
| fatalities = 115
| module = {{Infobox aircraft occurrence|embed=yes|fatalities=150}}
}}
The '''Harbour attack''' was the hijacking of an aircraft.
```

## When it is wrong
Two boxes may share a name and tell of different things; boxes of different names or types are never compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims import Scope
from wikiproof.claims.boxes import of_one_event, with_parts
from wikiproof.claims.fields import box_claims
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_claim, compare_readings, quote
from wikiproof.values import Agreement, Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Infobox
    from wikiproof.claims import Claim, Claims

CODE = "I06"
NAME = "multi-box"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM

_COUNTED = frozenset(
    (Role.DEATHS, Role.INJURIES, Role.MISSING, Role.DISPLACED, Role.EVACUATED, Role.OCCUPANTS)
)
_COMPARED = _COUNTED | {Role.DATE, Role.START, Role.END, Role.MAGNITUDE}


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the boxes on one event with each other, and parts with what holds them."""
    for box, other in of_one_event(claims.article):
        for a, b in _pairs(box, other):
            if compare_readings(a, b) is Agreement.DIFFER:
                yield _problem(a, b)
    for box, part in with_parts(claims.article):
        for a, b in _pairs(box, part):
            if a.role in _COUNTED and _least(b) > _most(a) and compare_readings(a, b) is Agreement.DIFFER:
                yield _problem(a, b)


def _pairs(box: Infobox, other: Infobox) -> list[tuple[Claim, Claim]]:
    """The claims of two boxes in one role."""
    return [(a, b) for b in _told(other) for a in _told(box) if a.role is b.role]


def _told(box: Infobox) -> list[Claim]:
    return [claim for claim in box_claims(box) if claim.role in _COMPARED and claim.scope is Scope.TOTAL]


def _least(claim: Claim) -> float:
    return min((value.low for value in claim.readings if isinstance(value, Count)), default=0)


def _most(claim: Claim) -> float:
    highest = [value.high for value in claim.readings if isinstance(value, Count)]
    return max((float("inf") if high is None else high for high in highest), default=float("inf"))


def _problem(a: Claim, b: Claim) -> Problem:
    assert a.field is not None
    assert b.field is not None
    message = (
        f"one infobox says {quote(a.text)} for {a.field.name}, another {quote(b.text)} for {b.field.name}"
    )
    return Problem(message, at_claim(b), (at_claim(a),), b.field.name, b.role)
