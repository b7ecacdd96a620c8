"""Dates as whole fields give them: with the time of day and the old-style day that running text passes over."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from wikiproof.values import date, time
from wikiproof.values.calendar import impossible
from wikiproof.values.date import Date
from wikiproof.values.time import Time
from wikiproof.values.words import plain

if TYPE_CHECKING:
    from wikiproof.values.calendar import CalendarDate
    from wikiproof.values.other import Unread

_HAS_CLOCK = re.compile(r"\d[:.]\d\d|\d ?[ap]\.?m\b")
# [O.S. 13 October] · (25 October O.S.) · 25 October 1917 (O.S.)
_OLD = r"(?:o\.? ?s\.?|old style|julian)"
_OLD_STYLE = re.compile(rf"[(\[] *(?:{_OLD}[:,]?(?![a-z])([^()\[\]]*)|([^()\[\]]*?),? *{_OLD}) *[)\]]")
# b. 1940 · fl. 1200 – 1210 · r. 1485–1509
_LABEL = re.compile(r"^\s*(?:b|d|m|r|fl)\. ", re.IGNORECASE)
_AS_OF = re.compile(r"\W*as of\b")


@lru_cache(1024)
def read(string: str) -> Date | Unread | None:
    """One date or range of dates, as `date.read`, with all that a field says of it."""
    found = date.read(string) or date.read(_LABEL.sub("", string, count=1))
    if not isinstance(found, Date):
        return found
    written = plain(string)
    if found.end is None and _AS_OF.match(written):
        found = replace(found, end=found.start)
    if found.end == found.start and found.start.month is None and written.rstrip().endswith("-"):  # 2013–
        found = replace(found, end=None)
    if _HAS_CLOCK.search(written) and isinstance(clock := time.read(string), Time):
        found = replace(found, clock=clock)
    if old := _OLD_STYLE.search(written):
        found = replace(found, old_style=_old_style((old[1] or old[2] or "").strip(), found.start))
    return found


def _old_style(written: str, start: CalendarDate) -> CalendarDate | None:
    """The old-style day, of the start's year where it names none; None where it is no day."""
    if not written:
        return start
    old = date.read(written)
    if not isinstance(old, Date):
        return None
    if old.start.year is not None or start.year is None:
        return old.start
    # The old style is ten days and more behind: in January it may still be December.
    before = (old.start.month or 0) > (start.month or 0)
    day = replace(old.start, year=start.year - before)
    return None if impossible(day) else day
