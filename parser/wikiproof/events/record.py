"""From an article to its part of the table of events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.events.boxes import further_boxes
from wikiproof.events.model import Page, Record
from wikiproof.events.own import own_event
from wikiproof.events.parents import parents
from wikiproof.events.rows import items_on_events
from wikiproof.events.sentences import sentences_on_events

if TYPE_CHECKING:
    from wikiproof.claims import Claims


def record_of(claims: Claims) -> Record:
    """What an article says of its own event and of others; of an article without a title, nothing."""
    article = claims.article
    page = Page(article.title or "", article.source.path or "-")
    if not page.title:
        return Record(page, None, ())
    told = (*sentences_on_events(claims, page), *items_on_events(claims, page))
    event = own_event(claims, page, told)
    said = (
        *told,
        *parents(claims, page, event),
        *further_boxes(claims, page, event),
    )
    return Record(page, event, said)
