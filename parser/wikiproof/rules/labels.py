"""What the rules on categories and the short description share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.event_kinds import kinds_in, kinds_of_type
from wikiproof.finding import Location
from wikiproof.role import Role
from wikiproof.rules.base import Problem, any_agree, at_field, quote
from wikiproof.rules.places import event_fields, places
from wikiproof.values import Agreement, Date, compare, gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wikiproof.claims import Claim, Claims
    from wikiproof.claims.event_kinds import Kind
    from wikiproof.claims.filing import Label
    from wikiproof.finding import Severity
    from wikiproof.values import Place
    from wikiproof.values.calendar import Day

_DATED = {
    Role.DATE: (Role.DATE, Role.START, Role.END),
    Role.BIRTH_DATE: (Role.BIRTH_DATE,),
    Role.DEATH_DATE: (Role.DEATH_DATE,),
}


def dated_fields(claims: Claims, role: Role) -> list[Claim]:
    """The infobox's claims of when: of an event, also of its start and end."""
    return [
        claim for each in _DATED[role] for claim in claims.of_field(each) if isinstance(claim.value, Date)
    ]


def reach(claims: Claims, role: Role) -> tuple[Day, Day] | None:
    """From the first day to the last that infobox and lead give; None where they do not say for sure."""
    values = [value for claim in dated_fields(claims, role) for value in claim.readings]
    if role is Role.DATE:
        values += claims.event.dates
    dates = [value for value in values if isinstance(value, Date)]
    if not dates or any(date.approximate or date.start.year is None for date in dates):
        return None
    return min(date.first for date in dates), max(date.last for date in dates)


def apart(label: Label, role: Role, days: tuple[Day, Day]) -> bool:
    """Whether a label dates the event before or after all these days."""
    return any(date.last < days[0] or date.first > days[1] for r, date in label.dates if r is role)


def misplaced(claims: Claims, labels: Iterable[Label]) -> Iterator[tuple[Claim, Label, bool]]:
    """Labels whose place lies apart from all of infobox and lead; and whether the lead names it all the same."""
    sites = [
        (field, site)
        for role in (Role.PLACE, Role.COUNTRY)
        for field in event_fields(claims, role)
        for site in places(field)
    ]
    told = [site for claim in claims.of_text(Role.PLACE) for site in places(claim)]
    for label in labels if sites else ():
        if label.place is None:
            continue
        verdict = any_agree({compare(label.place, site) for _, site in sites})
        if verdict is Agreement.DIFFER and not any(compare(label.place, t) is Agreement.AGREE for t in told):
            yield sites[0][0], label, names(claims.folded_lead, label.place)


def names(folded: str, place: Place) -> bool:
    """Whether a folded text names a place, or its people: "Malian"."""
    if f" {gazetteer.fold(place.parts[0])} " in f" {folded} ":
        return True
    return place.country is not None and any(
        gazetteer.demonym(word) == place.country for word in set(folded.split())
    )


def unkind(claims: Claims, labels: Sequence[Label]) -> Iterator[tuple[Label, Kind, bool]]:
    """Labels of a kind that the event is not and the text never speaks of; and whether that is a matter of words."""
    if not any(label.kinds for label in labels):
        return
    own = _own_kinds(claims)
    for label in labels if own else ():
        for kind in label.kinds:
            if not any(kind.fits(mine) for mine in own) and not kind.named_in(claims.folded):
                yield label, kind, kind.violent and any(mine.violent for mine in own)


def _own_kinds(claims: Claims) -> list[Kind]:
    boxes = claims.article.infoboxes
    fields = [f for box in boxes for f in box.fields if f.role in (Role.NAME, Role.TYPE)]
    said = " / ".join((claims.article.title or "", *(field.text.string for field in fields))).lower()
    return [*kinds_in(said), *(kind for box in boxes for kind in kinds_of_type(box.type))]


def at_label(label: Label) -> Location:
    """A category or the short description as a place."""
    return Location(label.source, label.text, label.span)


def against(field: Claim, labels: Sequence[Label], severity: Severity | None = None) -> Problem:
    """The infobox and how the article is filed, which cannot both be right."""
    assert field.field is not None
    said, where = quote(labels[0].text), labels[0].source
    message = f"the infobox says {quote(field.text)} for {field.field.name}, the {where} says {said}"
    related = tuple(map(at_label, labels))
    return Problem(message, at_field(field.field), related, field.field.name, field.role, severity)
