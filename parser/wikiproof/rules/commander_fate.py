"""A commander is marked as killed or captured, and the text tells otherwise.

## What it does
Compares the mark beside a commander's name in the infobox (†, KIA, POW, "captured") with what the lead and the
sections of the event tell of him: that he escaped, survived, was captured or was killed.

## Why
Marks are added to the wrong name of a list, or copied with a list from another battle.

## Example
```
= Battle of the mill =

Infobox military conflict
- Date: 8 May 1863
- Commander1: John Harker †
- Commander2: Piers Oakley

The Battle of the mill was fought on 8 May 1863. Harker fled to the coast with his guard.
```

## When it is wrong
A man may flee and be killed later, die of his wounds, or share his last name with another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.event import flat
from wikiproof.claims.fates import marked, told_of
from wikiproof.claims.sides import columns
from wikiproof.finding import Confidence, Location, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_field, quote
from wikiproof.values import Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Field
    from wikiproof.claims import Claims

CODE = "E07"
NAME = "commander-fate"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(claims: Claims) -> Iterator[Problem]:
    """Compare each marked commander's fate with the text's."""
    fields = columns(claims.article, Role.COMMANDER)
    men = [(field, v) for field in fields if field.value for v in flat(field.value) if isinstance(v, Name)]
    for field, man in men:
        if man.note and sum(man.name.split()[-1] in other.name for _, other in men) == 1:
            yield from _against(field, man, claims)


def _against(field: Field, man: Name, claims: Claims) -> Iterator[Problem]:
    fate = marked(man.note)
    if fate is None:
        return
    told = list(told_of(claims.article, man.name))
    if any(each.fate not in fate.other for each in told):
        return  # it tells of the mark's fate, too
    if told:
        first = told[0]
        words = first.sentence.text.string[first.start : first.end]
        where = "lead" if first.standing.in_lead else "section"
        place = Location(where, words, first.sentence.text.locate(first.start, first.end))
        mark = f"{man.name} ({man.note})"
        message = f"the infobox marks {quote(mark)} in {field.name}, the text says {quote(words)}"
        yield Problem(message, at_field(field), (place,), field.name, field.role)
