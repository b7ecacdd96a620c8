"""How an article is filed: what its categories and its short description say of time, place and kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from wikiproof import data, expressions
from wikiproof.claims.event_kinds import Kind, kinds_in
from wikiproof.role import Role
from wikiproof.values import Date, Place, gazetteer, words
from wikiproof.values import date as dates
from wikiproof.values.place import place

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from wikiproof.article import Article
    from wikiproof.source import Span

_DATES = {"date": Role.DATE, "born": Role.BIRTH_DATE, "died": Role.DEATH_DATE}
_LONGEST = 200  # characters: what is longer is no category and no short description


@dataclass(frozen=True, slots=True)
class Label:
    """One category, or the short description, and what it says; `source` is what it is called."""

    source: str
    text: str
    span: Span
    dates: tuple[tuple[Role, Date], ...]
    place: Place | None
    kinds: tuple[Kind, ...]


def categories(article: Article) -> Iterator[Label]:
    """The categories that say something of time, place or kind."""
    for link in article.categories:
        found = _category(link.label)
        if found is not None:
            yield Label("category", link.label, link.span, *found)


def short_description(article: Article) -> Label | None:
    """The short description, where it says something of time, place or kind."""
    text = article.short_description
    found = read_description(text.string) if text else None
    return Label("short description", text.string, text.span, *found) if text and found else None


Said = tuple[tuple[tuple[Role, Date], ...], "Place | None", tuple[Kind, ...]]


def read_category(name: str) -> Said | None:
    """What the name of a category says; None where it is none of the forms."""
    if len(name) > _LONGEST:
        return None
    plain = words.plain(name)
    forms = ((form, form.pattern.fullmatch(plain)) for form in _forms("category"))
    form, match = next(((form, match) for form, match in forms if match), (None, None))
    if form is None or match is None:
        return None
    said = match.groupdict()
    where = _place(name[slice(*match.span("place"))]) if said.get("place") else None
    if form.known and where is None:
        return None
    kinds = tuple(kinds_in(said["kind"])) if said.get("kind") else ()
    told = tuple(_dates(match, name))
    return (told, where, kinds) if told or where or kinds else None


_category = lru_cache(maxsize=1 << 12)(read_category)  # related articles share their categories


def read_description(text: str) -> Said | None:
    """What a short description says; None where that is nothing."""
    if len(text) > _LONGEST:
        return None
    plain = words.plain(text)
    matches = [match for form in _forms("description") if (match := form.pattern.search(plain))]
    told = {role: date for match in reversed(matches) for role, date in _dates(match, text)}
    placed = next((match for match in matches if match.groupdict().get("place")), None)
    where = _place(text[slice(*placed.span("place"))]) if placed else None
    kinds = tuple(kinds_in(_small(text[: placed.start("place")] if placed else text)))
    return (tuple(told.items()), where, kinds) if told or where or kinds else None


def _dates(match: re.Match[str], text: str) -> Iterator[tuple[Role, Date]]:
    for group, role in _DATES.items():
        if match.groupdict().get(group) and not _names_another(match, group, text):
            date = dates.read(text[slice(*match.span(group))])
            if isinstance(date, Date):
                yield role, date


def _names_another(match: re.Match[str], group: str, text: str) -> bool:
    """Whether a year in front belongs to a name: that of a marathon in "2020 Kelmar Marathon bombing"."""
    following = text[match.end(group) :].split()
    is_name = match.start(group) == 0 and bool(following) and following[0][:1].isupper()
    return is_name and gazetteer.nation(following[0]) is None


def _place(name: str) -> Place | None:
    found = place(*(part.strip() for part in name.split(",") if part.strip()))
    return found if any(map(gazetteer.lookup, found.parts)) else None


def _small(text: str) -> str:
    """The words that begin small, and the first: capitals belong to names."""
    first, *others = text.split() or [""]
    return " ".join((first.lower(), *(word for word in others if not word[:1].isupper())))


@dataclass(frozen=True, slots=True)
class _Form:
    pattern: re.Pattern[str]
    known: bool  # the place must be known


@cache
def _forms(name: str) -> tuple[_Form, ...]:
    entries = data.table("grammar", "filing.toml")[name]
    return tuple(
        _Form(expressions.compile(words.expand("filing", entry["pattern"])), entry.get("known", False))
        for entry in entries
    )
