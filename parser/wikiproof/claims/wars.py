"""When wars were fought, by their names: `grammar/wars.toml`."""

from __future__ import annotations

import re
from functools import cache

from wikiproof import data
from wikiproof.values.folding import fold

Years = tuple[int, int]

_YEARS = re.compile(r"\b(?P<first>1\d\d\d|20\d\d)(?:(?: ?[–-] ?| )(?P<last>\d{4}|\d\d))?\b")
_NEAR = 1  # years by which accounts of a war's bounds differ


def years_of(war: str) -> Years | None:
    """The first and last year of a war that is known, or whose name tells them."""
    if known := _wars().get(folded(war)):
        return known
    match = _YEARS.search(war)
    if match is None:
        return None
    last = match["last"] or match["first"]
    return int(match["first"]), int(match["first"][: 4 - len(last)] + last)


def apart(ours: Years, theirs: Years) -> bool:
    """Whether two stretches of years lie apart for certain."""
    return ours[1] + _NEAR < theirs[0] or theirs[1] + _NEAR < ours[0]


def folded(war: str) -> str:
    """The name of a war to compare by: "the Mexican–American War" is "mexican american war"."""
    return fold(war).removeprefix("the ")


def is_war(name: str) -> bool:
    """Whether the last word is one that the names of wars end in."""
    return name.split()[-1:] != [] and fold(name.split()[-1]) in _kinds()


@cache
def _kinds() -> frozenset[str]:
    return frozenset(data.table("grammar", "wars.toml")["kinds"]["words"])


@cache
def _wars() -> dict[str, Years]:
    return {
        folded(name): (war["years"][0], war["years"][1])
        for war in data.table("grammar", "wars.toml")["war"]
        for name in war["names"]
    }
