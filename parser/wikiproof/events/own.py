"""What an article says first of its own event: infobox before lead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wikiproof.claims import Scope, Standing
from wikiproof.claims.fields import box_claims
from wikiproof.events.links import event_links
from wikiproof.events.model import Event, Fact, Page, Said
from wikiproof.events.results import result_of_box
from wikiproof.events.spots import fact_of
from wikiproof.events.titles import key, may_be_event, recurs
from wikiproof.events.values import KINDS
from wikiproof.infobox.registry import infobox_type
from wikiproof.role import Role
from wikiproof.rules.base import spoken_of_all
from wikiproof.rules.counts import whole
from wikiproof.values import Count, Date
from wikiproof.values.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wikiproof.article import Article, Infobox
    from wikiproof.claims import Claim, Claims
    from wikiproof.values import Value

COUNTED = (Role.DEATHS, Role.INJURIES, Role.MISSING)
_COMPARED = frozenset((*COUNTED, Role.DATE, Role.START, Role.END, Role.PLACE, Role.COUNTRY, Role.MAGNITUDE))


def own_event(claims: Claims, page: Page, said: Iterable[Said]) -> Event | None:
    """The event that the article is about; None where it is about none, or says nothing that could be compared.

    What the article says of other events is none of what it says of its own.
    """
    box = main_box(claims.article)
    if not _is_event(box, page.title) or _is_of_several(claims.article, page.title):
        return None
    facts = tuple(_facts(claims, box))
    if not facts:
        return None
    return Event(page, box.type if box else None, facts, tuple(dict.fromkeys(_besides(claims, said))))


def _is_event(box: Infobox | None, title: str) -> bool:
    """Whether the infobox is of a type for events; without one, whether the title names one."""
    if recurs(title):
        return False
    if box is None:
        return may_be_event(title)
    known = infobox_type(f"Infobox {box.type}") if box.type else None
    return known is not None and known.is_event


def _is_of_several(article: Article, title: str) -> bool:
    """Whether the page has boxes of one type for several events, none of which is called as the page is."""
    first = main_box(article)
    names = {name_of(box) for box in article.infoboxes if first and box.type == first.type} - {""}
    return len(names) > 1 and fold(title) not in names


def name_of(box: Infobox) -> str:
    """The name that a box bears, folded; empty where it bears none."""
    named = (fold(f.text.string).removeprefix("the ") for f in box.fields if f.role is Role.NAME)
    return next(filter(None, named), "")


def main_box(article: Article) -> Infobox | None:
    """The infobox of the article's own event: the first on the page."""
    return next(iter(article.infoboxes), None)


def facts_of_box(claims: Claims, box: Infobox) -> Iterator[Fact]:
    """What one infobox says of its event, in the roles that are compared."""
    own = replace(claims, infobox=tuple(box_claims(box)))
    for claim in own.infobox:
        field = claim.field
        if field is None or claim.scope is not Scope.TOTAL:
            continue
        if claim.role in _COMPARED and (field.side is None or claim.role not in COUNTED):
            values = kept(whole(claim, own).readings)
            if values and not field.text.partly_unread:
                yield fact_of(claims.article, claim, values)
    yield from result_of_box(claims, box)


def _facts(claims: Claims, box: Infobox | None) -> Iterator[Fact]:
    found = list(_with_range(facts_of_box(claims, box))) if box else []
    yield from found
    roles = {fact.role for fact in found}
    dated = claims.occasion.lead_date
    if Role.DATE not in roles and dated is not None and dated.speaks:
        yield fact_of(claims.article, dated, kept(dated.readings))
    for role in COUNTED:
        told = spoken_of_all(claims, role, (Standing.OPENING,)) if role not in roles else ()
        for claim in [c for c in told if c.scope is Scope.TOTAL and not _names_others(claims, c)][:1]:
            yield fact_of(claims.article, claim, kept(claim.readings))


def _names_others(claims: Claims, claim: Claim) -> bool:
    """Whether a sentence links other events, whose toll it may tell."""
    own = key(claims.article.title or "")
    return claim.sentence is None or bool(event_links(claims.article, claim.sentence, own))


def _with_range(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts, with one date for a start and an end that two fields give."""
    ends: dict[Role, Fact] = {}
    for fact in facts:
        if fact.role in (Role.START, Role.END):
            ends.setdefault(fact.role, fact)
        else:
            yield fact
    start, end = ends.get(Role.START), ends.get(Role.END)
    if start and end and isinstance(start.value, Date) and isinstance(end.value, Date):
        yield replace(start, role=Role.DATE, values=(Date(start.value.start, end.value.end),))


def _besides(claims: Claims, said: Iterable[Said]) -> Iterator[tuple[Role, Value]]:
    """Whatever else the text counts or dates: it may be another source's, and one of them is what others quote."""
    of_others = {fact.spot.start.offset for each in said for fact in each.facts}
    for claim in claims.body:
        if claim.span.start in of_others:
            continue
        if claim.role in COUNTED or claim.role in (Role.DATE, Role.MAGNITUDE):
            yield from ((claim.role, value) for value in kept(claim.readings))
    for claim in claims.infobox:
        if claim.role in COUNTED:
            yield from ((claim.role, value) for value in claim.readings if isinstance(value, Count))


def kept(values: Iterable[Value]) -> tuple[Value, ...]:
    """The values of kinds that the table can hold, each once; a date as its days, those of the old calendar too."""
    return tuple(dict.fromkeys(each for value in values for each in _held(value)))


def _held(value: Value) -> Iterator[Value]:
    if isinstance(value, Date):
        yield Date(value.start, value.end, value.approximate)
        if value.old_style is not None:
            yield Date(value.old_style, value.old_style)
    elif isinstance(value, KINDS):
        yield value
