"""The weekday does not belong to the date.

## What it does
Works out the weekday of every full date that names one.

## Why
Nobody has to be asked: one of the two is wrong.

## Example
```
= Harbour fire =

Infobox event
- Date: 8 February 2022

The Harbour fire occurred on Monday, 8 February 2022.
```

## When it is wrong
Dates before the switch to the Gregorian calendar are left alone, but countries switched at different times.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_field, at_mention, quote
from wikiproof.values import Date
from wikiproof.values.calendar import WEEKDAYS, julian_weekday

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims

CODE = "D06"
NAME = "weekday"
SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_LAST_JULIAN_DAY = (1923, 2, 15)  # in Greece, the last country to leave the calendar
_BEHIND = re.compile(rf",? \(?(?:a |it was a |which was a )?({'|'.join(WEEKDAYS)})\b")
_NAMED = re.compile(r"(?<=\S )[A-Z]\w+ $")  # "Bloody Sunday, 9 January 1905" is a name


def check(claims: Claims) -> Iterator[Problem]:
    """Report each full date with a weekday that is not its own, in fields, then in sentences."""
    for field in claims.fields:
        value = field.value
        if isinstance(value, Date) and _wrong(value, value.weekday):
            yield Problem(_message(field.text.string, value), at_field(field), (), field.name, field.role)
    for sentence, mention, date in claims.mentioned(Date):
        string = sentence.text.string
        behind = _BEHIND.match(string, mention.end) if date.weekday is None else None
        weekday = WEEKDAYS.index(behind[1]) if behind else date.weekday
        if _wrong(date, weekday) and not _NAMED.search(string, 0, mention.start):
            place = at_mention(sentence, mention.start, behind.end() if behind else mention.end)
            yield Problem(_message(place.text, date), place, role=Role.DATE)


def _wrong(date: Date, weekday: int | None) -> bool:
    actual = date.actual_weekday
    if weekday is None or actual is None or weekday == actual:
        return False
    return date.first > _LAST_JULIAN_DAY or weekday != julian_weekday(date.start)


def _message(words: str, date: Date) -> str:
    return f"{quote(words)} was a {WEEKDAYS[date.actual_weekday or 0]}"
