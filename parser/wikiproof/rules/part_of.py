"""The infobox and the lead make the event part of different wars.

## What it does
Compares what the infobox says the event was part of with the war, rebellion or campaign during which the lead
has it happen; the infobox's must occur nowhere in the text. Two of one name but another number ("First",
"Second") are a warning, and so is a war that was over, or had not begun, by its known years; others of one kind
may be two names of one war, and are an information.

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
from wikiproof.claims.wars import apart, folded, is_war, years_of
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import contradiction
from wikiproof.values import Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.claims.wars import Years
    from wikiproof.rules.base import Problem
    from wikiproof.values import Date

CODE = "E08"
NAME = "part-of"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the infobox's wars with the lead's."""
    told = [
        c
        for c in claims.of_text(Role.PART_OF)
        if c.speaks and c.standing.in_lead and all(map(is_war, _names(c)))
    ]
    for field in claims.of_field(Role.PART_OF):
        ours = _names(field)
        text = f" {claims.folded} "
        pairs = [(a, b, claim) for a in ours for claim in told for b in _names(claim)]
        if any(f" {a} " in text for a in ours) or any(a in b or b in a for a, b, _ in pairs):
            continue
        counted = next((claim for a, b, claim in pairs if _unnumbered(a) == _unnumbered(b)), None)
        at_another_time = pairs and all(_cannot_hold(war, claims) for war in _with_notes(field))
        other = next((claim for a, b, claim in pairs if a.split()[-1] == b.split()[-1]), None)
        if counted is not None or at_another_time:
            yield contradiction(field, counted or pairs[0][2])
        elif other is not None and not any("world war" in name for name in ours):
            yield contradiction(field, other, Severity.INFO)


def _names(claim: Claim) -> list[str]:
    names = [folded(value.name) for value in claim.readings if isinstance(value, Name)]
    return [name for name in names if name]


def _with_notes(claim: Claim) -> list[str]:
    """The names with what stands in brackets behind them, which tells the years."""
    return [f"{v.name} {v.note or ''}".strip() for v in claim.readings if isinstance(v, Name)]


def _cannot_hold(war: str, claims: Claims) -> bool:
    """Whether the years of a war are known, and the event happened in none of them."""
    years, dates = years_of(war), claims.event.dates
    return years is not None and bool(dates) and all(_outside(date, years) for date in dates)


def _outside(date: Date, years: Years) -> bool:
    first, last = date.start.year, date.end.year if date.end is not None else None
    return first is not None and last is not None and apart(years, (first, last))


def _unnumbered(name: str) -> tuple[str, ...]:
    return tuple(word for word in name.split() if kinds(word) != ["REST"])
