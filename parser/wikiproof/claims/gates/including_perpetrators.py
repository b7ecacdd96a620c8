"""G8: a total may count the attackers in or leave them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.counts import add, kind_of_people, subtract
from wikiproof.values import Count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wikiproof.claims.model import Claim
    from wikiproof.role import Role
    from wikiproof.values import Value

CODE = "G8"
NAME = "including perpetrators"


def attackers(body: Iterable[Claim], role: Role) -> frozenset[Count]:
    """The numbers of attackers that the text counts in a role."""
    return frozenset(
        claim.value
        for claim in body
        if claim.role is role
        and isinstance(claim.value, Count)
        and kind_of_people(claim.of or "") == "ATTACKER"
    )


def with_attackers(value: Value, counted: Iterable[Count]) -> Iterator[Count]:
    """Further readings of a total: with and without the attackers."""
    if isinstance(value, Count):
        for count in counted:
            yield add(value, count)
            yield subtract(value, count)
