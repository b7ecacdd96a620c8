"""The title names another year or month than the infobox.

## What it does
Compares a year, or a month and year, at the start or in brackets at the end of the title with the infobox's
date.

## Why
A title such as "March 2022 Harbour fire" is chosen by the date.

## Example
```
= 2021 Harbour fire =

Infobox event
- Date: 8 March 2022

The 2021 Harbour fire destroyed the old port.
```

## When it is wrong
A season ("2021–22"), or something planned for one year and held in the next.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikiproof.finding import Confidence, Location, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_field, quote
from wikiproof.source import Span
from wikiproof.values import Agreement, Date, compare
from wikiproof.values import date as dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims

CODE = "I01"
NAME = "title-year-place"
SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


_DATED_TITLE = re.compile(
    r"^(?P<start>(?:[A-Z][a-z]+ )?(?:1\d|20)\d\d)(?![-–/\d])(?= )|\((?P<end>(?:[A-Z][a-z]+ )?(?:1\d|20)\d\d)\)$"
    r"| of (?P<of>(?:1\d|20)\d\d)$"
)


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the title's date with the infobox's."""
    title = claims.article.title or ""
    match = _DATED_TITLE.search(title)
    if match is None:
        return
    words = match["start"] or match["end"] or match["of"]
    named = dates.read(words) or dates.read(words.split()[-1])
    if not isinstance(named, Date):
        return
    for field in claims.of_field(Role.DATE):
        if field.field is None or any(compare(named, value) is not Agreement.DIFFER for value in field.readings):
            continue
        message = f"the title says {quote(words)}, the infobox says {quote(field.text)} for {field.field.name}"
        yield Problem(message, at_field(field.field), (Location("title", title, Span(0, 0)),), field.field.name, Role.DATE)
