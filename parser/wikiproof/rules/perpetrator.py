"""The infobox and the lead name different perpetrators.

## What it does
Compares the perpetrators in the infobox with those whom the lead says did it ("militants of X killed",
"carried out by X"), under all the names the article itself gives them. Where the infobox's actor never occurs
in the text, also with who claimed responsibility.

## Why
Who did it is the field that is changed most often without the text.

## Example
```
= Harbour attack =

Infobox civilian attack
- Date: 8 March 2022
- Perpetrator: Ulster Defence Association

The Harbour attack was a bombing on 8 March 2022. It was carried out by the Ulster Volunteer Force.
```

## When it is wrong
One group may be part of the other, or the same under a name that neither the article nor wikiproof knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims import Standing
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import contradiction
from wikiproof.values import Name
from wikiproof.values.gazetteer import demonym
from wikiproof.values.name import is_person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.claims.names import Names
    from wikiproof.rules.base import Problem

CODE = "E06"
NAME = "perpetrator"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the infobox's perpetrators with the lead's."""
    fields = [c for role in (Role.PERPETRATOR, Role.SUSPECT) for c in claims.of_field(role) if _names(c)]
    everywhere = [claim for claim in claims.of_text(Role.PERPETRATOR) if claim.standing < Standing.BACKGROUND]
    if not fields or not everywhere:
        return
    names = claims.names
    for field in fields:
        ours = _names(field)
        nowhere = all(map(names.unnamed, ours))  # then sections may tell, too
        told = [claim for claim in everywhere if claim.standing.in_lead or nowhere]
        if any(names.related(one, other) for one in ours for text in told for other in _names(text)):
            continue
        absent = not any(names.known(one) for one in ours)
        for text in told:
            claimed_only = {stop.gate for stop in text.stops} == {"G6"}
            if not text.speaks and not (absent and claimed_only):
                continue
            if _named_beside(ours, text, names):
                continue
            theirs = _names(text)
            if _man_and_group(ours, theirs, names) or _man_and_group(theirs, ours, names):
                continue
            if all(names.different(one, other) for one in ours for other in theirs):
                yield contradiction(field, text)
                break


def _names(claim: Claim) -> list[str]:
    """The names of a claim with those in brackets; a bare nationality ("Serbian forces") names nobody."""
    named = [value for value in claim.readings if isinstance(value, Name)]
    words = [word for value in named for word in (value.name, value.note) if word]
    return [word for word in words if not demonym(word)]


def _named_beside(ours: list[str], text: Claim, names: Names) -> bool:
    """Whether the sentence also names the infobox's actor ("John Smith, a member of X, shot …")."""
    if text.sentence is None:
        return False
    mentioned = {actor for _, _, actor in names.mentions(text.sentence.text.string)}
    return any(names.same(one, actor) for one in ours for actor in mentioned)


def _man_and_group(persons: list[str], groups: list[str], names: Names) -> bool:
    """Whether the first may be a man of one of the second: a known group, and none that is known."""
    return any(names.is_group(group) for group in groups) and all(
        is_person(person) and not names.is_group(person) for person in persons
    )
