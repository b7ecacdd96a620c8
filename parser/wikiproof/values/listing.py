"""Lists of values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wikiproof.values import Value


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
