"""Of which other events an article's own is a part, by its infobox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims import Scope
from wikiproof.claims.fields import box_claims
from wikiproof.events.links import events_in, named_events
from wikiproof.events.model import Event, Fact, How, Page, Said
from wikiproof.events.own import COUNTED, kept, main_box
from wikiproof.events.spots import fact_of
from wikiproof.role import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Infobox
    from wikiproof.claims import Claims

_TOLD = frozenset((*COUNTED, Role.DATE))


def parents(claims: Claims, page: Page, event: Event | None) -> Iterator[Said]:
    """What an event tells of each that it is a part of: that this was then, and killed so many at least."""
    box = main_box(claims.article)
    if event is None or box is None:
        return
    own = tuple(fact for fact in event.facts if fact.role in _TOLD)
    facts = (*own, *_of_sides(claims, box))
    if facts:
        yield from (Said(page, title, How.PART, facts, event.type) for title in _titles(claims, box, page))


def _titles(claims: Claims, box: Infobox, page: Page) -> list[str]:
    """The titles of the larger events, each once: what is linked or, where nothing is, named."""
    titles: dict[str, None] = {}
    for field in box.fields:
        if field.role is Role.PART_OF:
            linked = [each.title for each in events_in(claims.article, field.text)]
            named = [each.title for each in named_events(field.text.string)]
            titles |= dict.fromkeys(linked or named)
    return [title for title in titles if title != page.key]


def _of_sides(claims: Claims, box: Infobox) -> Iterator[Fact]:
    """The dead of one side: a part of all."""
    for claim in box_claims(box):
        side = claim.field is not None and claim.field.side is not None
        if side and claim.role is Role.DEATHS and claim.scope is Scope.TOTAL:
            yield fact_of(claims.article, claim, kept(claim.readings), partial=True)
