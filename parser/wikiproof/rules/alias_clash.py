"""Two names of one parameter are both given, with values that differ.

## What it does
Reports two parameters of one infobox call that its template takes for the same, `perp` and `perps`, and a time that
is given as one and as from and to, where their values are not the same.

## Why
The template shows only one of them: a reader never sees the other, and the next editor may put right the wrong one.

## Example
```
{{Infobox civilian attack
| title = Harbour attack
| date = 8 March 2022
| perp = Two dockers
| perps = Unknown gunmen
}}
The '''Harbour attack''' was an arson attack.
```

## When it is wrong
Some template, or a wrapper around one, may show both. Names, titles and parameters for show are left alone, and so are
dates a day apart and the two times of an earthquake: they may go by two clocks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_field, quote
from wikiproof.values import Agreement, Date, compare
from wikiproof.values.calendar import day_number
from wikiproof.values.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Field
    from wikiproof.claims import Claims

CODE = "S02"
NAME = "alias-clash"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH


# Roles whose aliases are one thing in every type: a title may stand beside a name, and a leader beside a candidate.
_ONE = frozenset(
    (
        Role.DATE, Role.START, Role.END, Role.BIRTH_DATE, Role.DEATH_DATE, Role.DEATHS, Role.INJURIES, Role.ATTACKERS,
        Role.PERPETRATOR, Role.SUSPECT, Role.DEFENDER, Role.WEAPON, Role.MOTIVE, Role.DAMAGE, Role.BUILDINGS,
        Role.MAGNITUDE, Role.DEPTH, Role.WIND, Role.GUST, Role.BELLIGERENT, Role.STRENGTH, Role.RESULT, Role.CAUSE,
        Role.AIRCRAFT, Role.OPERATOR, Role.REGISTRATION, Role.PASSENGERS, Role.CREW, Role.SURVIVORS, Role.VICTIMS,
    )
)  # fmt: skip


def check(claims: Claims) -> Iterator[Problem]:
    """Report each parameter that says otherwise than the one of its meaning before it."""
    for box in claims.article.all_infoboxes():
        seen: dict[str, Field] = {}
        for field in box.fields:
            if (
                field.key is None
                or not field.text
                or (field.role not in _ONE and field.role is not Role.TIME)
            ):
                continue
            first = seen.setdefault("time" if field.role is Role.TIME else field.key, field)
            if first.name != field.name and not _same(first, field):
                shown, other = quote(first.text.string), quote(field.text.string)
                message = f"{first.name} says {shown}, and {field.name} says {other}"
                yield Problem(message, at_field(field), (at_field(first),), field.name, field.role)


def _same(a: Field, b: Field) -> bool:
    """Whether both show the same, or the same moment by two clocks."""
    if fold(a.text.string) == fold(b.text.string) or a.value is None or b.value is None:
        return True
    if isinstance(a.value, Date) and isinstance(b.value, Date) and _a_day_apart(a.value, b.value):
        return True
    return (a.role is Role.TIME and a.key == b.key) or compare(a.value, b.value) is Agreement.AGREE


def _a_day_apart(a: Date, b: Date) -> bool:
    return abs(day_number(a.first) - day_number(b.first)) <= 1
