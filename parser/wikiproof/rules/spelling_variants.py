"""A name of the title or the infobox is spelt otherwise in the text.

## What it does
Looks in the text for words that are a word of the title, or of the infobox's name and places, but for accents, doubled
letters and other writings of one sound: "Ménaka" and "Menaka". It says how often each occurs.

## Why
One article should spell a name one way; two spellings are often two hands, and sometimes two places.

## Example
```
= Harbour attack =

Infobox civilian attack
- Date: 8 March 2022
- Location: Ménaka, Mali

The Harbour attack took place in Menaka on 8 March 2022. The men left Menaka at noon.
```

## When it is wrong
Names of persons and works are left alone, and so are quotations, brackets and sentences that give other spellings;
accents that only one word of the text has, or lacks, may be a link's or a slip of the keyboard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.spelling import names_in, variants
from wikiproof.finding import Confidence, Location, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_field, at_mention, quote
from wikiproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Field
    from wikiproof.claims import Claims

CODE = "E10"
NAME = "spelling-variants"
SEVERITY = Severity.INFO
CONFIDENCE = Confidence.MEDIUM

_ROLES = frozenset((Role.NAME, Role.PLACE, Role.COUNTRY))
_DATED = frozenset((Role.DATE, Role.START))


def check(claims: Claims) -> Iterator[Problem]:
    """Look for other spellings of the names that title and infobox give an event."""
    title, fields = claims.article.title or "", list(_fields(claims))
    texts: list[tuple[str, Field | None]] = [(title, None), *((field.text.string, field) for field in fields)]
    names = {word: field for text, field in texts for word in names_in(text)} if fields else {}
    for name, other in variants(claims.article, names):
        field = names[name]
        message = f"{quote(name)} is also spelt {quote(other.word)} in the text"
        where = at_mention(other.sentence, other.start, other.end)
        if field is None:
            yield Problem(message, Location("title", title, Span(0, 0)), (where,))
        else:
            yield Problem(message, at_field(field), (where,), field.name, field.role)


def _fields(claims: Claims) -> Iterator[Field]:
    for box in claims.article.infoboxes:
        if box.type and any(field.role in _DATED for field in box.fields):
            yield from (field for field in box.fields if field.role in _ROLES)
