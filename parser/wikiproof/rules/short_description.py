"""The short description tells another time, place or kind of event than the infobox.

## What it does
Compares the year, the place and the kind of event that the short description gives ("2012 massacre in Mali") with the
infobox's date, place and type. A place counts only where the lead does not name it, a kind only where the text
does not.

## Why
The short description is what readers see in searches and apps, and it is rarely looked at again.

## Example
```
{{Short description|2012 fire in Kenya}}
{{Infobox event
| title = Harbour fire
| date = 8 March 2022
| location = Mombasa, Kenya
}}
The '''Harbour fire''' destroyed the old port.
```

## When it is wrong
The year may belong to a name ("2020 Marathon bombing"). Decades, and descriptions that only say what is generic, are
left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.filing import short_description
from wikiproof.finding import Confidence, Severity
from wikiproof.rules.base import Problem, quote
from wikiproof.rules.labels import against, apart, at_label, dated_fields, misplaced, reach, unkind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims

CODE = "I03"
NAME = "short-desc"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the short description's dates, its place, then its kind of event."""
    label = short_description(claims.article)
    if label is None:
        return
    for role, _ in label.dates:
        fields, days = dated_fields(claims, role), reach(claims, role)
        if fields and days and apart(label, role, days):
            yield against(fields[0], (label,))
    for field, _, told in misplaced(claims, (label,)):
        if not told:
            yield against(field, (label,))
    for _, kind, same in unkind(claims, (label,)):
        message = (
            f"the short description says {quote(label.text)}, but the text never speaks of any {kind.name}"
        )
        yield Problem(message, at_label(label), severity=Severity.INFO if same else None)
