"""Edits: which findings one introduced and repaired, and where the article before it is to be had."""

from __future__ import annotations

from wikiproof.edit.compare import Comparison, compare
from wikiproof.edit.identity import Identity, identity
from wikiproof.edit.touched import Touched

__all__ = ["Comparison", "Identity", "Touched", "compare", "identity"]
