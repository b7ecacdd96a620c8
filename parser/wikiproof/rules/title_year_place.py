"""The title names another time or place than the infobox.

## What it does
Compares a year, or a month and year, at the start or the end of the title with the infobox's date, and the
place that an event is named after ("Battle of X", "X bombing") with the infobox's location.

## Why
A title such as "March 2022 Harbour fire" is chosen by the date and the place.

## Example
```
= 2021 Harbour fire =

Infobox event
- Date: 8 March 2022

The 2021 Harbour fire destroyed the old port.
```

## When it is wrong
A season ("2021–22"), or something planned for one year and held in the next; an event named after a place that
it did not happen in. Places are compared only where both are known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.titles import is_named_after_place, title_date, title_place
from wikiproof.finding import Confidence, Location, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_field, quote
from wikiproof.rules.places import places
from wikiproof.source import Span
from wikiproof.values import Agreement, compare, gazetteer
from wikiproof.values.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims
    from wikiproof.values import Place

CODE = "I01"
NAME = "title-year-place"
SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the title's date with the infobox's, then its place."""
    title = claims.article.title or ""
    dated = title_date(title)
    if dated is not None:
        for field in claims.of_field(Role.DATE):
            if all(compare(dated[1], value) is Agreement.DIFFER for value in field.readings):
                yield _problem(field, title, dated[0])
    named = title_place(title)
    if named is not None and _is_told(named, claims):
        for field in claims.of_field(Role.PLACE):
            if _unheard_of(named, field, claims) and all(
                compare(named, site) is Agreement.DIFFER for site in places(field)
            ):
                yield _problem(field, title, named.parts[0])


def _is_told(named: Place, claims: Claims) -> bool:
    """Whether the lead has the event there, for a title may hold a person's name; battles are named after places."""
    if is_named_after_place(claims.article.title or ""):
        return True
    name = gazetteer.fold(named.parts[0])
    told = (part for claim in claims.of_text(Role.PLACE) for site in places(claim) for part in site.parts)
    return any(gazetteer.fold(part) == name for part in told)


def _unheard_of(named: Place, field: Claim, claims: Claims) -> bool:
    """Whether the text names none of the field's sites, nor any of them the title's place: "X Historic Site"."""
    sites = [gazetteer.fold(site.parts[0]) for site in places(field)]
    if any(f" {fold(named.parts[0])} " in f" {fold(site.parts[0])} " for site in places(field)):
        return False
    return bool(sites) and not any(f" {site} " in f" {claims.folded} " for site in sites)


def _problem(field: Claim, title: str, words: str) -> Problem:
    assert field.field is not None
    message = f"the title says {quote(words)}, the infobox says {quote(field.text)} for {field.field.name}"
    severity = Severity.WARNING if field.role is Role.PLACE else None
    related = (Location("title", title, Span(0, 0)),)
    return Problem(message, at_field(field.field), related, field.field.name, field.role, severity)
