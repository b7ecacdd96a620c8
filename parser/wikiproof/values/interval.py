"""Amounts as editors write them, before anything says what they are amounts of."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache

from wikiproof.values import words
from wikiproof.values.base import Agreement

_EXPONENTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
LARGEST_EXACT = 2**53  # the last of the whole numbers that a double tells from its neighbours


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, both included; `high` is None without an upper bound.

    `approximate` is what the writer said: the tolerance belongs to the comparison. `strict` says that the
    number at the bound is itself left out ("more than 39"). `unit` is the word that stands with the number in
    grammars where one does.
    """

    low: float
    high: float | None
    approximate: bool = False
    strict: bool = False
    unit: str | None = None


def compare(a: Interval, b: Interval, *, step: float = 0, rounding: bool = False) -> Agreement:
    """Whether two intervals meet.

    `step` is the distance between neighbours (1 for whole things): a bound still meets its own number, since
    "over 165" and "165 killed" are the same toll to most writers. With `rounding`, a number with fewer digits
    may be the other one rounded (9.4 and 9), as measures are.
    """
    if _reversed(a) or _reversed(b):
        return Agreement.UNKNOWN
    (a_low, a_high), (b_low, b_high) = _with_tolerance(a), _with_tolerance(b)
    slack = step if None in (a.high, b.high) else 0
    if a_low <= b_high + slack and b_low <= a_high + slack:
        return Agreement.AGREE
    if a.low == a.high and b.low == b.high and _one_rounded(a.low, b.low, measured=rounding):
        return Agreement.AGREE if rounding else Agreement.UNKNOWN
    return Agreement.DIFFER


def json_number(value: float) -> float | int:
    """A whole number without a fraction, as JSON shows it best, up to what JSON readers keep exact."""
    return int(value) if value == int(value) and abs(value) <= LARGEST_EXACT else float(value)


def _reversed(interval: Interval) -> bool:
    return interval.high is not None and interval.low > interval.high


def _with_tolerance(interval: Interval) -> tuple[float, float]:
    high = float("inf") if interval.high is None else interval.high
    if not interval.approximate:
        return interval.low, high
    return interval.low - _tolerance(interval.low), high + (_tolerance(high) if interval.high else 0)


def _tolerance(value: float) -> float:
    """What "about" allows: a tenth, or half of the last place that is not zero, whichever is more."""
    return max(abs(value) / 10, _last_place(value) / 2)


def _last_place(value: float) -> float:
    """The weight of the last digit that is not zero: 100 of 1,200; 0.1 of 7.5."""
    if value == 0:
        return 0
    return 10.0 ** _exponent(Decimal(repr(value)).normalize())


