"""Magnitudes of earthquakes, tornadoes, eruptions and storms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from wikiproof.values import grammar, interval, words
from wikiproof.values.base import Agreement
from wikiproof.values.interval import Amounts, Interval

_LARGEST = 12  # the last step of the longest scale; megawatts are written like Mw
# Scales that number whole steps: one off is another category. Magnitudes are revised by a tenth all the time.
STEPS = frozenset({"EF", "F", "VEI", "Category", "MMI", "MSK", "EMS", "Shindo", "PEIS"})
_TOLERANCE = 0.1


@dataclass(frozen=True, slots=True)
class Magnitude:
    """A number on a scale: "Mw", "ML", "Ms", "EF", "VEI", …; `scale` is None where none is named.

    `high` is None without an upper bound. An intensity ("IX") is a step of the scale "MMI".
    """

    low: float
    high: float | None
    scale: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The value as JSON data, `kind` first; see `schema/value.schema.json`."""
        high = None if self.high is None else interval.json_number(self.high)
        return {"kind": "magnitude", "low": interval.json_number(self.low), "high": high, "scale": self.scale}


@lru_cache(1024)
def read(string: str) -> Magnitude | None:
    """One magnitude, category or intensity: "7.8 Mw", "EF4", "IX (Violent)"."""
    magnitude: Magnitude | None = grammar.parse("magnitude", _Builders, words.plain(string))
    return magnitude if magnitude and magnitude.low <= _LARGEST else None


def compare(a: Magnitude, b: Magnitude) -> Agreement:
    """Whether both can be right; different scales cannot be compared."""
    if a.scale and b.scale and a.scale != b.scale:
        return Agreement.UNKNOWN
    if (a.scale in STEPS) != (b.scale in STEPS):
        return Agreement.UNKNOWN
    slack = 0 if a.scale in STEPS else _TOLERANCE
    return interval.compare(_widened(a, slack), Interval(b.low, b.high))


def _widened(magnitude: Magnitude, slack: float) -> Interval:
    # Rounding keeps 7.8 + 0.1 at 7.9.
    high = None if magnitude.high is None else round(magnitude.high + slack, 6)
    return Interval(round(magnitude.low - slack, 6), high)


class _Builders(Amounts):
    """Builders for the rules of `grammar/magnitude.lark`."""

    @staticmethod
    def number_first(amount: Interval, scale: str | None = None) -> Magnitude:
        return Magnitude(amount.low, amount.high, _scale(scale))

    @staticmethod
    def scale_first(scale: str, amount: Interval) -> Magnitude:
        return Magnitude(amount.low, amount.high, _scale(scale))

    @staticmethod
    def roman(before: str | None, low: str, high: str | None, after: str | None) -> Magnitude:
        return Magnitude(_step(low), _step(high or low), _scale(before or after or "mmi"))


def _scale(name: str | None) -> str | None:
    return name and words.look_up("magnitudes", "SCALE_NAME", name)


def _step(roman: str) -> int:
    step: int = words.look_up("magnitudes", "ROMAN", roman)
    return step
