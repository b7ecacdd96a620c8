"""What all kinds of value share."""

from __future__ import annotations

from enum import Enum


class Agreement(Enum):
    """Whether two values can both be right. Only DIFFER may become a finding."""

    AGREE = "agree"
    DIFFER = "differ"
    UNKNOWN = "unknown"
