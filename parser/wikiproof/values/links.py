"""Where the links of a text stand, found once for all its values."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wikiproof.text import Kind

if TYPE_CHECKING:
    from wikiproof.text import Annotation, Text


@dataclass(frozen=True, slots=True)
class Links:
    """The links of a text, in order, and the ISO 3166 codes of the flags in it by where they stand."""

    links: tuple[Annotation, ...]
    ends: tuple[int, ...]
    countries: dict[int, str]

    def target(self, start: int, end: int) -> str | None:
        """The page that the first link between two offsets leads to."""
        at = bisect_right(self.ends, start)
        return self.links[at].value if at < len(self.links) and self.links[at].start < end else None

    def country(self, start: int) -> str | None:
        """The country of the flag before a name, or that shows it."""
        return self.countries.get(start) or self.countries.get(start - 1)

    def hold(self, offset: int) -> bool:
        """Whether the offset stands inside a label: not where it starts or ends."""
        at = bisect_right(self.ends, offset)
        return at < len(self.links) and self.links[at].start < offset


def links_of(text: Text) -> Links:
    """The links of a text."""
    links = tuple(text.of_kind(Kind.LINK))
    countries = {flag.start: flag.value for flag in text.of_kind(Kind.COUNTRY)}
    return Links(links, tuple(link.end for link in links), countries)