def _one_rounded(a: float, b: float, *, measured: bool) -> bool:
    """Whether one is the other rounded: of things counted, to thousands and to within a twentieth."""
    coarse, fine = sorted((a, b), key=_last_place, reverse=True)
    place = _last_place(coarse)
    if not measured and (place < 1000 or abs(coarse - fine) > coarse / 20):
        return False
    return place > _last_place(fine) and abs(coarse - fine) <= place / 2


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as written; `scale` is what a word such as "million" multiplied it by."""

    value: float
    scale: int = 1
    approximate: bool = False
    unit: str | None = None


class Amounts:
    """Builders for the rules of `grammar/amount.lark`."""

    @staticmethod
    def digits(digits: str, scale: str | None) -> Figure:
        """1,234,567 · 3.5 million."""
        factor: int = words.look_up("numbers", "SCALE", scale) if scale else 1
        return Figure(round(digits_value(digits) * factor, 6), factor)

    @staticmethod
    def power(digits: str, power: str) -> Figure:
        """4.5 × 10⁸."""
        return Figure(digits_value(digits) * Amounts.power_alone(power).value)

    @staticmethod
    def power_alone(power: str) -> Figure:
        """10⁸."""
        return Figure(10.0 ** int(power.rpartition("10")[2].translate(_EXPONENTS)))

    @staticmethod
    def mixed(written: str) -> Figure:
        """3 1/2 · 3½."""
        whole, _, ratio = written.rpartition(" ")
        if "/" not in ratio:
            whole = written[:-1]
            ratio = unicodedata.normalize("NFKC", written[-1]).replace("\u2044", "/")
        top, _, bottom = ratio.partition("/")
        return Figure(int(whole or 0) + int(top) / int(bottom))

    @staticmethod
    def ratio(numerator: str, denominator: str) -> Figure:
        """1/2."""
        return Figure(digits_value(numerator) / int(denominator))

    @staticmethod
    def numeral(numeral: str) -> Figure:
        """Forty-three."""
        return Figure(numeral_value(numeral))

    @staticmethod
    def with_unit(figure: Figure, unit: str) -> Figure:
        """10 km."""
        return replace(figure, unit=unit)

    @staticmethod
    def unit_first(unit: str, figure: Figure) -> Figure:
        """$5."""
        return replace(figure, unit=unit)

    @staticmethod
    def estimate(about: str | None, figure: Figure) -> Figure:
        """About 500."""
        return replace(figure, approximate=about is not None)

    @staticmethod
    def range(low: Figure, high: Figure | None = None) -> Interval:
        """40 · 30–50 · 2–3 million."""
        high = high or low
        shared = high.scale if low.scale == 1 and low.value < 1000 else 1
        return Interval(
            low.value * shared, high.value, low.approximate or high.approximate, unit=high.unit or low.unit
        )

    @staticmethod
    def dashed(low: Figure, high: Figure) -> Interval:
        """150–60 leaves out the hundred that both share, 3–4,000 the thousand."""
        span = Amounts.range(low, high)
        first, last = span.low, high.value
        place = 10 ** len(str(int(last)))
        if last < first and first % 1 == last % 1 == 0 and first - first % place + last > first:
            return replace(span, high=first - first % place + last)
        if low.scale == high.scale == 1 and last % 1000 == 0 and first < last / 1000 < 1000:
            return replace(span, low=first * 1000)
        return span

    @staticmethod
    def within(middle: Figure, margin: Figure) -> Interval:
        """12.3 ± 0.2: rounded, as both are written in decimals."""
        low, high = round(middle.value - margin.value, 12), round(middle.value + margin.value, 12)
        return Interval(low, high, middle.approximate, unit=margin.unit or middle.unit)

    @staticmethod
    def interval(span: Interval) -> Interval:
        """An amount without a bound."""
        return span

    @staticmethod
    def at_least(span: Interval) -> Interval:
        """At least 40 · 40+."""
        return replace(span, high=None)

    @staticmethod
    def more_than(span: Interval) -> Interval:
        """More than 39."""
        return replace(span, high=None, strict=True)

    @staticmethod
    def at_most(span: Interval) -> Interval:
        """No more than 60 · 60 or fewer."""
        return replace(span, low=0)

    @staticmethod
    def less_than(span: Interval) -> Interval:
        """Fewer than 60."""
        return replace(span, low=0, strict=True)

    @staticmethod
    def estimated(span: Interval) -> Interval:
        """40 est."""
        return replace(span, approximate=True)

    @staticmethod
    def vague(word: str) -> Interval:
        """Dozens."""
        low, high = words.look_up("numbers", "VAGUE", word)
        return Interval(low, high)


def digits_value(digits: str) -> float:
    """What digits with separators stand for."""
    plain = digits.replace(",", "").replace(" ", "")
    return float(plain) if "." in plain else int(plain)


_WORD = re.compile(r"[a-z]+")


@lru_cache(1024)
def numeral_value(numeral: str) -> float:
    """What a number in words stands for: 105 for "one hundred and five".

    A word adds to its group or multiplies it; thousand and all above close the group.
    """
    total: float = 0
    group: float = 0
    adds, multiplies = _number_words()
    for word in _WORD.findall(numeral):
        if word in multiplies:
            group = (group or 1) * multiplies[word]
            if multiplies[word] >= 1000:
                total, group = total + group, 0
        else:
            group += adds.get(word, 0)  # "and" and "a" add nothing
    return json_number(total + group)


@cache
def _number_words() -> tuple[dict[str, float], dict[str, float]]:
    adds = {
        word: value
        for table in ("ONES", "TEENS", "TENS", "HALF")
        for word, value in words.meaning("numbers", table).items()
    }
    return adds, dict(words.meaning("numbers", "MULTIPLE"))
