"""What the rules on counts of people share."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

from wikiproof.claims import Scope, Standing
from wikiproof.claims.counts import add, kinds
from wikiproof.claims.gates import including_perpetrators
from wikiproof.claims.gates.including_perpetrators import attackers, with_attackers
from wikiproof.finding import Severity
from wikiproof.role import Role
from wikiproof.rules.base import compare_readings, contradiction, spoken_of_all
from wikiproof.values import Agreement, Count, compare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.rules.base import Problem
    from wikiproof.values import Value

_MOST_ATTACKERS = 8  # different numbers of them; an account with more is none of one attack
_DEATHS = (Role.DEATHS, Role.GROUND_DEATHS)
_VERBS = ("DISPLACED", "EVACUATED", "ABDUCTED")


def whole(claim: Claim, claims: Claims) -> Claim:
    """The claim with further readings: the attackers counted in or out (gate G8), and what other fields count."""
    found = (
        frozenset[Count]()
        if including_perpetrators.CODE in claims.off
        else attackers(claims.body, claim.role)
    )
    counted = sorted(found, key=lambda count: count.low)[:_MOST_ATTACKERS]
    more = (*with_attackers(claim.value, counted), *_in_other_fields(claim, claims))
    return replace(claim, others=(*claim.others, *more))


def _in_other_fields(claim: Claim, claims: Claims) -> Iterator[Value]:
    """For a field: what the same infobox counts beside it, for all aircraft or on the ground, alone and added."""
    if claim.field is None or claim.role not in _DEATHS or not isinstance(claim.value, Count):
        return
    for other in claims.infobox:
        if other.role in _DEATHS and other.field is not claim.field and isinstance(other.value, Count):
            yield other.value if other.role is claim.role else add(claim.value, other.value)


def count_conflicts(claims: Claims, role: Role) -> Iterator[Problem]:
    """The infobox against the lead's totals; where the lead has none, against the event's sections."""
    lead = spoken_of_all(claims, role, (Standing.OPENING, Standing.LEAD))
    told = lead or spoken_of_all(claims, role, (Standing.EVENT_SECTION,))
    if not told:
        return
    in_sections = {c.value for c in claims.of_text(role) if c.standing is Standing.EVENT_SECTION}
    sums = tuple(_sums([c for c in claims.of_text(role) if c.speaks and c.standing.in_lead]))
    for field in claims.of_field(role):
        if field.field is None or field.field.side is not None:
            continue  # the losses of one side are not those of the event
        box = whole(field, claims)
        if any(compare(value, added) is Agreement.AGREE for value in box.readings for added in sums):
            continue
        alike = [text for text in told if _verb(text) == _verb(field)]
        verdicts = [(compare_readings(box, text), text) for text in alike]
        if any(verdict is Agreement.AGREE for verdict, _ in verdicts):
            continue
        denials = (text for verdict, text in verdicts if verdict is Agreement.DIFFER)
        denial = next((c for c in denials if not _may_be_part(field, c, claims, in_sections)), None)
        if denial is not None:
            exact = all(isinstance(c.value, Count) and c.value.exact for c in (field, denial))
            yield contradiction(field, denial, None if lead and exact else Severity.WARNING)


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


def _may_be_part(field: Claim, text: Claim, claims: Claims, in_sections: set[Value]) -> bool:
    """Whether a smaller number in the text may count some of those in the field, without saying so.

    One of several numbers in the sections may, unless it says that it is all; and so may one kind of people,
    but in the sentences that introduce the event.
    """
    if not isinstance(field.value, Count) or not isinstance(text.value, Count) or text.value.high is None:
        return False
    if field.value.low <= text.value.high:
        return False
    if not text.standing.in_lead:
        placed = text.sentence is not None and _PLACED.match(text.sentence.text.string) is not None
        return not tells_of_all(text) and (placed or len(in_sections) > 1)
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
