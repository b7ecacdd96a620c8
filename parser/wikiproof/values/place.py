"""Places: chains from small to large."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from wikiproof.values import coordinates, gazetteer, grammar
from wikiproof.values.base import Agreement
from wikiproof.values.folding import fold
from wikiproof.values.gazetteer import Relation
from wikiproof.values.links import links_of
from wikiproof.values.listing import Item, Listing
from wikiproof.values.other import FreeText, Unread

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
        """The value as JSON data, `kind` first; see `schema/value.schema.json`."""
        country = {"country": self.country} if self.country else {}
        return {"kind": "place", "parts": list(self.parts), **country}


@dataclass(frozen=True, slots=True)
class Part:
    """One name of a chain and where it stands."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """A place and where it stands: its site, or all its chain where no other shares it."""

    value: Place
    start: int
    end: int


Run = tuple[Part, ...]  # names between two "and"s, commas between them

_LONGEST_NAME = 80  # characters: what is longer is a sentence, not a name
_LONGEST_LINE = 1000  # characters
_MOST_LINES = 500


def read(text: Text) -> Value:
    """The place or places of a field; several (lines, "A and B, Mali") make a Listing.

    A field that gives only a point ("3.3°N 95.9°E") holds coordinates.
    """
    string, links = _without_brackets(text.string), links_of(text)
    lines = [line for line in _lines(string) if "°" not in string[slice(*line)]]
    if len(lines) > _MOST_LINES or any(end - start > _LONGEST_LINE for start, end in lines):
        return FreeText()
    items = [item for line in lines for item in _read_line(string, line, links)]
    if not items:
        return coordinates.read(text.string) or Unread("names no place")
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
        codes = {k.country if k.kind == "country" else None for k in known}
        if len(codes) == 1 and not gazetteer.beside(part) and (code := codes.pop()):
            return code
    return None


_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[()\[\]]")


def _without_brackets(string: str) -> str:
    """The string with brackets and what they hold blanked: notes such as "(now Italy)"."""
    return _BRACKETS.sub(lambda match: " " * len(match[0]), string)


def _lines(string: str) -> Iterator[tuple[int, int]]:
    """Offsets of the lines; a line that ends with a comma goes on in the next."""
    start = end = 0
    for line in string.split("\n"):
        end += len(line)
        if line.strip() and not line.rstrip().endswith(","):
            yield start, end
            start = end
        end += 1
    if string[start:].strip():
        yield start, len(string)


def _read_line(string: str, line: tuple[int, int], links: Links) -> Iterator[Found]:
    start, end = line
    chains: tuple[tuple[Run, ...], ...] | None = grammar.parse("place", _Builders, string[start:end])
    for chain in chains or ():
        runs = [tuple(Part(part.name, start + part.start, start + part.end) for part in run) for run in chain]
        yield from spread(runs, links)


def spread(parted: Sequence[Run], links: Links) -> Iterator[Found]:
    """The places of runs parted by "and": all names up to the last run's first are sites of its chain.

    "Khadji, Bakal and Abagazgaz, Tessit commune, Mali" is three places in Tessit; "Dallas, Texas and Memphis,
    Tennessee" is two, each in its own state.
    """
    runs = [chain for run in _joined(parted, links) for chain in _chains(run)]
    if len(runs) > 1 and all(len(run) > 1 and _holds(run) for run in runs):
        for run in runs:
            yield _found(run[0], run[1:], alone=True)
        return
    *before, last = runs
    siblings = _siblings(last) if not before else 1
    sites = (*(part for run in before for part in run), *last[:siblings])
    for site in sites:
        yield _found(site, last[siblings:], alone=len(sites) == 1)


def _chains(run: Run) -> Iterator[Run]:
    """The run in pieces: what lies in the name before it starts anew ("Medford, Oregon, Salem, Oregon")."""
    start = 0
    for at in range(2, len(run)):
        outer, inner = gazetteer.lookup(run[at - 1].name), gazetteer.lookup(run[at].name)
        if gazetteer.closest(outer, inner) is Relation.CONTAINS:
            yield run[start:at]
            start = at
    yield run[start:]


def _found(site: Part, common: Run, *, alone: bool) -> Found:
    value = place(*(_bare(part.name) for part in (site, *common)))
    return Found(value, site.start, max((site.end, *(part.end for part in common if alone))))


def _joined(runs: Sequence[Run], links: Links) -> list[Run]:
    """The runs, where an "and" that belongs to a name parts none: "Bosnia and Herzegovina"."""
    joined = [runs[0]]
    for run in runs[1:]:
        left, right = joined[-1][-1], run[0]
        name = f"{left.name} and {right.name}"
        if links.hold(left.end) or gazetteer.lookup(name):
            joined[-1] = (*joined[-1][:-1], Part(name, left.start, right.end), *run[1:])
        else:
            joined.append(run)
    return joined


def _holds(run: Run) -> bool:
    """Whether the second of a run's parts is known to hold the first: not in "Dallas, Omaha"."""
    first, second = gazetteer.settle((run[0].name, run[1].name))
    return gazetteer.closest(first, second) is Relation.WITHIN


