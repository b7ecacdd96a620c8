"""What the rules on the numbers of each side share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.counts import kinds
from wikiproof.claims.names import Names
from wikiproof.claims.sides import Sides
from wikiproof.role import Role
from wikiproof.rules.base import compare_readings, contradiction
from wikiproof.values import Agreement, Count

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.rules.base import Problem


_PHASES = 2
_MUCH = 3  # times
_MOST_READINGS = 3  # a field with more numbers tells of several kinds, sources or phases


def sided_conflicts(
    claims: Claims, in_fields: Collection[Role], in_text: Collection[Role]
) -> Iterator[Problem]:
    """Each side's numbers in the infobox against the text's numbers of that side; one that agrees settles it.

    An account with more than two numbers of a side tells of phases, and a section's much smaller number of one.
    """
    fields = [c for role in in_fields for c in claims.of_field(role) if c.field is not None and c.field.side]
    told = [c for role in in_text for c in claims.of_text(role) if c.speaks and c.actor]
    if not fields or not told:
        return
    sides = Sides.of(claims.article, Names.of(claims.article))
    by_side = [(sides.side(claim.actor or ""), claim) for claim in told]
    for field in fields:
        side = field.field.side if field.field else None
        mine = [claim for of_side, claim in by_side if of_side == side and isinstance(claim.value, Count)]
        verdicts = [(compare_readings(field, claim), claim) for claim in mine if _of_one_kind(field, claim)]
        if any(verdict is Agreement.AGREE for verdict, _ in verdicts) or len(field.readings) > _MOST_READINGS:
            continue
        if len({claim.value for _, claim in verdicts}) > _PHASES:
            continue
        verdicts = [(verdict, claim) for verdict, claim in verdicts if not _of_a_phase(field, claim)]
        denial = next((claim for verdict, claim in verdicts if verdict is Agreement.DIFFER), None)
        if denial is not None:
            yield contradiction(field, denial)


def _of_one_kind(field: Claim, text: Claim) -> bool:
    """Whether both count the dead, or both all who were lost; of armies anything goes."""
    dead = {"KILLED", "DEAD", "DIED", "DEATHS"}
    if field.role is Role.STRENGTH:
        return True
    return (field.role is Role.DEATHS) == bool(dead & set(kinds(text.text)))


def _of_a_phase(field: Claim, text: Claim) -> bool:
    whole, part = field.value, text.value
    if text.standing.in_lead or not isinstance(whole, Count) or not isinstance(part, Count):
        return False
    return part.high is not None and part.high * _MUCH <= whole.low
