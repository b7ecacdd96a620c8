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
    """The links of a text, in order."""

    links: tuple[Annotation, ...]
    ends: tuple[int, ...]

    def target(self, start: int, end: int) -> str | None:
        """The page that the first link between two offsets leads to."""
        at = bisect_right(self.ends, start)
        return self.links[at].value if at < len(self.links) and self.links[at].start < end else None

    def hold(self, offset: int) -> bool:
        """Whether the offset stands inside a label: not where it starts or ends."""
        at = bisect_right(self.ends, offset)
        return at < len(self.links) and self.links[at].start < offset


def links_of(text: Text) -> Links:
    """The links of a text."""
    links = tuple(text.of_kind(Kind.LINK))
    return Links(links, tuple(link.end for link in links))
