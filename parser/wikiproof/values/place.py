"""Places: chains from small to large."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from wikiproof.values import gazetteer, grammar
from wikiproof.values.base import Agreement
from wikiproof.values.gazetteer import Relation
from wikiproof.values.links import links_of
from wikiproof.values.listing import Item, Listing
from wikiproof.values.other import FreeText, Unread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.text import Text
    from wikiproof.values import Value
    from wikiproof.values.gazetteer import Known
    from wikiproof.values.links import Links


@dataclass(frozen=True, slots=True)
class Place:
    """One place and what contains it, smallest first, as written: ("Tessit", "Ménaka Region", "Mali").

    `country` is the ISO 3166-1 alpha-2 code where the chain names a country.
    """

    parts: tuple[str, ...]
    country: str | None = None

    def as_json(self) -> dict[str, Any]:
        country = {"country": self.country} if self.country else {}
        return {"kind": "place", "parts": list(self.parts), **country}


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    start: int
    end: int


_Run = tuple[_Part, ...]
_Chain = tuple[_Run, ...]

_LONGEST_NAME = 80  # characters: what is longer is a sentence, not a name


def read(text: Text) -> Value:
    """The place or places of a field; several (lines, "A and B, Mali") make a Listing."""
    string, links = _without_brackets(text.string), links_of(text)
    items = [item for line in _lines(string) for item in _read_line(string, line, links)]
    if not items:
        return Unread("names no place")
    if any(len(part) > _LONGEST_NAME for item in items for part in item.value.parts):
        return FreeText()
    if len(items) == 1:
        return items[0].value
    return Listing(tuple(Item(item.value, item.start, item.end) for item in items))


def place(*parts: str) -> Place:
    """The place of a chain, with its country where the chain names one."""
    return Place(parts, _country(parts))


def _country(parts: tuple[str, ...]) -> str | None:
    for part, known in zip(reversed(parts), reversed(gazetteer.settle(parts)), strict=True):
        codes = {k.country for k in known if k.kind == "country"}
        if len(codes) == 1 and not gazetteer.beside(part):
            return codes.pop()
    return None


_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[()\[\]]")


def _without_brackets(string: str) -> str:
    """The string with brackets and what they hold blanked: notes such as "(now Italy)"."""
    return _BRACKETS.sub(lambda match: " " * len(match[0]), string)


def _lines(string: str) -> Iterator[tuple[int, int]]:
    """Offsets of the lines; a line that ends with a comma, or is a site, goes on in the next."""
    start = end = 0
    for line in string.split("\n"):
        end += len(line)
        if line.strip() and not line.rstrip().endswith(","):
            yield start, end
            start = end
        end += 1
    if string[start:].strip():
        yield start, len(string)


@dataclass(frozen=True, slots=True)
class _Found:
    value: Place
    start: int
    end: int


def _read_line(string: str, line: tuple[int, int], links: Links) -> Iterator[_Found]:
    chains: tuple[_Chain, ...] | None = grammar.parse("place", _Builders, string[line[0] : line[1]])
    for chain in chains or ():
        runs = _joined(chain, links, line[0])
        *sites, last = runs
        if sites and all(len(run) > 1 and _holds(run) for run in runs):
            groups = [(run[0], run[1:]) for run in runs]
        else:
            siblings = (*(part for run in sites for part in run), last[0])
            groups = [(site, last[1:]) for site in siblings]
        for site, common in groups:
            value = place(*(_bare(part.name) for part in (site, *common)))
            end = common[-1].end if common and len(groups) == 1 else site.end
            yield _Found(value, line[0] + site.start, line[0] + end)


def _joined(chain: _Chain, links: Links, offset: int) -> list[_Run]:
    """The runs of a chain, where an "and" that belongs to a name joins no runs: "Bosnia and Herzegovina"."""
    runs = [chain[0]]
    for run in chain[1:]:
        left, right = runs[-1][-1], run[0]
        name = f"{left.name} and {right.name}"
        if links.hold(offset + left.end) or gazetteer.lookup(name):
            runs[-1] = (*runs[-1][:-1], _Part(name, left.start, right.end), *run[1:])
        else:
            runs.append(run)
    return runs


def _holds(run: _Run) -> bool:
    """Whether the second of a run's parts is known to hold the first: not in "Dallas, Omaha"."""
    first, second = gazetteer.settle((run[0].name, run[1].name))
    return gazetteer.closest(first, second) is Relation.WITHIN


_AT = re.compile(r"(?:(?:in|at|near|outside|around|within|inside|close to)\s+)+(?=\S)", re.IGNORECASE)


def _bare(name: str) -> str:
    match = _AT.match(name)
    return name[match.end() :] if match else name


class _Builders:
    """What each rule of `grammar/place.lark` makes."""

    @staticmethod
    def place(*chains: _Chain) -> tuple[_Chain, ...]:
        return chains

    @staticmethod
    def chain(*runs: _Run) -> _Chain:
        return runs

    @staticmethod
    def run(*tokens: Any) -> _Run:
        return tuple(_Part(" ".join(token.split()), token.start_pos, token.end_pos) for token in tokens)


@lru_cache(maxsize=1 << 12)
def compare(a: Place, b: Place) -> Agreement:
    """Places differ where a part of one and a part of the other cannot overlap, at whatever level.

    They agree where the smallest part of one is a part of the other, or lies in or holds its smallest.
    """
    ours, theirs = _settled(a, b), _settled(b, a)
    if any(gazetteer.closest(our, their) is Relation.DIFFERENT for our in ours for their in theirs):
        return Agreement.DIFFER
    if (
        _names(a, b.parts[0])
        or _names(b, a.parts[0])
        or gazetteer.closest(ours[0], theirs[0]) < Relation.UNKNOWN
    ):
        return Agreement.AGREE
    return Agreement.UNKNOWN


def _settled(place: Place, other: Place) -> list[tuple[Known, ...]]:
    """What the parts are known to mean; nothing for one that says it is elsewhere.

    Nor for one that the other place names too, in a chain that the gazetteer has no such place in:
    borders move, and villages share names with cities.
    """
    astray = {
        gazetteer.fold(part)
        for part, known in zip(other.parts, gazetteer.settle(other.parts), strict=True)
        if not known
    }
    return [
        () if gazetteer.beside(part) or gazetteer.fold(part) in astray else known
        for part, known in zip(place.parts, gazetteer.settle(place.parts), strict=True)
    ]


def _names(place: Place, name: str) -> bool:
    return gazetteer.fold(name) in map(gazetteer.fold, place.parts)
