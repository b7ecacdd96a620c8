"""Values that carry no type of their own: free text, embedded infoboxes, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class FreeText:
    """Free text; the field's text holds it."""

    def as_json(self) -> dict[str, Any]:
        """The value as JSON data, `kind` first; see `schema/value.schema.json`."""
        return {"kind": "text"}


@dataclass(frozen=True, slots=True)
class Embedded:
    """An infobox inside a field; `index` counts the field's children."""

    index: int

    def as_json(self) -> dict[str, Any]:
        """The value as JSON data, `kind` first; see `schema/value.schema.json`."""
        return {"kind": "infobox", "index": self.index}


@dataclass(frozen=True, slots=True)
class Unread:
    """A typed field whose value could not be read, and why.

    `invalid` says that no reading can be right (31 April, latitude 95), rather than that ours falls short.
    """

    reason: str
    invalid: bool = False

    def as_json(self) -> dict[str, Any]:
        """The value as JSON data, `kind` first; see `schema/value.schema.json`."""
        return {"kind": "unread", "reason": self.reason}
