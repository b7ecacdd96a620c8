"""The infobox gives victory to the side that lost by the text.

## What it does
Compares the winner in the infobox's result ("Northland victory") with who won and who lost by the lead
("the Northlanders were defeated"). Only the winner is compared, not whether the victory was decisive.

## Why
Results are the field most fought over, and most often turned around.

## Example
```
= Battle of the mill =

Infobox military conflict
- Date: 8 May 1863
- Result: Saxon victory
- Combatant1: Saxons
- Combatant2: Romans

The Battle of the mill was fought on 8 May 1863. The Saxons were defeated and fled.
```

## When it is wrong
A victory may be tactical for one side and strategic for the other; a sentence may tell of one phase.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.results import winner_of
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_claim, at_field, quote
from wikiproof.values import Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.claims.names import Names
    from wikiproof.claims.sides import Sides

CODE = "E09"
NAME = "result-winner"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the result's winner with the lead's winners and losers."""
    told = [c for c in claims.of_text(Role.RESULT) if c.speaks and c.standing.in_lead]
    fields = [f for box in claims.article.infoboxes for f in box.fields if f.role is Role.RESULT]
    if not told or not fields:
        return
    names, sides = claims.names, claims.sides
    for field in fields:
        text = field.text.string
        winner = winner_of(text)
        if winner is None:
            continue
        if any(_confirms(claim, winner, names, sides) for claim in told):
            continue
        denial = next((claim for claim in told if _denies(claim, winner, names, sides)), None)
        if denial is not None:
            message = f"the infobox says {quote(text)}, the lead says {quote(denial.text)}"
            yield Problem(message, at_field(field), (at_claim(denial),), field.name, field.role)


def _confirms(claim: Claim, winner: str, names: Names, sides: Sides) -> bool:
    return (claim.of == "winner") == _same_side(claim, winner, names, sides) and _known(
        claim, winner, names, sides
    )


def _denies(claim: Claim, winner: str, names: Names, sides: Sides) -> bool:
    return (claim.of == "loser") == _same_side(claim, winner, names, sides) and _known(
        claim, winner, names, sides
    )


def _known(claim: Claim, winner: str, names: Names, sides: Sides) -> bool:
    """Whether it is known of both actors where they stand, one to the other."""
    actor = claim.value.name if isinstance(claim.value, Name) else ""
    return names.related(actor, winner) or (sides.side(actor) is not None and sides.side(winner) is not None)


def _same_side(claim: Claim, winner: str, names: Names, sides: Sides) -> bool:
    actor = claim.value.name if isinstance(claim.value, Name) else ""
    if names.related(actor, winner):
        return True
    side = sides.side(actor)
    return side is not None and side == sides.side(winner)
