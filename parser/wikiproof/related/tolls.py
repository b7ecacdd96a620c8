"""When a toll that one article gives denies that of the event's own article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.events.own import COUNTED
from wikiproof.related.base import agreement
from wikiproof.values import Agreement, Count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wikiproof.events import Event, Fact, Said
    from wikiproof.values import Value


def conflicts(event: Event, said: Said) -> Iterator[tuple[Fact, Fact]]:
    """The event's toll and one that is said of it which no number of the event's own article admits."""
    for role in COUNTED:
        ours = next(event.in_role(role), None)
        if ours is None:
            continue
        admitted = (*ours.values, *event.others(role))
        for theirs in said.in_role(role):
            if agreement(admitted, theirs.values) is not Agreement.DIFFER:
                continue
            if not theirs.partial or least(theirs.values) > most(admitted):
                yield ours, theirs


def least(values: Iterable[Value]) -> float:
    """The lowest number that some counts may mean."""
    return min((value.low for value in values if isinstance(value, Count)), default=0)


def most(values: Iterable[Value]) -> float:
    """The highest number that some counts may mean, infinite where one has no upper bound."""
    highest = [value.high for value in values if isinstance(value, Count)]
    return max((float("inf") if high is None else high for high in highest), default=float("inf"))
