"""What the rules on coordinates share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wikiproof.finding import Location
from wikiproof.role import Role
from wikiproof.rules.base import at_field
from wikiproof.values import Coordinates, coordinates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims


@dataclass(frozen=True, slots=True)
class Point:
    """Coordinates and where the article gives them: in a field, or at the head of the page."""

    value: Coordinates
    text: str
    place: Location
    field: str | None = None

    @property
    def said(self) -> str:
        """Who gives them, for a message."""
        return f"the infobox's {self.field}" if self.field else "the page's coordinates"


def in_infobox(claims: Claims) -> Iterator[Point]:
    """The points of the infobox; several in one field are of a wide event, and none of them is its place."""
    for claim in claims.of_field(Role.COORDINATES):
        if isinstance(claim.value, Coordinates) and not claim.others and claim.field is not None:
            yield Point(claim.value, claim.text, at_field(claim.field), claim.field.name)


def of_page(claims: Claims) -> Point | None:
    """The point shown at the head of the page, if it is given outside the infobox."""
    text = claims.article.coordinates
    value = coordinates.read(text.string) if text else None
    if text is None or not isinstance(value, Coordinates):
        return None
    span = text.locate(0, len(text.string))
    boxed = any(box.span.start <= span.start < box.span.end for box in claims.article.all_infoboxes())
    return None if boxed else Point(value, text.string, Location("coordinates", text.string, span))
