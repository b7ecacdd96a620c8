"""What an edit did with the findings of an article."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wikiproof.edit.identity import identity
from wikiproof.finding import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikiproof.finding import Finding


@dataclass(frozen=True, slots=True)
class Comparison:
    """The findings after an edit, each with its state, and those that the edit repaired; both in their order."""

    after: tuple[Finding, ...]
    repaired: tuple[Finding, ...]


def compare(before: Sequence[Finding], after: Sequence[Finding]) -> Comparison:
    """Match the findings of an article before an edit and after it, by rule, field and normalised values.

    Of findings that are the same, as many are unchanged as there were.
    """
    known = Counter(map(identity, before))
    stated = []
    for finding in after:
        key = identity(finding)
        state = State.UNCHANGED if known[key] else State.NEW
        known[key] -= known[key] > 0
        stated.append(replace(finding, state=state))
    repaired = []
    for finding in reversed(before):
        key = identity(finding)
        if known[key]:
            known[key] -= 1
            repaired.append(replace(finding, state=State.REPAIRED))
    return Comparison(tuple(stated), tuple(reversed(repaired)))
