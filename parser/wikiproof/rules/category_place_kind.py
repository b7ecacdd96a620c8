"""A category puts the event in another place, or among another kind of events, than the infobox.

## What it does
Compares the place of categories ("Massacres in Mali", "2022 in Mali") with the infobox's, and the kind of event they
count with the infobox's type. Beside a category that agrees on the place, another counts only where the text never
names it; a kind counts only where the text never speaks of it. A massacre among battles, or the other way round, is an
information.

## Why
Categories are copied from the article of another event.

## Example
```
{{Infobox civilian attack
| title = Harbour attack
| date = 8 March 2022
| location = Gao, Mali
}}
The '''Harbour attack''' was a massacre.

[[Category:Massacres in Niger]]
```

## When it is wrong
Events at a border or in several countries, where the text names only one; areas that states of old held.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.filing import categories
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, quote
from wikiproof.rules.labels import against, at_label, misplaced, names, unkind
from wikiproof.rules.places import places
from wikiproof.values import Agreement, compare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims
    from wikiproof.values import Place

CODE = "I05"
NAME = "category-place-kind"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the categories' places with the infobox's, then their kinds."""
    labels = list(categories(claims.article)) if claims.article.categories else []
    for field, label, in_lead in misplaced(claims, labels):
        place = label.place
        assert place is not None
        alone = not any(_agrees(claims, other.place) for other in labels if other.place)
        if not in_lead and (alone or not names(claims.folded, place)):
            yield against(field, (label,))
    for label, kind, same in unkind(claims, labels):
        message = f"the category says {quote(label.text)}, but the text never speaks of any {kind.name}"
        yield Problem(message, at_label(label), severity=Severity.INFO if same else None)


def _agrees(claims: Claims, place: Place) -> bool:
    fields = claims.of_field(Role.PLACE)
    return any(compare(place, site) is Agreement.AGREE for field in fields for site in places(field))
