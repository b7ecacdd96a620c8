"""Lengths of time."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from wikiproof.values import grammar, interval, words
from wikiproof.values.base import Agreement
from wikiproof.values.interval import Amounts, Interval


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in seconds, with the unit it was written in ("day"), which is its precision.

    `approximate` also stands for a bound: "over 3 hours" is about 3 hours or more.
    """

    low: float
    high: float
    unit: str
    approximate: bool = False

    def as_json(self) -> dict[str, Any]:
        """The value as JSON data, `kind` first; see `schema/value.schema.json`."""
        document: dict[str, Any] = {"kind": "duration", "seconds": interval.json_number(self.low)}
        if self.high != self.low:
            document["seconds_high"] = interval.json_number(self.high)
        return document | {"approximate": True} if self.approximate else document


@lru_cache(1024)
def read(string: str) -> Duration | None:
    """One length of time: "3 hours, 25 minutes"."""
    stretches: tuple[Interval, ...] | None = grammar.parse("duration", _Builders, words.plain(string))
    if not stretches or not all(stretch.unit for stretch in stretches):
        return None
    units = [_unit(stretch)["seconds"] for stretch in stretches]
    if units != sorted(set(units), reverse=True):  # 10 min, 12 min: two lengths
        return None
    low = high = 0.0
    for stretch, seconds in zip(stretches, units, strict=True):
        low += (stretch.low or stretch.high or 0) * seconds
        high += (stretch.low if stretch.high is None else stretch.high) * seconds
    vague = any(stretch.approximate or stretch.high is None or stretch.strict for stretch in stretches)
    return Duration(low, high, _unit(stretches[-1])["names"][0], vague)


_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d\d)(?:\s*\([^()]*\))?")


def read_length(string: str) -> Duration | None:
    """One length of time of a whole field, be it as a player shows it: "45:56" or "1:05:20"."""
    clock = _CLOCK.fullmatch(string.strip())
    if clock is None:
        return read(string)
    hours, minutes, seconds = (int(part or 0) for part in clock.groups())
    if seconds > 59 or (hours and minutes > 59):
        return None
    total = 3600.0 * hours + 60 * minutes + seconds
    return Duration(total, total, "second")


def compare(a: Duration, b: Duration) -> Agreement:
    """Whether the two meet, each taken as exact as half of the unit it was written in."""
    if a.approximate != b.approximate or a.approximate:
        near = interval.compare(_interval(a), _interval(b))
        return Agreement.AGREE if near is Agreement.AGREE else Agreement.UNKNOWN if _close(a, b) else near
    slack = max(_half_unit(a), _half_unit(b)) if a.unit != b.unit else 0
    meets = a.low <= b.high + slack and b.low <= a.high + slack
    return Agreement.AGREE if meets else Agreement.DIFFER


def _close(a: Duration, b: Duration) -> bool:
    """Whether one is no more than twice the other: what "nearly" and "over" may cover."""
    return a.low <= 2 * b.high and b.low <= 2 * a.high


def _interval(duration: Duration) -> Interval:
    return Interval(duration.low, duration.high, duration.approximate)


def _half_unit(duration: Duration) -> float:
    seconds: float = words.look_up("durations", "UNIT", duration.unit)["seconds"]
    return seconds / 2


def _unit(stretch: Interval) -> dict[str, Any]:
    entry: dict[str, Any] = words.look_up("durations", "UNIT", stretch.unit or "")
    return entry


class _Builders(Amounts):
    """Builders for the rules of `grammar/duration.lark`."""

    @staticmethod
    def duration(*stretches: Interval | None) -> tuple[Interval, ...]:
        return tuple(stretch for stretch in stretches if stretch is not None)

    @staticmethod
    def one(about: str | None, half: str | None, unit: str) -> Interval:
        amount = 0.5 if half else 1
        return Interval(amount, amount, about is not None, unit=unit)

    @staticmethod
    def vaguely(amount: str, unit: str) -> Interval:
        return replace(Amounts.vague(amount), unit=unit)
