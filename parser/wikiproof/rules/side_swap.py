"""A belligerent or commander stands in the wrong column.

## What it does
Reports a name that the infobox gives to two sides; a commander whom the lead puts in command of the other
side's army ("a Polish army under King John"); and a column whose names are none of those that the lead gives
in the role, while the lead gives one that stands in no column; and a belligerent whose commander leads another's
army by the lead.

## Why
Columns are exchanged in an edit, or a name is pasted into the wrong one or from another battle.

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
A commander may have changed sides; in a civil war both sides may go by one name; a state may go by a name that
neither the article nor wikiproof knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.columns import Columns
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_claim, at_field, at_mention, quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Field
    from wikiproof.claims import Claim, Claims

CODE = "E05"
NAME = "side-swap"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(claims: Claims) -> Iterator[Problem]:
    """Report names on two sides; failing that, those on the other side; failing that, those that the lead replaces."""
    crossed = [_against(field, text) for field, text in Columns.of(claims, Role.BELLIGERENT).crossed()]
    yield from crossed  # which also has the other commander lead this column's army
    for role in (Role.BELLIGERENT, Role.COMMANDER)[2 * bool(crossed) :]:
        columns = Columns.of(claims, role)
        twice = list(_on_two_sides(columns))
        yield from (
            twice or list(_on_the_other_side(columns)) or list(_replaced(columns)) or _rivalled(columns)
        )


def _on_two_sides(columns: Columns) -> Iterator[Problem]:
    for name, field, other in columns.shared():
        message = f"{quote(name)} is given for {other.name} and for {field.name}, on two sides"
        yield Problem(message, at_field(field), (at_field(other),), field.name, field.role)
        # Either column may be the wrong one: an editor looks at both.
        yield Problem(message, at_field(other), (at_field(field),), other.name, other.role)


def _on_the_other_side(columns: Columns) -> Iterator[Problem]:
    for field, text in columns.exchanged():
        yield _against(field, text)


def _replaced(columns: Columns) -> Iterator[Problem]:
    for field in columns.fields:
        text = columns.replacement(field)
        if text is not None:
            yield _against(field, text)


def _rivalled(columns: Columns) -> Iterator[Problem]:
    found = [(field, rival) for field in columns.fields if (rival := columns.rival(field))]
    for field, rival in found if len(found) == 1 else ():
        message = f"the lead names {quote(rival.text)}, {field.name} is {quote(field.text.string)}"
        place = at_mention(rival.sentence, rival.start, rival.end)
        yield Problem(message, at_field(field), (place,), field.name, field.role)


def _against(field: Field, text: Claim) -> Problem:
    where = "the lead" if text.standing.in_lead else "the text"
    message = f"{where} says {quote(text.text)}, {field.name} is {quote(field.text.string)}"
    return Problem(message, at_field(field), (at_claim(text),), field.name, field.role)
