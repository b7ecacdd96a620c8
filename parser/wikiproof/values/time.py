"""Clock times."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from wikiproof.values import grammar, words
from wikiproof.values.base import Agreement
from wikiproof.values.other import Unread

_DAY = 24 * 60
_OFFSET = re.compile(r"([+-]) ?(\d{1,2})(?::?(\d\d)|(½))?")
# The first zone and the last, and those not of whole or half hours: Nepal, Eucla, the Chathams in winter and summer.
_WEST, _EAST = -12 * 60, 14 * 60
_QUARTERS = (345, 525, 765, 825)
_TOLERANCE = 30  # minutes that "around" allows


@dataclass(frozen=True, slots=True)
class Time:
    """A clock time or a span of time: minutes after midnight; `zone` as written ("UTC+1", "local time").

    A span over midnight has its end before its start.
    """

    start: int
    end: int
    zone: str | None = None
    approximate: bool = False

    @property
    def ahead(self) -> int | None:
        """How many minutes its zone is ahead of UTC; None where that is not known."""
        zone = words.plain(self.zone or "")
        offset = _OFFSET.search(zone)
        if offset:
            minutes = int(offset[2]) * 60 + int(offset[3] or (offset[4] and 30) or 0)
            return -minutes if offset[1] == "-" else minutes
        hours = words.meaning("clock", "ZONE").get(" ".join(zone.split()), "")
        return None if hours == "" else int(hours * 60)

    def as_json(self) -> dict[str, Any]:
        """The value as JSON data, `kind` first; see `schema/value.schema.json`."""
        document: dict[str, Any] = {"kind": "time", "start": _clock(self.start)}
        if self.end != self.start:
            document["end"] = _clock(self.end)
        document["zone"] = self.zone
        return document | {"approximate": True} if self.approximate else document


@lru_cache(1024)
def read(string: str) -> Time | Unread | None:
    """One clock time or span of time; Unread for a time no clock shows ("25:61")."""
    parsed: _Parsed | None = grammar.parse("time", _Builders, words.plain(string))
    if parsed is None:
        return None
    start, end = parsed.start.minutes, parsed.end.minutes
    if start is None or end is None:
        return Unread("no clock shows that time", invalid=True)
    zone = string[slice(*parsed.zone)].removeprefix("(") if parsed.zone else None
    zone = zone.removesuffix(")") if zone and "(" not in zone else zone
    return Time(start, end, zone, parsed.approximate)


def compare(a: Time, b: Time) -> Agreement:
    """Whether the two may be one moment; a time in UTC and one in an unknown zone can only be told equal."""
    shift = 0
    if (a.ahead is None) != (b.ahead is None):
        if 0 in (a.ahead, b.ahead):
            return Agreement.AGREE if _meet(a, b, 0) else Agreement.UNKNOWN
    elif a.ahead is not None and b.ahead is not None:
        shift = b.ahead - a.ahead
    return Agreement.AGREE if _meet(a, b, shift) else Agreement.DIFFER


def zone_near(offset: int, slack: int) -> int | None:
    """The offset of a time zone, in minutes ahead of UTC, that lies within some minutes of an offset."""
    zones = (round(offset / 30) * 30, *_QUARTERS)
    return next((zone for zone in zones if abs(offset - zone) <= slack and _WEST <= zone <= _EAST), None)


def _meet(a: Time, b: Time, shift: int) -> bool:
    """Whether the spans meet on the dial once `b` is moved into the zone of `a`."""
    tolerance = _TOLERANCE if a.approximate or b.approximate else 0
    b_start = (b.start - shift) % _DAY
    after_a = (b_start - a.start) % _DAY
    after_b = (a.start - b_start) % _DAY
    return after_a <= (a.end - a.start) % _DAY + tolerance or after_b <= (b.end - b.start) % _DAY + tolerance


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


@dataclass(frozen=True, slots=True)
class _Clock:
    hour: int
    minute: int
    half_day: int | None

    @property
    def minutes(self) -> int | None:
        """Minutes after midnight; None for what no clock shows."""
        if self.minute > 59 or self.hour > 24 or (self.hour == 24 and self.minute):
            return None
        if self.half_day is None:
            return (self.hour * 60 + self.minute) % _DAY
        if not 1 <= self.hour <= 12:
            # 22:30 pm says the hour twice.
            return self.hour * 60 + self.minute if self.half_day and self.hour < 24 else None
        return (self.hour % 12 + self.half_day) * 60 + self.minute


@dataclass(frozen=True, slots=True)
class _Parsed:
    start: _Clock
    end: _Clock
    zone: tuple[int, int] | None
    approximate: bool


class _Builders:
    """Builders for the rules of `grammar/time.lark`."""

    @staticmethod
    def single(about: str | None, clock: _Clock, zone: Any) -> _Parsed | None:
        return _Parsed(clock, clock, zone and _offsets(zone), about is not None)

    @staticmethod
    def range(about: str | None, start: _Clock, end: _Clock, zone: Any) -> _Parsed:
        if start.half_day is None and end.half_day is not None and start.hour <= 12:  # 9–10 am
            start = _Clock(start.hour, start.minute, end.half_day)
        return _Parsed(start, end, zone and _offsets(zone), about is not None)

    @staticmethod
    def zone_first(zone: Any, clock: _Clock) -> _Parsed:
        return _Parsed(clock, clock, _offsets(zone), approximate=False)

    @staticmethod
    def clock(digits: str, half_day: str | None) -> _Clock:
        hour, _, minute = digits.replace(".", ":").partition(":")
        half = words.look_up("clock", "HALF_DAY", half_day) if half_day else None
        return _Clock(int(hour), int(minute[:2] or 0), half)

    @staticmethod
    def named(name: str) -> _Clock:
        return _Clock(words.look_up("clock", "HOUR_NAME", name), 0, None)

    @staticmethod
    def both(zone: Any, offset: Any) -> tuple[int, int]:
        return zone.start_pos, offset.end_pos


def _offsets(zone: Any) -> tuple[int, int]:
    return zone if isinstance(zone, tuple) else (zone.start_pos, zone.end_pos)
