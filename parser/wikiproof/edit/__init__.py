"""Edits: which findings one introduced and repaired, and where the article before it is to be had."""

from __future__ import annotations

from wikiproof.edit.compare import Comparison, compare
from wikiproof.edit.identity import Identity, article_name, folded, identity
from wikiproof.edit.touched import Touched

__all__ = ["Comparison", "Identity", "Touched", "article_name", "compare", "folded", "identity"]
