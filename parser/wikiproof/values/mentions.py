"""Finds values in running text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data, expressions
from wikiproof.values import count, date, duration, magnitude, money, number, quantity, time, words
from wikiproof.values.count import Count
from wikiproof.values.other import Unread

if TYPE_CHECKING:
    from collections.abc import Callable

    from wikiproof.values.date import Date
    from wikiproof.values.duration import Duration
    from wikiproof.values.magnitude import Magnitude
    from wikiproof.values.money import Money
    from wikiproof.values.number import Number
    from wikiproof.values.quantity import Quantity
    from wikiproof.values.time import Time

    Mentioned = Date | Count | Time | Duration | Quantity | Money | Magnitude | Number | Unread

_READERS: dict[str, Callable[[str], Mentioned | None]] = {
    "count": count.read,
    "date": date.read,
    "duration": duration.read,
    "magnitude": magnitude.read,
    "money": money.read,
    "number": number.read,
    "quantity": quantity.read,
    "time": time.read,
}
# Months that are words of other kinds too, unless they begin with a capital.
_NO_MONTH = re.compile(r"\b(?:may|march)\b")
# A date beyond doubt, whether its day exists or not: the day comes first, or there is a year.
_SURELY_DATE = re.compile(r"^\d|\d{3}")


@dataclass(frozen=True, slots=True)
class Mention:
    """A value in a sentence and where it stands: offsets into the sentence.

    A date that no calendar has ("31 April") is an invalid Unread.
    """

    value: Mentioned
    start: int
    end: int


def mentions(sentence: str) -> list[Mention]:
    """The values that a sentence mentions, in order and without overlap.

    A count holds its qualifier and never its noun: "at least 40" in "at least 40 civilians".
    """
    found = []
    plain = words.plain(sentence)
    finder, kinds = _finder()
    match = finder.search(plain)
    while match:
        kind = kinds[match.lastgroup or ""]
        start, end = match.span()
        value = _read(kind, sentence[start:end])
        if value is not None:
            found.append(Mention(value, start, end))
        elif kind != "skip":
            end = _next_word(plain, start)
        match = finder.search(plain, end)
    return found


def _read(kind: str, stretch: str) -> Mentioned | None:
    if kind not in _READERS or (kind == "date" and _NO_MONTH.search(stretch)):
        return None
    value = _READERS[kind](stretch)
    if isinstance(value, Unread):
        # In "June 31 people" the month and the number may have nothing to do with each other.
        return value if kind == "date" and _SURELY_DATE.search(stretch) else None
    if isinstance(value, Count) and value.high is not None and value.low > value.high:
        # "28 to 26" is a score, "between 28 and 26" a mistake.
        return value if stretch[:7].lower() == "between" else None
    return value


def _next_word(plain: str, start: int) -> int:
    space = plain.find(" ", start)
    return space + 1 if space >= 0 else len(plain)


@cache
def _finder() -> tuple[re.Pattern[str], dict[str, str]]:
    """One expression for all kinds, and the kind that each of its groups finds."""
    table = data.table("grammar", "mentions.toml")
    entries = [*table["mention"], *table["amount"]]
    kinds = {f"g{index}": entry["kind"] for index, entry in enumerate(entries)}
    groups = [
        f"(?P<{group}>{words.expand('mentions', entry['pattern'])})"
        for group, entry in zip(kinds, entries, strict=True)
    ]
    own = "|".join(groups[: len(table["mention"])])
    following = "|".join(groups[len(table["mention"]) :])
    amount = words.pattern("mentions", "AMOUNT")
    return expressions.compile(
        rf"{_beginning(table['beginnings'])}(?:{own}|(?:{amount})(?:{following}))"
    ), kinds


def _beginning(vocabularies: list[str]) -> str:
    """Where a mention can begin: at a digit or a word of these, neither inside a word nor inside a number."""
    meanings = (words.meaning(*name.split(".")) for name in vocabularies)
    starts = words.alternatives({word for meaning in meanings for word in meaning})
    glued = words.pattern("mentions", "GLUED")
    return rf"(?<![\w$€£#/-])(?<!\d[.,:])(?=(?:{glued})|(?:{starts})(?![a-z]))"
