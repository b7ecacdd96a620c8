"""Lists of values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.values import Value

_JOINED = re.compile(r"[,\s]+(?:and|&|by|×|x)$")
_PARTING = " \t\n,;/·•"


@dataclass(frozen=True, slots=True)
class Item:
    """One value of a list and where it stands in the field's text."""

    value: Value
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Listing:
    """Several values of one field, in order: list items, or parts such as "7 soldiers, 3 attackers"."""

    items: tuple[Item, ...]

    def as_json(self) -> dict[str, Any]:
        """The value as JSON data, `kind` first; see `schema/value.schema.json`."""
        return {"kind": "list", "items": [item.value.as_json() for item in self.items]}

    def stretches(self, string: str) -> Iterator[str]:
        """The text of each item: all that its line says of it, the words around the value included."""
        ends = [item.end for item in self.items]
        for number, item in enumerate(self.items):
            following = self.items[number + 1].start if number + 1 < len(self.items) else len(string)
            end = string.find("\n", item.end, following)
            before = max(ends[number - 1] if number else 0, string.rfind("\n", 0, item.start) + 1)
            starts_line = number == 0 or before > ends[number - 1]
            stretch = string[before if starts_line else item.start : end if end >= 0 else following]
            yield _balanced(stretch.strip(_PARTING)) if item.start < item.end else ""


def _balanced(string: str) -> str:
    """The text without a bracket at its end that closes after it or one that opens before it, and without "and"."""
    string = _JOINED.sub("", string)
    if string.count("(") > string.count(")"):
        string = string[: string.rfind("(")]
    elif string.count(")") > string.count("("):
        string = string[: string.rfind(")")] + string[string.rfind(")") + 1 :]
    return string.strip(_PARTING)
