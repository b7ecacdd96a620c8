"""Repairs that are right whichever side of a contradiction is: few, and each proven by reading the result again.

    repaired = repair(article, settings)
    repaired.article.source.text

A new repair is a module of this package, named after its rule, and a line in REPAIRERS.
"""

from __future__ import annotations

from wikiproof.fix.base import Edit, Refused, Repair, Repairer
from wikiproof.fix.diff import diff
from wikiproof.fix.repair import REPAIRERS, Repaired, proposals, repair, sound

__all__ = [
    "REPAIRERS",
    "Edit",
    "Refused",
    "Repair",
    "Repaired",
    "Repairer",
    "diff",
    "proposals",
    "repair",
    "sound",
]
