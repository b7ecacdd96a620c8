"""What the rules on counts of people share."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

from wikiproof.claims import Scope, Standing
from wikiproof.claims.counts import add, kinds
from wikiproof.claims.gates.including_perpetrators import with_attackers
from wikiproof.finding import Severity
from wikiproof.role import Role
from wikiproof.rules.base import compare_readings, contradiction, disputed, spoken_of_all
from wikiproof.values import Agreement, Count, compare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.rules.base import Problem
    from wikiproof.values import Value

_DEATHS = (Role.DEATHS, Role.GROUND_DEATHS)
_VERBS = ("DISPLACED", "EVACUATED", "ABDUCTED")


def whole(claim: Claim, claims: Claims) -> Claim:
    """The claim with further readings: the attackers counted in or out (gate G8), and what other fields count."""
    return replace(
        claim, others=(*claim.others, *with_attackers(claim, claims.body), *_in_other_fields(claim, claims))
    )


def _in_other_fields(claim: Claim, claims: Claims) -> Iterator[Value]:
    """For a field: what the same infobox counts beside it, for all aircraft or on the ground, alone and added."""
    if claim.field is None or claim.role not in _DEATHS or not isinstance(claim.value, Count):
        return
    for other in claims.infobox:
        if other.role in _DEATHS and other.field is not claim.field and isinstance(other.value, Count):
            yield other.value if other.role is claim.role else add(claim.value, other.value)


def count_conflicts(claims: Claims, role: Role) -> Iterator[Problem]:
    """The infobox against the lead's totals; where the lead has none, against the event's sections."""
    lead = [c for c in claims.of_text(role) if c.speaks and c.standing.in_lead]
    sums = tuple(_sums(lead))

    def agree(field: Claim, text: Claim) -> Agreement:
        if _verb(field) != _verb(text):
            return Agreement.UNKNOWN
        box = whole(field, claims)
        if any(compare(value, added) is Agreement.AGREE for value in box.readings for added in sums):
            return Agreement.AGREE
        verdict = compare_readings(box, whole(text, claims))
        return (
            Agreement.UNKNOWN
            if verdict is Agreement.DIFFER and _may_be_part(field, text, claims)
            else verdict
        )

    in_lead = bool(spoken_of_all(claims, role, (Standing.OPENING, Standing.LEAD)))
    where = (Standing.OPENING, Standing.LEAD) if in_lead else (Standing.EVENT_SECTION,)
    for field, text in disputed(claims, role, where, agree):
        if field.field is not None and field.field.side is not None:
            continue  # the losses of one side are not those of the event
        exact = all(isinstance(c.value, Count) and c.value.exact for c in (field, text))
        yield contradiction(field, text, None if in_lead and exact else Severity.WARNING)


def tells_of_all(claim: Claim) -> bool:
    """Whether the sentence itself says that it counts all: "a total of", "the attack killed", "death toll".

    It does not where it begins with a place or a day that it may count for alone.
    """
    if claim.sentence is None:
        return False
    string = claim.sentence.text.string
    before = string[: max(string.find(claim.text), 0)]
    if _PLACED.match(string) and not _TOTAL.match(string.split(",")[0] + " "):
        return False
    return (
        "toll" in claim.text or _TOTAL.search(before) is not None or _BY_THE_EVENT.search(before) is not None
    )


_TOTAL = re.compile(r"\b(?:a total of|in total,?|in all,?|altogether,?) (?:\w+ )?$", re.IGNORECASE)
_PLACED = re.compile(r"^(?:In|At|On|By|Near) ")
_BY_THE_EVENT = re.compile(r"^(?:The|This) (?:[a-z]+ ){1,2}$")


def _may_be_part(field: Claim, text: Claim, claims: Claims) -> bool:
    """Whether a smaller number in the text may count some of those in the field, without saying so.

    One of several numbers in the sections may, unless it says that it is all; and so may one kind of people,
    but in the sentences that introduce the event.
    """
    if not isinstance(field.value, Count) or not isinstance(text.value, Count) or text.value.high is None:
        return False
    if field.value.low <= text.value.high:
        return False
    if not text.standing.in_lead:
        others = (c.value for c in claims.of_text(text.role) if c.standing is Standing.EVENT_SECTION)
        placed = text.sentence is not None and _PLACED.match(text.sentence.text.string)
        return not tells_of_all(text) and (bool(placed) or any(value != text.value for value in others))
    introduces = any(read.sentence is text.sentence for read in claims.opening[:1])
    return text.scope is Scope.GROUP and not introduces


def _sums(lead: list[Claim]) -> Iterator[Count]:
    """What the lead's numbers add up to: all of them, and each total with the additions."""
    kinds_of = {Scope.TOTAL, Scope.GROUP, Scope.ADDITION}
    counts = [(c.scope, c.value) for c in lead if c.scope in kinds_of and isinstance(c.value, Count)]
    additions = [value for scope, value in counts if scope is Scope.ADDITION]
    if len(counts) > 1:
        yield reduce(add, (value for _, value in counts))
    if additions:
        for scope, value in counts:
            if scope is not Scope.ADDITION:
                yield reduce(add, additions, value)


def _verb(claim: Claim) -> str | None:
    """Which of displaced, evacuated and kidnapped people the claim counts; None in other roles."""
    default = "DISPLACED" if claim.role is Role.DISPLACED else None
    return next((kind for kind in kinds(claim.of or "") if kind in _VERBS), default)
