"""Citation templates: nothing in the text, a title and a date inside a reference."""

from __future__ import annotations

from itertools import count, takewhile
from typing import TYPE_CHECKING

from wikiproof.read.markup import LIST_MARK

if TYPE_CHECKING:
    from wikiproof.read.templates.call import Call

_PARTS = (
    ("title", "chapter", "1"),
    ("work", "newspaper", "journal", "magazine", "website", "publisher", "agency"),
    ("date", "year"),
)


def citation(call: Call) -> None:
    """{{cite news|title=...}}: its title may repeat an early toll, and is never a claim of the page."""
    if call.page.citing:
        call.write(", ".join(filter(None, (call.first(*names) for names in _PARTS))))


def written(template: str, renderer: str | None) -> str | None:
    """What a citation or a reference without markup in it shows, from all of it as written; None for another."""
    if renderer not in ("citation", "reference"):
        return None
    given = {}
    number = 0
    for part in template[len("{{") : -len("}}")].split("|")[1:]:
        name, equals, value = part.partition("=")
        if equals:
            given[name.strip().lower()] = value
        else:
            number += 1
            given[str(number)] = part
    if renderer == "reference":
        positional = takewhile(given.__contains__, map(str, count(1)))
        return " ".join(_cited(given[name]) for name in positional).strip()
    shown = (
        next(filter(None, (_cited(given[name]) for name in names if name in given)), "") for names in _PARTS
    )
    return ", ".join(filter(None, shown))


def _cited(value: str) -> str:
    """An argument without superfluous white space, and without the mark of a list that begins it."""
    value = value.lstrip()
    if item := LIST_MARK.match(value):
        value = value[item.end() :]
    return " ".join(value.split())