def _siblings(run: Run) -> int:
    """How many names lead a run that are no chain but a list, as in "Aleppo, Homs, Hama, Syria"; else one."""
    count = 1
    while count < len(run) and _beside(run[count - 1].name, run[count].name):
        count += 1
    return count if count >= _LIST or (count > 1 and _is_country(run[0].name)) else 1


_LIST = 3  # two names of one kind may be a chain that the gazetteer does not know


def _is_country(name: str) -> bool:
    """Whether the name means a whole country and no smaller place, which a larger one could hold."""
    known = gazetteer.lookup(name)
    return bool(known) and all(place.kind == "country" and len(place.code) == 2 for place in known)


def _beside(a: str, b: str) -> bool:
    ours, theirs = gazetteer.lookup(a), gazetteer.lookup(b)
    alike = {known.kind for known in ours} & {known.kind for known in theirs}
    return bool(alike) and gazetteer.closest(ours, theirs) is Relation.DIFFERENT


_AT = re.compile(r"(?:(?:in|at|near|outside|around|within|inside|close to)\s+)+(?=\S)", re.IGNORECASE)


def _bare(name: str) -> str:
    match = _AT.match(name)
    return name[match.end() :] if match else name


class _Builders:
    """What each rule of `grammar/place.lark` makes."""

    @staticmethod
    def place(*chains: tuple[Run, ...]) -> tuple[tuple[Run, ...], ...]:
        return chains

    @staticmethod
    def chain(*runs: Run) -> tuple[Run, ...]:
        return runs

    @staticmethod
    def run(*tokens: Any) -> Run:
        return tuple(Part(" ".join(token.split()), token.start_pos, token.end_pos) for token in tokens)


@lru_cache(maxsize=1 << 12)
def compare(a: Place, b: Place) -> Agreement:
    """Places differ where a part of one and a part of the other cannot overlap, at whatever level.

    They agree where the smallest part of one is a part of the other, or lies in or holds its smallest.
    """
    if _is_row(a) or _is_row(b):
        return Agreement.UNKNOWN
    ours, theirs = _settled(a, b), _settled(b, a)
    if any(gazetteer.closest(our, their) is Relation.DIFFERENT for our in ours for their in theirs):
        return Agreement.DIFFER
    if (
        _names(a, b.parts[0])
        or _names(b, a.parts[0])
        or _bears(a.parts[0], b.parts[0])
        or _bears(b.parts[0], a.parts[0])
        or gazetteer.closest(ours[0], theirs[0]) < Relation.UNKNOWN
    ):
        return Agreement.AGREE
    return Agreement.UNKNOWN


def _is_row(place: Place) -> bool:
    """Whether it is a row of places side by side, written like a chain: "Ireland, Scotland, North America"."""
    pairs = [gazetteer.relation(one, other) for one, other in pairwise(place.parts)]
    return pairs.count(Relation.DIFFERENT) > 1


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
    if _bears(other.parts[0], place.parts[0]):
        astray.add(gazetteer.fold(place.parts[0]))
    settled = gazetteer.settle(place.parts)
    shared = [_names(other, part) for part in place.parts]
    if settled[0] and not any(known.land for known in settled[0]):  # a town after a sea lies on its shore
        settled = (settled[0], *(tuple(k for k in known if k.kind != "city") for known in settled[1:]))
    return [
        ()
        if gazetteer.beside(part) or gazetteer.fold(part) in astray or _is_lost(settled[at:], shared[at:])
        else known
        for at, (part, known) in enumerate(zip(place.parts, settled, strict=True))
    ]


def _bears(site: str, name: str) -> bool:
    """Whether an unknown site begins with the name, as one in the town does: "Tessit Historic Site"."""
    return not gazetteer.lookup(site) and fold(site).startswith(f"{fold(name)} ")


def _is_lost(settled: Sequence[tuple[Known, ...]], shared: Sequence[bool]) -> bool:
    """Whether a town lies in places unknown one and all: it need not be the known one ("Zama, Numidia").

    What the other place lies in too is known well enough.
    """
    site, *outer = settled
    return bool(outer) and not any((*outer, *shared[1:])) and all(known.kind != "country" for known in site)


def _names(place: Place, name: str) -> bool:
    return gazetteer.fold(name) in map(gazetteer.fold, place.parts)
