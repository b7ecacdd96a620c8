"""What the rules on the numbers of each side share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.names import Names
from wikiproof.claims.sides import Sides
from wikiproof.rules.base import compare_readings, contradiction
from wikiproof.values import Agreement, Count

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from wikiproof.claims import Claims
    from wikiproof.role import Role
    from wikiproof.rules.base import Problem


def sided_conflicts(
    claims: Claims, in_fields: Collection[Role], in_text: Collection[Role]
) -> Iterator[Problem]:
    """Each side's numbers in the infobox against the text's numbers of that side; one that agrees settles it."""
    fields = [c for role in in_fields for c in claims.of_field(role) if c.field is not None and c.field.side]
    told = [c for role in in_text for c in claims.of_text(role) if c.speaks and c.actor]
    if not fields or not told:
        return
    sides = Sides.of(claims.article, Names.of(claims.article))
    by_side = [(sides.side(claim.actor or ""), claim) for claim in told]
    for field in fields:
        side = field.field.side if field.field else None
        mine = [claim for of_side, claim in by_side if of_side == side and isinstance(claim.value, Count)]
        verdicts = [(compare_readings(field, claim), claim) for claim in mine]
        if any(verdict is Agreement.AGREE for verdict, _ in verdicts):
            continue
        denial = next((claim for verdict, claim in verdicts if verdict is Agreement.DIFFER), None)
        if denial is not None:
            yield contradiction(field, denial)
