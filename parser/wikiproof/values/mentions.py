"""Finds values in running text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.values import count, date, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from wikiproof.values.count import Count
    from wikiproof.values.date import Date
    from wikiproof.values.number import Number
    from wikiproof.values.other import Unread

_READERS: dict[str, Callable[[str], Date | Count | Number | Unread | None]] = {
    "date": date.read,
    "count": count.read,
}
# Months that are words of other kinds too, unless they begin with a capital.
_NO_MONTH = re.compile(r"\b(?:may|march)\b")


@dataclass(frozen=True, slots=True)
class Mention:
    """A value in a sentence and where it stands: offsets into the sentence.

    A date that no calendar has ("31 April") is an invalid Unread.
    """

    value: Date | Count | Number | Unread
    start: int
    end: int


def mentions(sentence: str) -> list[Mention]:
    """The values a sentence mentions, in order and without overlap.

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


def _read(kind: str, stretch: str) -> Date | Count | Number | Unread | None:
    if kind not in _READERS or (kind == "date" and _NO_MONTH.search(stretch)):
        return None
    return _READERS[kind](stretch)


def _next_word(plain: str, start: int) -> int:
    space = plain.find(" ", start)
    return space + 1 if space >= 0 else len(plain)


@cache
def _finder() -> tuple[re.Pattern[str], dict[str, str]]:
    """One expression for all kinds, and the kind each of its groups finds."""
    entries = data.table("grammar", "mentions.toml")["mention"]
    kinds = {f"g{index}": entry["kind"] for index, entry in enumerate(entries)}
    groups = (
        f"(?P<g{index}>{words.expand('mentions', entry['pattern'])})" for index, entry in enumerate(entries)
    )
    start = words.pattern("mentions", "START")
    return re.compile(rf"(?<![\w$€£#/-])(?<!\d[.,:])(?={start})(?:{'|'.join(groups)})"), kinds
