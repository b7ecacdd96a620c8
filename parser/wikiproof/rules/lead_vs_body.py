"""The lead and a section give different totals.

## What it does
Compares the total of deaths or injured in the lead with the total that a section about the event states,
where neither is attributed to a source. A smaller number in a section has to be said to be all ("a total of 52"), in a
paragraph that does not tell of more afterwards.

## Why
The lead sums up the article; its numbers should be those of the account.

## Example
```
= Harbour fire =

Infobox civilian attack
- Date: 8 March 2022
- Location: Old port
- Fatalities:
- Injuries:

The Harbour fire was an arson attack on 8 March 2022 that killed 40 people.

== Attack ==
A total of 52 people were killed.
```

## When it is wrong
The section may go on to count those who died later, or count a part without saying so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims import Scope, Standing
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_claim, compare_readings, quote, spoken_of_all
from wikiproof.rules.counts import whole
from wikiproof.rules.partial import may_be_part
from wikiproof.values import Agreement

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from wikiproof.claims import Claim, Claims

CODE = "Q19"
NAME = "lead-vs-body"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM

_SECTIONS = (Standing.EVENT_SECTION, Standing.BACKGROUND)  # the latter where it sums up the event


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the lead's totals with the sections'."""
    for role in (Role.DEATHS, Role.INJURIES):
        lead = _totals(claims, role, (Standing.OPENING, Standing.LEAD))
        sections = [c for c in _totals(claims, role, _SECTIONS) if c.whole]
        sections = [c for c in sections if not any(may_be_part(total, c, claims) for total in lead)]
        if not lead or not sections:
            continue
        summed = [whole(claim, claims) for claim in lead]
        told = [whole(claim, claims) for claim in sections]
        if all(compare_readings(a, b) is Agreement.DIFFER for a in summed for b in told):
            message = f"the lead says {quote(lead[0].text)}, a section says {quote(told[0].text)}"
            yield Problem(message, at_claim(lead[0]), (at_claim(told[0]),), None, role)


def _totals(claims: Claims, role: Role, standings: Collection[Standing]) -> list[Claim]:
    return [claim for claim in spoken_of_all(claims, role, standings) if claim.scope is Scope.TOTAL]
