"""The age does not follow from the dates.

## What it does
Works out the age at death from the dates of birth and death, of an infobox, of the lead's brackets or of one
sentence, and compares it with the age that the same infobox or a sentence on that death states.

## Why
Three numbers of which two give the third: one of them is wrong.

## Example
```
= John Harlan =

Infobox person
- Name: John Harlan
- Birth date: 1 May 1990
- Death date: 8 February 2022

John Harlan was a sailor. He died on 8 February 2022, aged 32.
```

## When it is wrong
The age may be another person's or of another day; where only years are known, both ages they allow agree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.ages import is_end_of, life_in_sentence, life_of_box, life_of_lead, stated
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_claim, at_field, quote
from wikiproof.values import Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.claims.ages import Life

CODE = "D09"
NAME = "age-arithmetic"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH

_UNSURE = ("G6", "G7")  # gates by which an age is another's word, or only possible


def check(claims: Claims) -> Iterator[Problem]:
    """Check each infobox by itself, then the sentences."""
    for box in claims.article.all_infoboxes():
        for field in box.fields:
            told = stated(field.text.string) if field.role is Role.DEATH_DATE else None
            life = life_of_box(box) if told else None
            if life and told and not _may_be(told, life):
                message = (
                    f"the dates make an age of {_written(life)}, {field.name} says {quote(field.text.string)}"
                )
                yield Problem(message, at_field(field), (), field.name, Role.AGE)
    for claim in claims.of_text(Role.AGE):
        if (
            isinstance(claim.value, Count)
            and claim.value.exact
            and not any(s.gate in _UNSURE for s in claim.stops)
        ):
            life = _life(claim, claims)
            if life and not _may_be((claim.value.low, claim.value.low), life):
                message = f"the dates make an age of {_written(life)}, the text says {quote(claim.text)}"
                yield Problem(message, at_claim(claim), role=Role.AGE)


def _life(claim: Claim, claims: Claims) -> Life | None:
    """The life whose end a sentence tells: its own, or that of the person the article is about."""
    own = life_in_sentence(claim.sentence) if claim.sentence else None
    if own is not None or any(c.role is Role.DATE for c in claims.infobox):
        return own
    lives = [life for box in claims.article.infoboxes if (life := life_of_box(box))]
    life = lives[0] if len(lives) == 1 else life_of_lead(claims.opening)
    return life if life and is_end_of(life, claim, claims.article.title or "") else None


def _may_be(told: tuple[int, int], life: Life) -> bool:
    low, high = life.ages
    return told[0] <= high and low <= told[1]


def _written(life: Life) -> str:
    low, high = life.ages
    return str(low) if low == high else f"{low} or {high}"
