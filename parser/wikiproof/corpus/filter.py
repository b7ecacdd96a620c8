"""Which pages are worth reading, by the names of their infoboxes, before anything is parsed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from wikiproof.infobox.registry import infobox_type
from wikiproof.read.names import is_infobox, template_name

# A literal beginning, so that the search runs along at nearly the speed of memory.
_OPENING = re.compile(rb"\{\{\s*+([^{}|\[\]<>]{2,80}+)")


@dataclass(frozen=True, slots=True)
class Filter:
    """The wanted infobox types by their canonical names; None wants every page, with or without one."""

    types: frozenset[str] | None = None

    def wants(self, wikitext: bytes) -> bool:
        """Whether a page's wikitext, in UTF-8, has an infobox that is wanted."""
        if self.types is None:
            return True
        return any(_type(name) in self.types for name in _OPENING.findall(wikitext))


@lru_cache(1 << 16)
def _type(name: bytes) -> str | None:
    """The type of infobox that a template's name stands for; None for any other template."""
    text = name.decode("utf-8", "replace")
    known = infobox_type(template_name(text, 0)) if is_infobox(text, 0) else None
    return known.name if known else None
