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

from typing import TYPE_CHECKING, Literal

from wikiproof.claims import Claim
from wikiproof.claims.results import is_decisive, is_shaded, outcome_of
from wikiproof.claims.wars import is_war
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_claim, at_field, quote
from wikiproof.values import Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims
    from wikiproof.claims.results import Outcome

CODE = "E09"
NAME = "result-winner"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the result's winner with the lead's winners and losers."""
    fields = [f for box in claims.article.infoboxes for f in box.fields if f.role is Role.RESULT]
    outcomes = [(field, outcome) for field in fields if (outcome := outcome_of(field.text.string))]
    if not outcomes:
        return
    told = [c for c in claims.of_text(Role.RESULT) if c.speaks]
    lead = [claim for claim in told if claim.standing.in_lead]
    sections = [claim for claim in told if not claim.standing.in_lead and is_decisive(claim.text)]
    for field, outcome in outcomes:
        denial = _denial(outcome, lead, claims)
        if denial is None and outcome.actor is not None and not is_war(claims.event.title):
            # The sections of a war tell of its battles.
            denial = _denial(outcome, sections, claims)
        if isinstance(denial, Claim):
            where = "the lead" if denial.standing.in_lead else "the text"
            message = f"the infobox says {quote(field.text.string)}, {where} says {quote(denial.text)}"
            yield Problem(message, at_field(field), (at_claim(denial),), field.name, field.role)


def _denial(outcome: Outcome, told: list[Claim], claims: Claims) -> Claim | Literal["confirmed"] | None:
    """The first sentence that tells of another outcome, where none tells of this one; None if none tells of any."""
    verdicts = [(_agrees(outcome, claim, claims), claim) for claim in told]
    if any(agrees for agrees, _ in verdicts):
        return "confirmed"
    return next((claim for agrees, claim in verdicts if agrees is False), None)


def _agrees(outcome: Outcome, claim: Claim, claims: Claims) -> bool | None:
    """Whether a sentence tells of the infobox's outcome; None where it is not known on whose side its actor is."""
    actor = claim.value.name if isinstance(claim.value, Name) else ""
    if outcome.actor is None:
        shaded = claim.sentence is None or is_shaded(claim.sentence.text.string)
        return None if shaded or claims.sides.side(actor) is None else False
    same = claims.sides.same(actor, outcome.actor)
    return None if same is None else same == (outcome.won == (claim.of == "winner"))
