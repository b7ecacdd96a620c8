"""The infobox and the text give different losses of one side.

## What it does
Compares the casualties of each side in the infobox with the sentences whose victims or losers are on that side
("the Northlanders lost 700 men").

## Why
The columns of the two sides are easily exchanged, and their numbers edited apart.

## Example
```
= Battle of the mill =

Infobox military conflict
- Date: 8 May 1863
- Combatant1: Saxons
- Combatant2: Romans
- Casualties2: 2,000

The Battle of the mill was fought on 8 May 1863. It was a disaster and the Romans lost 700 men.
```

## When it is wrong
Losses may include the wounded or the captured in one place and not in the other; sources differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims import Scope
from wikiproof.claims.counts import kinds
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import compare_readings, contradiction
from wikiproof.values import Agreement, Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.rules.base import Problem

CODE = "Q07"
NAME = "side-casualties"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM

_PHASES = 2  # an account with more numbers of a side than this tells of phases
_MUCH = 3  # times smaller, a number in a section tells of one phase
_MOST_READINGS = 3  # a field with more numbers tells of several kinds, sources or phases
_DEAD = {"KILLED", "DEAD", "DIED", "DEATHS"}


def check(claims: Claims) -> Iterator[Problem]:
    """Compare each side's losses, and its dead, with the text's of that side; one that agrees settles it."""
    in_fields = (c for role in (Role.CASUALTIES, Role.DEATHS) for c in claims.of_field(role))
    fields = [
        c for c in in_fields if c.field is not None and c.field.side and len(c.readings) <= _MOST_READINGS
    ]
    told = [claim for claim in claims.of_text(Role.CASUALTIES) if _tells_of_a_side(claim)]
    if not fields or not told:
        return
    by_side = [(claims.sides.side(claim.actor or ""), claim) for claim in told]
    for field in fields:
        of_field = field.field.side if field.field else None
        mine = [claim for side, claim in by_side if side == of_field and _of_one_kind(field, claim)]
        if len({claim.value for claim in mine}) <= _PHASES and not any(
            _admits(field, claim) for claim in mine
        ):
            denials = (c for c in mine if compare_readings(field, c) is Agreement.DIFFER)
            denial = next((c for c in denials if not _of_a_phase(field, c)), None)
            if denial is not None:
                yield contradiction(field, denial)


def _tells_of_a_side(claim: Claim) -> bool:
    """Whether it counts all whom an actor lost, not its officers alone or those of one day."""
    whole = claim.scope in (Scope.TOTAL, Scope.GROUP) and "RANKED" not in kinds(claim.of or "")
    return whole and claim.speaks and claim.actor is not None and isinstance(claim.value, Count)


def _of_one_kind(field: Claim, text: Claim) -> bool:
    """Whether both count the dead, or both all who were lost."""
    return (field.role is Role.DEATHS) == bool(_DEAD & set(kinds(text.text)))


def _admits(field: Claim, text: Claim) -> bool:
    """Whether the field agrees, or has the text's number among others ("9,000, later 13,000")."""
    written = isinstance(text.value, Count) and str(text.value.low) in field.text.replace(",", "")
    return written or compare_readings(field, text) is Agreement.AGREE


def _of_a_phase(field: Claim, text: Claim) -> bool:
    whole, part = field.value, text.value
    if text.standing.in_lead or not isinstance(whole, Count) or not isinstance(part, Count):
        return False
    return part.high is not None and part.high * _MUCH <= whole.low
