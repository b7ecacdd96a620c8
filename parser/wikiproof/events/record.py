"""From an article to its part of the table of events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.events.model import Page, Record
from wikiproof.events.own import own_event
from wikiproof.events.sentences import sentences_on_events
from wikiproof.events.titles import key

if TYPE_CHECKING:
    from wikiproof.claims import Claims


def record_of(claims: Claims) -> Record:
    """What an article says of its own event and of others; of an article without a title, nothing."""
    article = claims.article
    page = Page(key(article.title or ""), article.source.path or "-")
    if not page.title:
        return Record(page, None, ())
    return Record(page, own_event(claims, page), tuple(sentences_on_events(claims, page)))
