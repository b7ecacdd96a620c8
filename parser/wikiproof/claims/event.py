"""What is known of the article's own event before its sentences are judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wikiproof.role import Role
from wikiproof.values import Agreement, Date, Listing, Place, Value, compare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikiproof.article import Article


@dataclass(frozen=True, slots=True)
class Event:
    """The event the article is about: its dates as infobox and lead give them, its places."""

    title: str
    dates: tuple[Date, ...]
    places: tuple[Place, ...]

    def may_be(self, date: Date) -> bool:
        """Whether something dated so can belong to the event; without a known date anything can."""
        return not self.dates or any(compare(own, date) is not Agreement.DIFFER for own in self.dates)

    def spans(self, date: Date) -> bool:
        """Whether it lies between the event's first day and its last, or may be of one of them."""
        known = [own for own in self.dates if own.start.year is not None]
        if self.may_be(date) or not known:
            return True
        first, last = min(own.first for own in known), max(own.last for own in known)
        year = first[0] if date.start.year is None else 0  # "on 9 May" is of the event's own year
        start, end = date.first, date.last
        return (start[0] + year, *start[1:]) <= last and first <= (end[0] + year, *end[1:])


def event_of(article: Article, lead_dates: tuple[Date, ...]) -> Event:
    """The event of an article whose lead dates it so."""
    dates: list[Date] = []
    places: list[Place] = []
    for box in article.infoboxes:
        for field in box.fields:
            if field.value is None:
                continue
            if field.role in (Role.DATE, Role.START, Role.END):
                dates.extend(value for value in flat(field.value) if isinstance(value, Date))
            elif field.role in (Role.PLACE, Role.COUNTRY, Role.AFFECTED):
                places.extend(value for value in flat(field.value) if isinstance(value, Place))
    # What the lead dates to the month leaves the day of the infobox as it is.
    finer = [
        d for d in lead_dates if d.start.day or all(compare(d, own) is Agreement.DIFFER for own in dates)
    ]
    return Event(article.title or "", (*dates, *finer), tuple(places))


def flat(value: Value) -> Sequence[Value]:
    """The value itself, or the values of a list."""
    if isinstance(value, Listing):
        return [each for item in value.items for each in flat(item.value)]
    return (value,)
