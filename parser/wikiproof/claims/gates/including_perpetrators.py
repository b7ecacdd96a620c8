"""G8: a total may count the attackers in or leave them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.counts import add, kind_of_people, subtract
from wikiproof.values import Count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wikiproof.claims.model import Claim


def with_attackers(claim: Claim, body: Iterable[Claim]) -> Iterator[Count]:
    """Further readings of a total: with and without the attackers that the text counts in the same role."""
    if not isinstance(claim.value, Count):
        return
    for other in body:
        if (
            other.role is claim.role
            and isinstance(other.value, Count)
            and kind_of_people(other.of or "") == "ATTACKER"
        ):
            yield add(claim.value, other.value)
            yield subtract(claim.value, other.value)
