"""The infobox and the lead name different perpetrators.

## What it does
Compares the perpetrators in the infobox with those whom the lead says did it ("militants of X killed",
"carried out by X"), under all the names the article itself gives them. Where the infobox's actor never occurs
in the text, also with who claimed responsibility and with the known groups that the lead opens with.

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
from wikiproof.claims.rivals import may_stand_for, named_in, rivals
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_field, at_mention, contradiction, quote
from wikiproof.values import Name
from wikiproof.values.gazetteer import demonym

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.claims.names import Names
    from wikiproof.claims.rivals import Rival

CODE = "E06"
NAME = "perpetrator"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the infobox's perpetrators with the lead's."""
    fields = [c for role in (Role.PERPETRATOR, Role.SUSPECT) for c in claims.of_field(role) if _names(c)]
    everywhere = [claim for claim in claims.of_text(Role.PERPETRATOR) if claim.standing < Standing.BACKGROUND]
    for field in fields:
        denial = _denial(_names(field), everywhere, claims.names)
        rival = None if denial else _rival(field, fields, claims)
        if denial:
            yield contradiction(field, denial)
        elif rival and field.field:
            message = f"the infobox says {quote(field.text)} for {field.field.name}, the lead names {quote(rival.text)}"
            place = at_mention(rival.sentence, rival.start, rival.end)
            yield Problem(message, at_field(field.field), (place,), field.field.name, field.role)


def _denial(ours: list[str], everywhere: list[Claim], names: Names) -> Claim | None:
    """The first claim that others did it, where none names one of ours."""
    nowhere = all(map(names.unnamed, ours))  # then sections may tell, too
    told = [claim for claim in everywhere if claim.standing.in_lead or nowhere]
    if any(names.related(one, other) for one in ours for text in told for other in _names(text)):
        return None
    absent = not any(names.known(one) for one in ours)
    for text in told:
        claimed_only = {stop.gate for stop in text.stops} == {"G6"}
        if not text.speaks and not (absent and claimed_only):
            continue
        theirs = _names(text)
        if may_stand_for(ours, theirs, names) or (text.sentence and named_in(text.sentence, ours, names)):
            continue
        if all(names.different(one, other) for one in ours for other in theirs):
            return text
    return None


def _rival(field: Claim, fields: list[Claim], claims: Claims) -> Rival | None:
    """A group that opens the article, where the infobox names other groups alone, and the text none of them."""
    ours = _names(field)
    given = [name for each in fields for name in _names(each)]
    if not all(map(claims.names.is_group, ours)):
        return None
    return next(
        (r for r in rivals(claims, ours) if not any(claims.names.related(r.actor, n) for n in given)), None
    )


def _names(claim: Claim) -> list[str]:
    """The names of a claim with those in brackets; a bare nationality ("Serbian forces") names nobody."""
    named = [value for value in claim.readings if isinstance(value, Name)]
    words = [word for value in named for word in (value.name, value.note) if word]
    return [word for word in words if not demonym(word)]
