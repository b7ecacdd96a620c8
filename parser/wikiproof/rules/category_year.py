"""A category puts the event in another year or month than the infobox.

## What it does
Compares the dates of categories ("2022 in Mali", "February 2022 events", "Conflicts in 2022", "1954 births") with the
infobox's dates: those of the month with each other, and those of the year. It reports where none of them agrees; beside
one that does, only a year that the text never names.

## Why
Categories are copied from the article of another event, and stay when a date is put right.

## Example
```
{{Infobox event
| title = Harbour fire
| date = 8 March 2022
}}
The '''Harbour fire''' destroyed the old port.

[[Category:2021 fires in Europe]]
```

## When it is wrong
The category may be about what came of the event. Years of establishments, trials and works are left alone, and an event
that lasted may be in the category of each year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.filing import categories
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.labels import against, apart, dated_fields, reach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims
    from wikiproof.claims.filing import Label
    from wikiproof.rules.base import Problem

CODE = "I04"
NAME = "category-year"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the categories' dates with the infobox's."""
    if not claims.article.categories:
        return
    for role in (Role.DATE, Role.BIRTH_DATE, Role.DEATH_DATE):
        fields, days = dated_fields(claims, role), reach(claims, role)
        if not fields or days is None:
            continue
        labels = [label for label in categories(claims.article) if _precision(label, role)]
        for precision in ("month", "year"):
            alike = [label for label in labels if _precision(label, role) == precision]
            wrong = [label for label in alike if apart(label, role, days)]
            if wrong and len(wrong) < len(alike):
                text = claims.folded
                wrong = [label for label in wrong if not _is_told(label, text)]
            if wrong:
                yield against(fields[0], wrong)


def _precision(label: Label, role: Role) -> str | None:
    return next((date.start.precision for r, date in label.dates if r is role), None)


def _is_told(label: Label, text: str) -> bool:
    """Whether the text names the label's year, be it of something else."""
    return any(str(date.start.year) in text for _, date in label.dates)
