"""When the place that one article gives an event denies what the event's own article says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.related.base import agreement
from wikiproof.role import Role
from wikiproof.values import Agreement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.events import Event, Fact, Said

_ROLES = (Role.PLACE, Role.COUNTRY)


def conflicts(event: Event, said: Said) -> Iterator[tuple[Fact, Fact]]:
    """The event's place and one said of it that lies elsewhere for certain."""
    ours = [fact for role in _ROLES for fact in event.in_role(role)]
    for theirs in said.in_role(Role.PLACE):
        verdicts = [(agreement(fact.values, theirs.values), fact) for fact in ours]
        if verdicts and all(verdict is Agreement.DIFFER for verdict, _ in verdicts):
            yield verdicts[0][1], theirs
