"""What all kinds of value share."""

from __future__ import annotations

from enum import Enum
from typing import Any, Protocol


class Agreement(Enum):
    """Whether two values can both be right. Only DIFFER may become a finding."""

    AGREE = "agree"
    DIFFER = "differ"
    UNKNOWN = "unknown"


class HasJson(Protocol):
    """A value as it stands in an article document."""

    def as_json(self) -> dict[str, Any]:
        """The value as JSON data, `kind` first; see `schema/value.schema.json`."""
        ...
