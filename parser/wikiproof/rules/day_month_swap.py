"""Two dates are one slip apart.

## What it does
Says of a finding on dates how the two resemble each other: day and month are swapped, the years follow each
other, or one digit differs.

## Why
Who sees how a mistake came about is quicker to see which place holds it.

## Example
```
= Harbour fire =

Infobox event
- Date: 3 August 2022

The Harbour fire was an explosion that occurred on 8 March 2022 in the old port.
```

## When it is wrong
It only describes two dates that a rule already found to differ; the resemblance may be chance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.rules.digit_slip import one_digit
from wikiproof.values import Date

if TYPE_CHECKING:
    from wikiproof.values import Value
    from wikiproof.values.calendar import CalendarDate

CODE = "D14"
NAME = "day-month-swap"


def explain(a: Value, b: Value) -> str | None:
    """How two dates resemble each other; of two ranges, how their starts or their ends do."""
    if not isinstance(a, Date) or not isinstance(b, Date) or a.end is None or b.end is None:
        return None
    return _slip(a.start, b.start) or _slip(a.end, b.end)


def _slip(a: CalendarDate, b: CalendarDate) -> str | None:
    year, month, day = a.year == b.year, a.month == b.month, a.day == b.day
    if None in (a.year, a.month, b.year, b.month) or (year and month and day):
        return None
    if year and not month and a.day and (a.day, a.month) == (b.month, b.day):
        return "day and month are swapped"
    if month and day and abs((a.year or 0) - (b.year or 0)) == 1:
        return "the years follow each other"
    if month and day and one_digit(str(a.year), str(b.year)):
        return "the years are one digit apart"
    if year and month and a.day and b.day and one_digit(str(a.day), str(b.day)):
        return "the days are one digit apart"
    return None
