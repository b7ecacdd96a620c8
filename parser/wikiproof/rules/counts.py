"""What the rules on counts of people share."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

from wikiproof.claims import Scope, Standing
from wikiproof.claims.counts import add, kinds
from wikiproof.claims.gates.including_perpetrators import attackers, with_attackers
from wikiproof.claims.notes import in_and_out
from wikiproof.finding import Severity
from wikiproof.role import Role
from wikiproof.rules.base import contradiction, spoken_of_all
from wikiproof.rules.bounds import agree, exactly, of_no_number
from wikiproof.rules.kinds import kind_conflict
from wikiproof.rules.partial import may_be_part
from wikiproof.values import Agreement, Count, compare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.rules.base import Problem
    from wikiproof.values import Value

_MOST_ATTACKERS = 8  # different numbers of them; an account with more is none of one attack
_MOST_ONES = 3  # people told of one by one who may come on top
_DEATHS = (Role.DEATHS, Role.GROUND_DEATHS)
_VERBS = ("DISPLACED", "EVACUATED", "ABDUCTED")
_LEAD = (Standing.OPENING, Standing.LEAD)
_SECTIONS = (Standing.EVENT_SECTION, Standing.OTHER_SECTION, Standing.BACKGROUND)
_EXCHANGED = {Role.DEATHS: Role.INJURIES, Role.INJURIES: Role.DEATHS}


def whole(claim: Claim, claims: Claims) -> Claim:
    """The claim with further readings: the attackers counted in or out (gate G8), and what other fields count."""
    counted = sorted(attackers(claims.body, claim.role), key=lambda count: count.low)[:_MOST_ATTACKERS]
    more = (*with_attackers(claim.value, counted), *_in_other_fields(claim, claims))
    return replace(claim, others=(*claim.others, *more))


def _in_other_fields(claim: Claim, claims: Claims) -> Iterator[Value]:
    """For a field: what the same infobox counts beside it, for all aircraft or on the ground, alone and added."""
    if claim.field is None or claim.role not in _DEATHS or not isinstance(claim.value, Count):
        return
    for (role, value), fields in claims.counted_by_fields.items():
        if role in _DEATHS and any(field is not claim.field for field in fields):
            if role is claim.role:
                yield value
            else:
                yield from (add(each, value) for each in claim.readings if isinstance(each, Count))


def count_conflicts(claims: Claims, role: Role) -> Iterator[Problem]:
    """The infobox against the text, kind by kind where it tells kinds of people apart, and against the totals.

    The totals are the lead's and those that a section calls so ("a total of 52"); where there is none, whatever
    the sections about the event say of all, and last what names no number ("dozens").
    """
    if not claims.of_field(role):
        return
    lead = spoken_of_all(claims, role, _LEAD) or _told_first(claims, role)
    totals = [claim for claim in spoken_of_all(claims, role, _SECTIONS) if claim.whole]
    told = [*lead, *totals] or spoken_of_all(claims, role, (Standing.EVENT_SECTION,))
    told = told or [claim for claim in claims.of_text(role) if of_no_number(claim)]
    told = list(map(in_and_out, told))
    sums = tuple(_sums(claims, role))
    exchanged = {
        c.value for c in claims.of_text(_EXCHANGED.get(role, role)) if c.speaks and c.scope is Scope.TOTAL
    }
    for field in claims.of_field(role):
        problem = kind_conflict(field, claims)
        if problem is None and field.field is not None and field.field.side is None:
            problem = _conflict(field, [c for c in told if _verb(c) == _verb(field)], claims, sums, exchanged)
        if problem is not None:
            yield problem


def _told_first(claims: Claims, role: Role) -> list[Claim]:
    """Where the lead's first injured are "another 209", whom that tells from the dead: they add to nobody."""
    first = next((c for c in claims.of_text(role) if c.standing.in_lead), None)
    if role is not Role.INJURIES or first is None or not first.speaks or first.scope is not Scope.ADDITION:
        return []
    return [first]


def _conflict(
    field: Claim, told: list[Claim], claims: Claims, sums: tuple[Count, ...], exchanged: set[Value]
) -> Problem | None:
    """The first total that denies a field of the whole event (no side's), if none confirms it."""
    box = whole(field, claims)
    if any(compare(value, added) is Agreement.AGREE for value in box.readings for added in sums):
        return None
    confirmed = [text for text in told if agree(box, text, exchanged) is Agreement.AGREE]
    if any(exactly(box, text) for text in confirmed):
        return None
    # A bound that leaves the field possible does not excuse what an exact total denies.
    denials = [text for text in told if agree(box, text, exchanged) is Agreement.DIFFER]
    if confirmed:
        denials = [text for text in denials if text.whole]
    noted = [part for part in claims.infobox if part.field is field.field and part.scope is Scope.PART]
    denials = [text for text in denials if not any(exactly(part, text) for part in noted)]
    denials = [text for text in denials if not may_be_part(field, text, claims)]
    denial = next(iter(denials), None)
    if denial is None or (denial.scope is Scope.GROUP and _said_of_a_group(box, claims)):
        return None
    exact = all(isinstance(c.value, Count) and c.value.exact for c in (field, denial))
    return contradiction(field, denial, None if exact and denial.standing.in_lead else Severity.WARNING)


def _said_of_a_group(box: Claim, claims: Claims) -> bool:
    """Whether the account of the event gives the field's number for some kind of people."""
    said = (c for c in claims.of_text(box.role) if c.speaks and c.standing is Standing.EVENT_SECTION)
    return any(c.scope is not Scope.PART and exactly(box, c) for c in said)


def _sums(claims: Claims, role: Role) -> Iterator[Count]:
    """What the numbers add up to: all of the lead's, and each of its totals with the additions.

    Those who died later are added whatever day they are told of, and those told of one by one may be: "Earlier that
    day he killed his mother."
    """
    kinds_of = {Scope.TOTAL, Scope.GROUP, Scope.ADDITION}
    lead = [c for c in claims.of_text(role) if c.speaks and c.standing.in_lead]
    counts = [(c.scope, c.value) for c in lead if c.scope in kinds_of and isinstance(c.value, Count)]
    additions = [value for scope, value in counts if scope is Scope.ADDITION]
    later = [c.value for c in claims.of_text(role) if c.of == "later" and isinstance(c.value, Count)]
    if len(counts) > 1:
        yield reduce(add, (value for _, value in counts))
    alone = (
        c for c in claims.of_text(role) if c.standing.in_lead and c.scope is Scope.PART and c.of is not None
    )
    ones = sum(c.value == Count(1, 1) for c in alone)
    for scope, value in counts:
        if scope is not Scope.ADDITION:
            if additions or later:
                yield reduce(add, additions or later, value)
            yield from (add(value, Count(more, more)) for more in range(1, min(ones, _MOST_ONES) + 1))


def _verb(claim: Claim) -> str | None:
    """Which of displaced, evacuated and kidnapped people the claim counts; None in other roles."""
    default = "DISPLACED" if claim.role is Role.DISPLACED else None
    return next((kind for kind in kinds(claim.of or "") if kind in _VERBS), default)
