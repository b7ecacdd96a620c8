"""What further infoboxes of a page say of the events whose names they bear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.events.links import events_in
from wikiproof.events.model import Event, How, Page, Said
from wikiproof.events.own import facts_of_box, main_box
from wikiproof.events.titles import key, may_be_event
from wikiproof.role import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Infobox
    from wikiproof.claims import Claims


def further_boxes(claims: Claims, page: Page, event: Event | None) -> Iterator[Said]:
    """One for each infobox but that of the page's own event, also one inside another, that bears another name."""
    about_one = event is not None and may_be_event(page.title)
    own = main_box(claims.article) if about_one else None
    for box in claims.article.all_infoboxes():
        title = _name(claims, box) if box.type else None
        if box is not own and title and page.key.partition(" (")[0] != title:
            facts = tuple(facts_of_box(claims, box))
            if facts:
                yield Said(page, title, How.BOX, facts, box.type)


def _name(claims: Claims, box: Infobox) -> str | None:
    """The title of the page that its name links to, or else the name."""
    for field in box.fields:
        if field.role is Role.NAME and field.text:
            linked = next(iter(events_in(claims.article, field.text)), None)
            return linked.title if linked else key(field.text.string.removeprefix("The "))
    return None
