"""G2: a date in the clause, or carried on from the paragraph, is the event's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.model import Scope
from wikiproof.claims.tokens import letters_of
from wikiproof.claims.told import TELLS
from wikiproof.role import Role
from wikiproof.values import Count, Date

if TYPE_CHECKING:
    from wikiproof.claims.candidate import Candidate
    from wikiproof.claims.event import Event
    from wikiproof.claims.told import DateTold

CODE = "G2"
NAME = "date anchor"
_REACH = 6  # tokens, but for those of a place, between "took place" and its date


def check(candidate: Candidate, event: Event) -> str | None:
    """Stop a claim whose nearest date lies outside the event."""
    if candidate.tokens.has(letters_of("SOLE_DEATH"), candidate.start, candidate.end):
        return None  # whenever they died
    dated = [
        (abs(index - candidate.low), mention)
        for index, mention in candidate.tokens.mentions.items()
        if isinstance(mention.value, Date) and not _is_of_a_comparison(candidate, index)
    ]
    if dated:
        if any(isinstance(m.value, Date) and event.may_be(m.value) for _, m in dated):
            nearest = min(dated, key=lambda pair: pair[0])[1]
            if not isinstance(nearest.value, Date) or event.may_be(nearest.value) or len(dated) > 1:
                return None
        where = min(dated, key=lambda pair: pair[0])[1]
        return f"is dated {candidate.tokens.string[where.start : where.end]}, outside the event"
    if candidate.role is Role.DAMAGE and candidate.setting.standing.in_lead:
        return None  # the lead sums up what was lost, wherever its sentences have gone
    anchor = candidate.anchors.date() if event.dates else None
    if anchor is not None and not event.may_be(anchor):
        return "follows a sentence dated outside the event"
    return None


def check_date(told: DateTold) -> str | None:
    """Stop a date that the sentence does not give as the time of what it tells.

    In the opening sentence a full date after a preposition is the event's; later only "On 5 May …" at the start
    and a date after "occurred", "took place" and the like are.
    """
    tokens, index, date = told.tokens, told.index, told.value.start
    happened = tokens.last(letters_of("HAPPENED", "LASTED"), index)
    if told.first:
        tied = (told.is_led or happened >= 0) and (bool(date.day) or tokens.has(letters_of(*TELLS)))
    elif told.is_led and told.opens:
        tied = tokens.has(letters_of(*TELLS)) or bool(told.silent and date.day and date.year)
    else:
        of_place = letters_of("NAME", "COMMA", "IN", "OF", "THE")
        passed = [letter for letter in tokens.letters[happened + 1 : index] if letter not in of_place]
        tied = happened >= 0 and len(passed) <= _REACH
    return None if tied else "is not said to be when it happened"


def _is_of_a_comparison(candidate: Candidate, index: int) -> bool:
    """Whether a date belongs to what the event is compared with: "the deadliest since the 1980 earthquake"."""
    tokens = candidate.tokens
    than = tokens.last(letters_of("THAN"), index)
    return (
        than >= 0
        and not candidate.start <= than < candidate.end
        and letters_of("COMMA") not in tokens.letters[than:index]
    )


def scope(candidate: Candidate, event: Event) -> Scope:
    """Part, if the sentence counts on one day of an event of several: "On 7 March they lost 90 men"."""
    if not isinstance(candidate.value, Count):
        return Scope.TOTAL
    days = [
        m.value for m in candidate.tokens.mentions.values() if isinstance(m.value, Date) and m.value.start.day
    ]
    longer = any(own.start.day and own.start != own.end for own in event.dates)
    return Scope.PART if longer and any(day.start == day.end for day in days) else Scope.TOTAL
