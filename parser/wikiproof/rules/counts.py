"""What the rules on counts of people share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wikiproof.claims import Standing
from wikiproof.claims.counts import add, kinds
from wikiproof.claims.gates.including_perpetrators import with_attackers
from wikiproof.finding import Severity
from wikiproof.role import Role
from wikiproof.rules.base import compare_readings, contradiction, disputed, spoken_of_all
from wikiproof.values import Agreement, Count

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

    def agree(field: Claim, text: Claim) -> Agreement:
        if _verb(field) != _verb(text):
            return Agreement.UNKNOWN
        return compare_readings(whole(field, claims), whole(text, claims))

    lead = (Standing.OPENING, Standing.LEAD)
    in_lead = bool(spoken_of_all(claims, role, lead))
    for field, text in disputed(claims, role, lead if in_lead else (Standing.EVENT_SECTION,), agree):
        if field.field is not None and field.field.side is not None:
            continue  # the losses of one side are not those of the event
        plain = (
            isinstance(field.value, Count)
            and field.value.exact
            and isinstance(text.value, Count)
            and text.value.exact
        )
        yield contradiction(field, text, None if in_lead and plain else Severity.WARNING)


def _verb(claim: Claim) -> str | None:
    """Which of displaced, evacuated and kidnapped people the claim counts; None in other roles."""
    default = "DISPLACED" if claim.role is Role.DISPLACED else None
    return next((kind for kind in kinds(claim.of or "") if kind in _VERBS), default)
