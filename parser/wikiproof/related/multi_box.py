"""The part of I06 that looks at several articles: an infobox against the article whose name it bears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.events import How
from wikiproof.events.own import COUNTED
from wikiproof.related import dates, tolls
from wikiproof.related.base import Problem, agreement
from wikiproof.role import Role
from wikiproof.rules import multi_box
from wikiproof.rules.base import quote
from wikiproof.values import Agreement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.events import Event, Said

CODE = multi_box.CODE
NAME = multi_box.NAME
SEVERITY = multi_box.SEVERITY
CONFIDENCE = multi_box.CONFIDENCE

_COMPARED = frozenset((*COUNTED, Role.DATE, Role.MAGNITUDE))


def check(event: Event, said: Said) -> Iterator[Problem]:
    """Compare the two boxes, if they are of one type; where all that they share differs, they are of two events."""
    if said.how is not How.BOX or said.type is None or said.type != event.type:
        return
    differing = [*dates.conflicts(event, said), *tolls.conflicts(event, said)]
    for theirs in said.in_role(Role.MAGNITUDE):
        differing += [
            (ours, theirs)
            for ours in event.in_role(Role.MAGNITUDE)
            if agreement((*ours.values, *event.others(Role.MAGNITUDE)), theirs.values) is Agreement.DIFFER
        ]
    shared = [fact for fact in said.facts if fact.role in _COMPARED and any(event.in_role(fact.role))]
    if 1 < len(differing) == len(shared):
        return
    for ours, theirs in differing:
        if theirs.field is not None and ours.field is not None:
            message = (
                f"the infobox says {quote(ours.spot.text)} for {ours.field},"
                f" one in the article {quote(said.page.title)} says {quote(theirs.spot.text)} for {theirs.field}"
            )
            yield Problem(message, ours, theirs)
