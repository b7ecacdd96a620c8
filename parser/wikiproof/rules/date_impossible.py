"""A date that no calendar has.

## What it does
Looks at every full date of infobox and text and reports those whose day or month does not exist.

## Why
A day that does not exist is a slip of the pen whatever the sources say.

## Example
```
= Harbour fire =

Infobox event
- Date: 8 March 2022

The Harbour fire occurred on 8 March 2022. The port opened again on 31 April 2022.
```

## When it is wrong
A quotation may keep an error on purpose; another calendar may have the day.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_field, at_mention, quote
from wikiproof.text import Kind
from wikiproof.values import Unread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims

CODE = "D03"
NAME = "date-impossible"
SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


_DATED = frozenset({Role.DATE, Role.START, Role.END, Role.BIRTH_DATE, Role.DEATH_DATE})
# An error that is kept on purpose, and calendars that had the day.
_MEANT = re.compile(r"\[?\bsic\b\]?|\bcalendar\b", re.IGNORECASE)
_MONTH_BY_NAME = re.compile(r"[A-Za-z]{3}")
_QUOTES = re.compile(r"[\"“”]")


def check(claims: Claims) -> Iterator[Problem]:
    """Report impossible dates in fields, then in sentences."""
    for field in claims.fields:
        if isinstance(field.value, Unread) and field.value.invalid and field.role in _DATED:
            if not _MONTH_BY_NAME.search(field.text.string):
                continue  # figures that make no date are a bad value (S03)
            message = f"{field.name} holds a date that does not exist: {field.value.reason}"
            yield Problem(message, at_field(field), field=field.name, role=Role.DATE)
    for sentence, mention, value in claims.mentioned(Unread):
        string = sentence.text.string
        quoted = len(_QUOTES.findall(string, 0, mention.start)) % 2
        if (
            quoted
            or _MEANT.search(string)
            or any(tag.value == "sic" for tag in sentence.text.of_kind(Kind.TAG))
        ):
            continue
        place = at_mention(sentence, mention.start, mention.end)
        yield Problem(f"{quote(place.text)} does not exist: {value.reason}", place, role=Role.DATE)
