"""Findings that are none where two names mean the same, as somebody says who knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.values import Name, Place
from wikiproof.values.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wikiproof.finding import Finding, Location


class Aliases:
    """Names that mean the same, for what the claims themselves do not ask: places, titles, labels."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        self._first = {fold(name): fold(group[0]) for group in groups for name in group}

    def settle(self, finding: Finding) -> bool:
        """Whether two places say the same, or one less of the same, with each name as the first of its group."""
        if not self._first or not finding.related:
            return False
        ours = _names(finding.primary)
        return any(self._agree(ours, _names(place)) for place in finding.related)

    def _agree(self, ours: frozenset[str], theirs: frozenset[str]) -> bool:
        known = (ours | theirs) & self._first.keys()
        one, other = self._settled(ours), self._settled(theirs)
        return bool(known) and bool(one and other) and (one <= other or other <= one)

    def _settled(self, names: frozenset[str]) -> frozenset[str]:
        return frozenset(self._first.get(name, name) for name in names)


def _names(place: Location) -> frozenset[str]:
    """What a place names, folded: the parts of a chain of places, a name, or its words as they are."""
    match place.value:
        case Place():
            return frozenset(map(fold, place.value.parts))
        case Name():
            return frozenset((fold(place.value.name),))
        case _:
            return frozenset((fold(place.text),))
