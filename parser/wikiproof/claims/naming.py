"""How an article says who is who: abbreviations in brackets, links, names in full, names in the infobox."""

from __future__ import annotations

import re
from itertools import dropwhile
from typing import TYPE_CHECKING

from wikiproof.claims.capitals import LONG_NAME
from wikiproof.role import Role
from wikiproof.text import Kind
from wikiproof.values import Listing, Name, gazetteer
from wikiproof.values.folding import fold
from wikiproof.values.name import is_acronym, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Infobox
    from wikiproof.text import Text
    from wikiproof.values import Value

_ACTOR_ROLES = frozenset(
    (
        Role.PERPETRATOR,
        Role.SUSPECT,
        Role.ATTACKERS,
        Role.DEFENDER,
        Role.BELLIGERENT,
        Role.COMMANDER,
        Role.UNIT,
        Role.TARGET,
        Role.OPERATOR,
        Role.PERSON,
        Role.PARTY,
    )
)


def infobox_names(box: Infobox) -> Iterator[str]:
    """The names in the fields that name actors."""
    for field in box.fields:
        if field.role in _ACTOR_ROLES and field.value is not None:
            yield from _names(field.value)


def _names(value: Value) -> Iterator[str]:
    if isinstance(value, Name):
        yield value.name
    elif isinstance(value, Listing):
        yield from (item.value.name for item in value.items if isinstance(item.value, Name))


def full_names(string: str) -> Iterator[str]:
    """The proper names of two words and more that a text gives, each once, places excepted."""
    for name in dict.fromkeys(map(_opened, dict.fromkeys(LONG_NAME.findall(string)))):
        if " " in name and is_proper(name) and not gazetteer.lookup(name):
            yield name


def _opened(name: str) -> str:
    """The name without the words that only open a sentence or say whose men they are: "Members of the"."""
    parts = name.split()
    if fold(parts[0]) in words("opening") | words("nobody"):
        return " ".join(dropwhile(str.islower, parts[1:]))
    return name


def is_proper(name: str) -> bool:
    """Whether a word of it names somebody, as "al-Shabaab" does: not so "Unknown gunmen"."""
    return any(any(map(str.isupper, part)) and fold(part) not in words("nobody") for part in name.split())


_ABBREVIATION = re.compile(r"\((?:also |abbreviated |or |the )?([A-Z][\w’'–-]{1,9})[\s;,)]")
_LONG_FORM = re.compile(r"\b([A-Z][\w-]{1,9}) \(([A-Z][^()]{6,80})\)")


def bracketed(string: str) -> Iterator[tuple[str, str]]:
    """Short and long form, of "Long Name (ABC)" and "ABC (Long Name)", where the letters fit."""
    if "(" not in string:
        return
    for match in _ABBREVIATION.finditer(string):
        if long := _spelt(match[1], string[max(match.start() - _REACH, 0) : match.start()].split()):
            yield match[1], long
    for match in _LONG_FORM.finditer(string):
        if is_acronym(match[1], match[2]):
            yield match[1], match[2]


_REACH = 120  # characters before a bracket that may spell its letters


def _spelt(short: str, before: list[str]) -> str | None:
    """The end of the words before a bracket that spells its letters.

    With the capital before it: "Provisional Irish Republican Army (IRA)" goes by the letters as a whole.
    """
    for start in range(len(before) - 1, -1, -1):
        if before[start][:1].isupper() and is_acronym(short, " ".join(before[start:])):
            wider = before[start - 1] if start else ""
            taken = (
                wider[:1].isupper()
                and wider.isalpha()
                and fold(wider) not in words("opening") | words("title")
            )
            return " ".join(before[start - taken :])
    return None


_DISAMBIGUATOR = re.compile(r" \([^()]*\)$")


def linked(text: Text) -> Iterator[tuple[str, str]]:
    """Label and page, of the links whose label and page can both be an actor's name."""
    for link in text.of_kind(Kind.LINK):
        label = text.string[link.start : link.end]
        if label == link.value or not label[:1].isupper():
            continue
        page = _DISAMBIGUATOR.sub("", link.value.partition("#")[0])
        if fold(label) != fold(page) and _names_one(label) and _names_one(page):
            yield label, page


def _names_one(name: str) -> bool:
    return (
        name[:1].isupper()
        and not any(map(str.isdigit, name))
        and is_proper(name)
        and not gazetteer.lookup(name)
    )
