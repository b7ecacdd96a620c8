"""The infobox has the event go on, the text has it over, or the other way round.

## What it does
Reports an infobox whose date runs to the present or whose status is ongoing where the lead dates the event's end
or the infobox names a winner; and a lead that calls ongoing what the infobox dates to an end.

## Why
The end of a war is written into one place first.

## Example
```
= Kelmar insurgency =

Infobox military conflict
- Date: 2015 – present

The Kelmar insurgency was an armed conflict in Oravia. The insurgency ended in 2020.
```

## When it is wrong
What ended may be a phase, a siege or the war of one of the parties; a result may be that of a phase.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from wikiproof.claims import Standing
from wikiproof.claims.endings import final_result, ongoing_field
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_claim, at_field, at_mention, quote
from wikiproof.values import Date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Field
    from wikiproof.claims import Claims
    from wikiproof.finding import Location

CODE = "D12"
NAME = "ongoing-status"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM

_STILL = re.compile(r"\bis (?:an?|the) (?:[a-z-]+ ){0,2}?on-?going ")


def check(claims: Claims) -> Iterator[Problem]:
    """Look for an end of what goes on, then for what goes on after its end."""
    going = ongoing_field(claims.article)
    over = _over(claims) if going else None
    if going and over:
        yield _problem(going, over)
    if going is None and claims.opening:
        first = claims.opening[0].sentence
        still = _STILL.search(first.text.string)
        ended = next((c.field for c in claims.of_field(Role.DATE) if _is_over(c.value)), None)
        if still and ended:
            yield _problem(ended, at_mention(first, still.start(), still.end()))


def _over(claims: Claims) -> Location | None:
    """What says that the event is over: the lead, then the infobox's own result."""
    dated = (c for c in claims.of_text(Role.DATE) if c.standing is Standing.OPENING and _is_over(c.value))
    ended = next(chain(claims.of_text(Role.END), dated), None)
    result = final_result(claims.article)
    return at_claim(ended) if ended else at_field(result) if result else None


def _is_over(value: object) -> bool:
    """Whether a date is a range with an end."""
    return isinstance(value, Date) and value.end not in (None, value.start) and not value.reversed


def _problem(field: Field, other: Location) -> Problem:
    message = f"the infobox says {quote(field.text.string)} for {field.name}, {other.label} says {quote(other.text)}"
    return Problem(message, at_field(field), (other,), field.name, field.role)
