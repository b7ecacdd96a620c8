"""Whether two accounts are of one event, before what differs in them counts for anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.events import Event, Fact, How, Said
from wikiproof.related import dates, outcomes, tolls

if TYPE_CHECKING:
    from collections.abc import Iterator


def conflicts(event: Event, said: Said) -> Iterator[tuple[Fact, Fact]]:
    """Dates and tolls in which an account differs from the event's own; none where both do.

    What is dated outside the event, and counts or has won others, is of something else (G2), but for a copy of the
    article.
    """
    dated, counted = list(dates.conflicts(event, said)), list(tolls.conflicts(event, said))
    other = dated and (counted or any(outcomes.conflicts(event, said)))
    if not other or said.how is How.COPY:
        yield from (*dated, *counted)
