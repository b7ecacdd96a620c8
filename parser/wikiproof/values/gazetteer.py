"""What is known of places: what a name can mean, and how two places lie to one another."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import IntEnum
from functools import cache, lru_cache
from math import cos, hypot, radians
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.values import folding
from wikiproof.values.atlas import Kind, Known, find

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "Known",
    "Relation",
    "beside",
    "between",
    "closest",
    "demonym",
    "fold",
    "lookup",
    "nation",
    "noun",
    "relation",
    "settle",
    "touch",
]


class Relation(IntEnum):
    """How a place lies to another, the surest first: of several readings the least value counts."""

    SAME = 1
    CONTAINS = 2
    WITHIN = 3
    UNKNOWN = 4
    DIFFERENT = 5


# How far from its point a place may reach, in kilometres: suburbs carry names of their own, and a
# district named after a town is wider than the town.
_REACH: dict[Kind, float] = {"city": 20, "district": 100, "subdivision": 100}

# What a name can be that a noun of each kind marks: "Gao Region" is no city.
_MARKED: dict[str, frozenset[Kind]] = {
    "subdivision": frozenset(("subdivision", "region", "country")),
    "district": frozenset(("subdivision", "district")),
    "settlement": frozenset(("city",)),
    "airport": frozenset(("city",)),
    "site": frozenset(),
}


@lru_cache(maxsize=1 << 13)
def fold(name: str) -> str:
    """The name folded, without the words that say where about it and what kind of place it is.

    "near Ménaka Region", "the commune of Menaka" and "Menaka" are one.
    """
    words = _without(folding.fold(name), _words().leading)
    return words if find(words) else _parse(words)[0]


@lru_cache(maxsize=1 << 13)
def noun(name: str) -> str | None:
    """The kind of place a noun in the name says it is: "site" for "Lissaraw Road"; None without a noun."""
    return _parse(folding.fold(name))[1]


_OWN_NOUN = (" Village", " Suburb", " Hamlet", " Settlement")


@lru_cache(maxsize=1 << 13)
def lookup(name: str) -> tuple[Known, ...]:
    """Everything a place name can mean; nothing where it is not known.

    A part ("Southern Bangladesh") is looked up as the whole it lies in.
    """
    words = _without(folding.fold(name), _words().leading)
    while words:
        if known := find(words):
            return known
        key, kind = _parse(words)
        if kind == "settlement" and name.endswith(_OWN_NOUN):
            return ()  # a village by this name: "Greenwich Village" is no Greenwich
        if kind and key != words:
            known = tuple(_widen(k) for k in find(key)) if kind == "district" else find(key)
            return tuple(k for k in known if k.kind in _MARKED[kind])
        whole = _without(words, _words().part)
        if whole == words or whole in _words().nouns:  # "South Island" is no part of an "Island"
            return ()
        words = whole
    return ()


_DISTANCE = re.compile(
    r"^(?:about |some |around )?\d[\d., ]* ?(?:km|kilomet(?:re|er)s?|mi|miles?|m|met(?:re|er)s?) "
)


@lru_cache(maxsize=1 << 12)
def beside(name: str) -> bool:
    """Whether the name says it is another place than the one it names: "off the coast of Libya"."""
    words = _without(_DISTANCE.sub("", folding.fold(name)), _words().at)
    return _without(words, _words().away) != words


def _widen(known: Known) -> Known:
    return replace(known, kind="district") if known.kind == "city" else known


@lru_cache(maxsize=1 << 12)
def settle(parts: tuple[str, ...]) -> tuple[tuple[Known, ...], ...]:
    """What each part of a chain means, given the larger parts: Paris, Texas is not in France."""
    settled: list[tuple[Known, ...]] = []
    for part in reversed(parts):
        known = lookup(part)
        outer = [larger for larger in settled if larger]
        fitting = tuple(k for k in known if all(_fits(k, larger) for larger in outer))
        settled.append(fitting if outer else _likeliest(part, known))
    return tuple(reversed(settled))


def _fits(known: Known, larger: Iterable[Known]) -> bool:
    return any(between(known, outer) is not Relation.DIFFERENT for outer in larger)


def _likeliest(name: str, known: tuple[Known, ...]) -> tuple[Known, ...]:
    """A bare name that is a country's means the country."""
    countries = tuple(k for k in known if k.kind == "country")
    return countries if countries and fold(name) not in _words().ambiguous else known


def relation(a: str, b: str) -> Relation:
    """How two place names lie to one another. DIFFERENT only if no two of their meanings can overlap."""
    if fold(a) == fold(b):
        return Relation.SAME
    return closest(settle((a,))[0], settle((b,))[0])


def closest(ours: Iterable[Known], theirs: Iterable[Known]) -> Relation:
    """The closest relation among all meanings of two names, UNKNOWN where one has none."""
    return min((between(a, b) for a in ours for b in theirs), default=Relation.UNKNOWN)


