"""The two ends of a range of dates, and what each leaves to the other to say."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wikiproof.values.calendar import CalendarDate


@dataclass(frozen=True, slots=True)
class Parts:
    """What one end of a range says by itself; `era` is -1 before Christ."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    era: int | None = None

    @property
    def bare_day(self) -> bool:
        """Whether it is a number up to 31 or so and no more: 8, of "8–10 May"."""
        return self.day is not None and self.month is None and self.year is None

    @property
    def bare_year(self) -> bool:
        """Whether it is a year and no more."""
        return self.day is None and self.month is None and self.year is not None

    def calendar_date(self) -> CalendarDate:
        """The date it names, its year counted as astronomers do."""
        year = 1 - self.year if self.year is not None and self.era == -1 else self.year
        return CalendarDate(year, self.month, self.day)


def complete(start: Parts, end: Parts) -> tuple[Parts, Parts]:
    """Both ends in full: a range says only once what they share."""
    if start.day is None and start.year is not None and end.day is not None and end.bare_day:
        return _elided(start, end.day)
    if start.bare_day and end.bare_year:  # 44–31 BC
        return Parts(year=start.day, era=end.era), end
    if start.month is None and start.day is not None:  # 8–10 May
        start = replace(start, month=end.month)
    if end.month is None and end.day is not None:  # May 8–10
        end = replace(end, month=start.month)
    if start.year is None and end.year is not None:  # June 28 – July 3, 1919
        over_new_year = (start.month or 0) >= 10 and 1 <= (end.month or 0) <= 3
        start = replace(start, year=end.year - over_new_year, era=end.era)
    if end.year is None:
        end = replace(end, year=start.year, era=start.era)
    if start.era is None and end.era == -1:  # 753–509 BC
        start = replace(start, era=-1)
    return start, end


def _elided(start: Parts, last_digits: int) -> tuple[Parts, Parts]:
    """1939–45 is two years, 2022-02 a month: what follows the year is its end only if it lies after it."""
    first = start.year or 0
    last = first // 100 * 100 + last_digits
    if last <= first and 1 <= last_digits <= 12 and start.month is None:
        month = replace(start, month=last_digits)
        return month, month
    start = replace(start, month=None)  # winter 1941–42
    return start, replace(start, year=last if last > first else last + 100)
