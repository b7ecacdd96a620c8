"""The infobox, the title and the lead call the event by names that have nothing in common.

## What it does
Compares the page's title, the name in the infobox and the names that the lead has in bold. It reports the infobox's
name, or the lead's, where it shares no telling word with the others, or has another year, or another kind of event for
the same place ("Battle of X", "Siege of X"), and the text never uses it.

## Why
An infobox that was copied from another article keeps its name; after a move the old name stays.

## Example
```
= Siege of Gorna =

Infobox military conflict
- Conflict: Battle of Kelmar
- Date: 14 August 1915

The Siege of Gorna was fought in the mountains of Serbia.
```

## When it is wrong
The event may have several names and the text only this one; the lead may be about the wider event.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.titles import bare, may_be_one, telling_words
from wikiproof.finding import Confidence, Location, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_field, quote
from wikiproof.source import Span
from wikiproof.text import Kind
from wikiproof.values.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article, Field
    from wikiproof.claims import Claims

CODE = "I02"
NAME = "name-title-bold"
SEVERITY = Severity.INFO
CONFIDENCE = Confidence.MEDIUM

_DATED = frozenset((Role.DATE, Role.START))


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the names of an article on an event."""
    article = claims.article
    box = next(iter(article.infoboxes), None)
    if (
        box is None
        or not box.type
        or not article.title
        or not any(field.role in _DATED for field in box.fields)
    ):
        return
    title, bold = bare(article.title), list(_bold(article))
    field = next((f for f in box.fields if f.role is Role.NAME and f.text), None)
    shown = field.text.string if field else ""
    if field and _is_another(shown, [title, *(where.text for where in bold)], claims):
        yield _problem(at_field(field), article.title, field)
    elif bold and not any(may_be_one(where.text, name) for where in bold for name in (title, shown) if name):
        yield _problem(bold[0], article.title, None)


def _bold(article: Article) -> Iterator[Location]:
    """The names that the lead's first sentence has in bold."""
    for sentence in article.lead[0].sentences[:1] if article.lead else ():
        for mark in sentence.text.of_kind(Kind.BOLD):
            if telling_words(name := sentence.text.string[mark.start : mark.end]):
                yield Location("lead", name, mark.source)


def _is_another(name: str, others: list[str], claims: Claims) -> bool:
    """Whether a name is none of the others and stands nowhere in the text."""
    lines = [line for line in name.split("\n") if telling_words(line)]
    if not lines or any(may_be_one(line, other) for line in lines for other in others):
        return False
    return not any(f" {fold(line)} " in f" {claims.folded} " for line in lines)


def _problem(where: Location, title: str, field: Field | None) -> Problem:
    source = "infobox" if field else "lead"
    message = f"the title says {quote(title)}, the {source} calls it {quote(where.text)}"
    role = Role.NAME if field else None
    return Problem(
        message, where, (Location("title", title, Span(0, 0)),), field.name if field else None, role
    )