@lru_cache(maxsize=1 << 14)
def between(a: Known, b: Known) -> Relation:
    """How one known place lies to another."""
    if a.code == b.code:
        return Relation.SAME
    if _apart(a, b):
        return Relation.DIFFERENT
    members = dict(a.lineage)
    if any(members.get(group, member) != member for group, member in b.lineage):
        return Relation.DIFFERENT
    if _covers(a, b):
        return Relation.WITHIN if _covers(b, a) and a.kind != "country" else Relation.CONTAINS
    if _covers(b, a):
        return Relation.WITHIN
    if a.point and b.point and _distance(a.point, b.point) > _REACH[a.kind] + _REACH[b.kind]:
        return Relation.DIFFERENT
    return Relation.UNKNOWN


def touch(a: Known, b: Known) -> bool:
    """Whether two towns may be one, or part of one another: one is as near as the other's suburbs."""
    return a.point is not None and b.point is not None and _distance(a.point, b.point) < max(a.reach, b.reach)


def _apart(a: Known, b: Known) -> bool:
    """Whether the two share no land."""
    ours, theirs = _land(a), _land(b)
    return bool(ours and theirs) and not any(_overlap(our, their) for our in ours for their in theirs)


def _land(known: Known) -> tuple[str, ...]:
    """The smallest units that the place surely lies in: of a subdivision its own top unit."""
    top = [code for group, code in known.lineage if len(group) == 2]
    return tuple(top) or known.land


def _overlap(a: str, b: str) -> bool:
    return a == b or a == b[:2] or b == a[:2]


def _covers(outer: Known, inner: Known) -> bool:
    if outer.kind == "country":  # a state of many lands need not have held all of one
        return inner.land == outer.land or (len(outer.land) == 1 and set(inner.land) == set(outer.land))
    return outer.kind != "city" and any(outer.code == member for _, member in inner.lineage)


def _distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres, near enough for places in one country."""
    middle = radians((a[0] + b[0]) / 2)
    east = (a[1] - b[1] + 180) % 360 - 180
    return 111.2 * hypot(a[0] - b[0], east * cos(middle))


def demonym(word: str) -> str | None:
    """The country (ISO 3166-1 alpha-2) of a nationality adjective or noun: "Malian", "Malians"."""
    name = _named(word, _words().demonyms)
    return next((k.country for k in lookup(name) if k.kind == "country"), None) if name else None


@lru_cache(maxsize=1 << 9)
def forms(country: str) -> frozenset[str]:
    """The words, folded, that speak of a country (ISO 3166-1 alpha-2): its name and its people's."""
    return frozenset(
        form
        for word, name in _words().demonyms.items()
        if demonym(word) == country
        for form in (word, f"{word}s", folding.fold(name))
    )


def nation(word: str) -> str | None:
    """The country's name, of a nationality adjective or noun: "Mali" of "Malian", "Roman Empire" of "Roman"."""
    return _named(word, _words().former) or _named(word, _words().demonyms)


def _named(word: str, nations: Mapping[str, str]) -> str | None:
    key = folding.fold(word)
    return nations.get(key) or nations.get(key.removesuffix("s"))


class _Words:
    """The word lists of `grammar/places.toml`, folded."""

    def __init__(self) -> None:
        places = data.table("grammar", "places.toml")
        known = data.table("grammar", "gazetteer.toml")
        self.at = frozenset(map(folding.fold, places["at"]["words"]))
        self.away = frozenset(map(folding.fold, places["away"]["words"]))
        self.leading = self.at | self.away
        self.part = frozenset(map(folding.fold, places["part"]["words"]))
        self.nouns = {
            folding.fold(word): entry["kind"] for entry in places["noun"] for word in entry["words"]
        }
        self.ambiguous = frozenset(map(folding.fold, known["ambiguous"]["names"]))
        self.demonyms, self.former = (
            {folding.fold(word): name for name, words in known[kind].items() for word in words}
            for kind in ("demonyms", "former-demonyms")
        )


@cache
def _words() -> _Words:
    return _Words()


_LONGEST = 4  # words in the longest entry of the lists


def _without(words: str, leading: frozenset[str]) -> str:
    """The words without those of the list that lead them, over and over; one word always stays."""
    parts = words.split()
    at = 0
    while at < len(parts) - 1:
        lengths = range(min(_LONGEST, len(parts) - at - 1), 0, -1)
        length = next((n for n in lengths if " ".join(parts[at : at + n]) in leading), 0)
        if not length:
            break
        at += length
    return " ".join(parts[at:])


@lru_cache(maxsize=1 << 13)
def _parse(folded: str) -> tuple[str, str | None]:
    """The bare name and the kind its noun says: "commune of Tessit" is ("tessit", "district")."""
    nouns = _words().nouns
    parts = _without(folded, _words().leading).split()
    for length in range(min(_LONGEST, len(parts) - 1), 0, -1):
        if kind := nouns.get(" ".join(parts[-length:])):
            return " ".join(parts[:-length]), kind
    for length in range(min(_LONGEST, len(parts) - 1), 0, -1):
        if kind := nouns.get(" ".join(parts[:length])):
            rest = parts[length:]
            return " ".join(rest[1:] if rest[0] == "of" and len(rest) > 1 else rest), kind
    return " ".join(parts), None
