"""The infobox keeps a number that the text tells as an early one that was revised; what the rules on counts share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.rules.base import Problem, at_claim, at_field, compare_readings, quote
from wikiproof.values import Agreement, Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims
    from wikiproof.role import Role


def retracted(claims: Claims, role: Role) -> Iterator[Problem]:
    """Fields of the exact number that a sentence takes back ("initial reports of 71 were scaled back").

    The text must give another number beside, and none that denies the field by itself: that is a plain conflict.
    """
    told = list(claims.of_text(role))
    for field in claims.of_field(role):
        value = field.value
        if field.field is None or not (isinstance(value, Count) and value.exact):
            continue
        same = [
            c
            for c in told
            if isinstance(c.value, Count) and (c.value.low, c.value.high) == (value.low, value.high)
        ]
        early = next((c for c in same if c.retracted), None)
        others = [c for c in told if c.speaks and c not in same]
        if early is None or not others or any(compare_readings(field, c) is Agreement.DIFFER for c in others):
            continue
        message = (
            f"the infobox says {quote(field.text)} for {field.field.name}, which the text tells as an early number "
            f"that was revised ({quote(early.text)})"
        )
        places = (at_claim(early), *map(at_claim, others[:1]))
        yield Problem(message, at_field(field.field), places, field.field.name, role)
