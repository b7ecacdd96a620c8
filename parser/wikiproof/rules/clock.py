"""The infobox and the text give different times of day.

## What it does
Compares the time in the infobox with the clock times that the lead and the sections about the event give for
what happened: those of the lead's first paragraph and those right behind a verb ("exploded at"), else any. Times
within half an hour of each other agree, and so do those in different named zones.

## Why
Morning and evening are easily exchanged between the twelve-hour and the twenty-four-hour clock.

## Example
```
= Harbour attack =

Infobox civilian attack
- Date: 8 March 2022
- Time: 10:30

The Harbour attack was an attack that began at 10:30 pm on 8 March 2022 in the old port.
```

## When it is wrong
The text may give the time of a call, of the police's arrival or of a later phase; an account with more than
two clock times is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims import Standing
from wikiproof.claims.gates import kind
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import compare_readings, contradiction
from wikiproof.values import Agreement, Time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.rules.base import Problem

CODE = "D07"
NAME = "clock"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM

_TIMELINE = 2  # an account with more clock times than this tells of phases
_ABOUT = 30  # minutes
_DAY = 24 * 60
_EVENT = "event"  # of the pattern that reads a verb of what happened with its time
_OF_EVENT = (Standing.LEAD, Standing.EVENT_SECTION)


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the infobox's time with those that the text gives for what happened, or else names first.

    Any time that is told of what happened may confirm it, also one that may not speak.
    """
    every = [
        claim for claim in claims.of_text(Role.TIME) if all(stop.gate != kind.CODE for stop in claim.stops)
    ]
    told = _telling([claim for claim in every if claim.speaks])
    if len({claim.value for claim in told}) > _TIMELINE:
        return
    for field in claims.of_field(Role.TIME):
        if all(_agree(field, text) is not Agreement.AGREE for text in every):
            denials = [text for text in told if _agree(field, text) is Agreement.DIFFER]
            yield from (contradiction(field, text) for text in denials[:1])


def _telling(told: list[Claim]) -> list[Claim]:
    """Of the clock times those of the lead's first paragraph and those right behind what happened ("exploded at").

    Failing these, all of the rest of the lead or of the event's sections.
    """
    surest = [
        c for c in told if c.standing is Standing.OPENING or (c.of == _EVENT and c.standing in _OF_EVENT)
    ]
    return surest or next(
        filter(None, ([c for c in told if c.standing is standing] for standing in _OF_EVENT)), []
    )


def _agree(field: Claim, text: Claim) -> Agreement:
    a, b = field.value, text.value
    if isinstance(a, Time) and isinstance(b, Time):
        apart = min(abs(a.start - b.start), abs(a.start - b.end), abs(a.end - b.start))
        if min(apart, _DAY - apart) <= _ABOUT:
            return Agreement.AGREE
    return compare_readings(field, text)
