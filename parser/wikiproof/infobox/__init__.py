"""Infobox types: which type a box is, what each parameter means, and what its values must be.

All knowledge stands in `schema/infobox/`, one JSON Schema a type, with annotations of our own.
"""

from __future__ import annotations

from wikiproof.infobox.check import Violation, violations
from wikiproof.infobox.guess import guess_type
from wikiproof.infobox.registry import InfoboxType, Parameter, infobox_type, infobox_types
from wikiproof.infobox.resolve import resolve

__all__ = [
    "InfoboxType",
    "Parameter",
    "Violation",
    "guess_type",
    "infobox_type",
    "infobox_types",
    "resolve",
    "violations",
]
