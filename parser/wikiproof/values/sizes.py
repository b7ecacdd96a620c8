"""Measures as whole fields give them: one, or several that share a unit: the sides of a thing, "3 by 4 m"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from wikiproof.values import quantity
from wikiproof.values.listing import Item, Listing
from wikiproof.values.words import plain

if TYPE_CHECKING:
    from wikiproof.values.quantity import Quantity

_NUMBER = r"\d[\d,]*(?:\.\d+)?(?: ?[a-z]+\.?)?"
_SIDES = re.compile(rf"({_NUMBER}(?: ?(?:x|by|and) ?{_NUMBER}){{1,3}})(?: *\([^()]*\))?")
_SIDE = re.compile(rf"(?:^|(?: ?x ?| by | and ))({_NUMBER}?)(?= ?x ?\d| by | and |$)")
_UNIT = re.compile(r"(?<=\d) ?[a-z]+\.?$")


@lru_cache(512)
def read(string: str) -> Quantity | Listing | None:
    """One measure, or the measures of the sides; the unit of the last is that of all that have none."""
    found = quantity.read(string)
    sides = None if found else _SIDES.fullmatch(plain(string).strip())
    unit = _UNIT.search(sides[1]) if sides else None
    if sides is None or unit is None:
        return found
    items = []
    offset = len(string) - len(string.lstrip())
    for side in _SIDE.finditer(sides[1]):
        written = side[1] if _UNIT.search(side[1]) else side[1] + unit[0]
        value = quantity.read(written)
        if value is None:
            return None
        items.append(Item(value, offset + side.start(1), offset + side.end(1)))
    return Listing(tuple(items)) if len(items) > 1 else None
