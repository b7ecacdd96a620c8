"""Which known name a misspelt one was meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORT = 5


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word at the fewest edits from this one, at most two, or one where it is short."""
    limit = 1 if len(word) <= _SHORT else 2
    near = [(edits, each) for each in words if (edits := distance(word, each, limit)) <= limit]
    return min(near)[1] if near else None


def distance(a: str, b: str, limit: int) -> int:
    """How many letters to add, drop, replace or swap with the next; beyond `limit`, any number above it."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row = row, [i]
        for j, y in enumerate(b, 1):
            edits = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if before and j > 1 and x == b[j - 2] and a[i - 2] == y:
                edits = min(edits, before[j - 2] + 1)
            row.append(edits)
        if min(row) > limit:
            return limit + 1
        before = last
    return row[-1]
