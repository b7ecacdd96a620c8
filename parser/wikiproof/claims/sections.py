"""What a section is about, told by its title; the words stand in `grammar/claims/sections.toml`."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from wikiproof import data, expressions
from wikiproof.claims.model import Standing


class SectionRole(StrEnum):
    """What the sentences of a section tell of."""

    EVENT = "event"
    COURSE = "course"
    BACKGROUND = "background"
    AFTERMATH = "aftermath"
    REACTIONS = "reactions"
    INVESTIGATION = "investigation"
    SIMILAR = "similar"
    OTHER = "other"

    @property
    def standing(self) -> Standing:
        """How telling a claim in such a section is."""
        if self is SectionRole.EVENT:
            return Standing.EVENT_SECTION
        return Standing.OTHER_SECTION if self is SectionRole.OTHER else Standing.BACKGROUND


@cache
def section_role(title: str) -> SectionRole:
    """The role of a section by its title alone; "Attack and aftermath" tells of the event first."""
    folded = title.casefold()
    found = [role for role, words in _roles() if words.search(folded)]
    if found == [SectionRole.AFTERMATH, SectionRole.EVENT] and re.search(r" and |, |&", folded):
        return SectionRole.EVENT
    return found[0] if found else SectionRole.OTHER


@cache
def _roles() -> tuple[tuple[SectionRole, re.Pattern[str]], ...]:
    entries = data.table("grammar", "claims", "sections.toml")
    return tuple(
        (
            SectionRole(role),
            expressions.compile(rf"\b(?:{'|'.join(re.escape(word) for word in entry['words'])})\b"),
        )
        for role, entry in entries.items()
    )
