"""A commander stands on both sides, or on the side he fought.

## What it does
Reports a commander whom the infobox lists on two sides, and one whom the lead puts in command of the other
side's army ("a Polish army under King John").

## Why
Columns are exchanged in an edit, or a name is pasted into the wrong one.

## Example
```
= Battle of the mill =

Infobox military conflict
- Date: 8 May 1863
- Combatant1: Northland
- Combatant2: Southland
- Commander1: John Harker
- Commander2: John Harker

The Battle of the mill was fought on 8 May 1863.
```

## When it is wrong
A commander may have changed sides; in a civil war both sides may go by one name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikiproof.claims.event import flat
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_claim, at_field, quote
from wikiproof.values import Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Field
    from wikiproof.claims import Claims
    from wikiproof.claims.names import Names
    from wikiproof.claims.sides import Sides

CODE = "E05"
NAME = "side-swap"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


_CHANGED = re.compile(r"defect|changed sides|switched", re.IGNORECASE)


def check(claims: Claims) -> Iterator[Problem]:
    """Report the names on two sides, then the commanders whom the lead has on the other side."""
    commanders = [
        field
        for box in claims.article.infoboxes
        for field in box.fields
        if field.role is Role.COMMANDER and field.side is not None
    ]
    if not commanders:
        return
    twice = list(_on_two_sides(commanders, claims.names))
    yield from twice
    if not twice:
        yield from _on_the_other_side(commanders, claims)


def _on_two_sides(commanders: list[Field], names: Names) -> Iterator[Problem]:
    for number, field in enumerate(commanders):
        for other in commanders[:number]:
            if _CHANGED.search(field.text.string + other.text.string):
                continue
            shared = [
                a
                for a in _names(field)
                for b in _names(other)
                if field.side != other.side and names.same(a, b)
            ]
            if shared:
                message = f"{quote(shared[0])} is given for {other.name} and for {field.name}, on two sides"
                yield Problem(message, at_field(field), (at_field(other),), field.name, field.role)
                # Either column may be the wrong one: an editor looks at both.
                yield Problem(message, at_field(other), (at_field(field),), other.name, other.role)


def _on_the_other_side(commanders: list[Field], claims: Claims) -> Iterator[Problem]:
    sides = claims.sides
    for text in claims.of_text(Role.COMMANDER):
        if not (text.speaks and text.standing.in_lead and text.actor and isinstance(text.value, Name)):
            continue
        side = _belligerent_side(text.actor, claims, sides)
        meant = {f.side for f in commanders if any(sides.names.same(n, text.value.name) for n in _names(f))}
        if len(meant) != 1:
            continue  # namesakes, or a commander of neither
        for field in commanders:
            if side in (None, field.side):
                continue
            if any(sides.names.same(name, text.value.name) for name in _names(field)):
                message = f"the lead says {quote(text.text)}, {field.name} is {quote(field.text.string)}"
                yield Problem(message, at_field(field), (at_claim(text),), field.name, field.role)


def _belligerent_side(actor: str, claims: Claims, sides: Sides) -> int | None:
    """The side of an army by the belligerents alone: its commander must not vouch for himself."""
    found = {
        field.side
        for box in claims.article.infoboxes
        for field in box.fields
        if field.role is Role.BELLIGERENT and any(sides.names.related(actor, name) for name in _names(field))
    }
    return found.pop() if len(found) == 1 else None


def _names(field: Field) -> list[str]:
    return [value.name for value in flat(field.value) if isinstance(value, Name)] if field.value else []
