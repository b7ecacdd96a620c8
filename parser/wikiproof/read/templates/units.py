"""Units of measurement by the codes {{convert}} takes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache

from wikiproof import data

# {{convert|87|e6acre}} counts in millions.
_MULTIPLES = {
    "e3": ("thousand", 1e3),
    "e6": ("million", 1e6),
    "e9": ("billion", 1e9),
    "e12": ("trillion", 1e12),
}

# A measure in two units, and what the smaller one counts to.
PAIRS = {"ftin": ("ft", "in", 12), "stlb": ("st", "lb", 14), "lboz": ("lb", "oz", 16)}


def american_spelling(name: str) -> str:
    """The name of a unit as the United States spell it."""
    return name.replace("metre", "meter").replace("litre", "liter")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of `grammar/units.toml`: `factor` and `offset` take a number of it to its SI unit."""

    code: str
    singular: str
    plural: str
    symbol: str
    si: str
    factor: float
    offset: float
    into: tuple[str, ...]
    pair: str = ""

    @property
    def is_symbol_only(self) -> bool:
        """Whether its name is never spelled out, as of degrees and densities."""
        return self.symbol.startswith(("°", "/"))

    def beside(self, number: str, *, short: bool, hyphen: bool = False, american: bool = False) -> str:
        """The unit after a number: " km", "-kilometre", " (kilometres)"."""
        if self.symbol.startswith("/"):
            return self.symbol
        if short or self.is_symbol_only:
            return " " + self.symbol
        name = self.singular if hyphen or number == "1" else self.plural
        if american:
            name = american_spelling(name)
        return ("-" if hyphen else " ") + name


@cache
def _units() -> dict[str, Unit]:
    units = {}
    for entry in data.table("grammar", "units.toml")["unit"]:
        singular, plural = entry["names"][:2]
        made = Unit(
            code=entry["code"],
            singular=singular,
            plural=plural,
            symbol=entry["symbol"],
            si=entry["si"],
            factor=float(entry["factor"]),
            offset=float(entry.get("offset", 0)),
            into=tuple(entry["into"]),
        )
        for code in (made.code, *entry["names"], *entry.get("codes", ())):
            units[code] = units[american_spelling(code)] = made
    return units


@lru_cache(1024)
def unit(code: str) -> Unit | None:
    """The unit a code of {{convert}} names."""
    if code in PAIRS:
        return replace(_units()[PAIRS[code][0]], pair=code)
    prefix = code[:3] if code[:3] in _MULTIPLES else code[:2]
    if code in _units() or prefix not in _MULTIPLES:
        return _units().get(code)
    single = _units().get(code[len(prefix) :])
    if single is None:
        return None
    word, multiple = _MULTIPLES[prefix]
    return replace(
        single,
        singular=f"{word} {single.singular}",
        plural=f"{word} {single.plural}",
        symbol=f"{word} {single.symbol}",
        factor=single.factor * multiple,
        into=tuple(prefix + target for target in single.into),
    )
