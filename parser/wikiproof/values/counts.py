"""Counts as fields hold them: "7 soldiers, 3 attackers", "64 (including 3 attackers)", one a line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from wikiproof.values import count, date, grammar, words
from wikiproof.values.count import Count
from wikiproof.values.listing import Item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.values.count import Part

_YEAR = re.compile(r"[12]\d{3}\b")
_LEADING_THE = re.compile(r"^(?:the|a|an) +", re.IGNORECASE)
_OF_THEM = re.compile(r"(?:whom|them|which|these)(?![a-z]) *", re.IGNORECASE)
_WERE = re.compile(r"^(?:were|was|are|is)(?![a-z]) *", re.IGNORECASE)


@lru_cache(2048)
def read(string: str) -> tuple[Item, ...]:
    """The counts of one line with their offsets, in order; empty where the line does not begin with one.

    A count that others are parts of stands before them. What stands in brackets is a part unless it says
    otherwise; words without a number are passed over.
    """
    items = list(_read(words.plain(string), string, 0, bracketed=False))
    first = next(iter(items), None)
    return tuple(items) if first is not None and _is_total(first) else ()


def _is_total(item: Item) -> bool:
    return isinstance(item.value, Count) and item.value.part == "total"


def _read(plain: str, string: str, offset: int, *, bracketed: bool) -> Iterator[Item]:
    """The counts of a line, or of the brackets after one: parts of it, or additions if the first is."""
    entries: tuple[_Entry, ...] = grammar.parse("counts", _Builders, plain) or ()
    inside: Part = "addition" if entries and entries[0].part == "addition" else "part"
    for entry in entries:
        part = inside if bracketed and entry.part != "part" else entry.part
        value = _count(string[entry.start : entry.end], part, bracketed=bracketed)
        if value is None:
            if entry is entries[0] and not bracketed:
                return
            continue
        notes = [slice(start + 1, end - 1) for start, end in entry.notes]
        if any(plain[note].strip() in words.meaning("numbers", "_ESTIMATED") for note in notes):
            value = replace(value, approximate=True)
        yield Item(value, offset + entry.start, offset + entry.end)
        for note in notes:
            for item in _read(plain[note], string[note], offset + note.start, bracketed=True):
                yield _alternative(item, value)


def _count(string: str, part: Part, *, bracketed: bool) -> Count | None:
    if bracketed and (_YEAR.match(string) or date.read(string)):
        return None
    value = count.read(string)
    if value is None:
        named = part != "total" and _one_person(string)
        return Count(1, 1, of=_LEADING_THE.sub("", string, count=1), part=part) if named else None
    of = value.of or ""
    included = _OF_THEM.match(of)
    if included:
        of, part = of[included.end() :], "part"
    return replace(value, of=_WERE.sub("", of, count=1) or None, part=part)


def _one_person(string: str) -> bool:
    words_of_it = words.plain(string).split()
    return bool(words_of_it) and words_of_it[-1] in words.meaning("numbers", "ONE_PERSON")


def _alternative(item: Item, total: Count) -> Item:
    """A "part" greater than its total is no part but another total: "1,000 (2,000 by other accounts)"."""
    value = item.value
    if (
        isinstance(value, Count)
        and value.part == "part"
        and total.high is not None
        and value.low > total.high
    ):
        return replace(item, value=replace(value, part="total"))
    return item


@dataclass(frozen=True, slots=True)
class _Entry:
    """Offsets of one item of the list and of the brackets after it."""

    part: Part
    start: int
    end: int
    notes: tuple[tuple[int, int], ...]


class _Builders:
    """Builders for the rules of `grammar/counts.lark`."""

    @staticmethod
    def counts(*entries: Any) -> tuple[_Entry, ...]:
        *items, breakdown = entries
        return (*items, *(breakdown or ()))

    @staticmethod
    def breakdown(*entries: _Entry) -> tuple[_Entry, ...]:
        return tuple(replace(entry, part="part") if entry.part == "total" else entry for entry in entries)

    @staticmethod
    def total(item: Any, *notes: Any) -> _Entry:
        return _entry("total", item, notes)

    @staticmethod
    def part(item: Any, *notes: Any) -> _Entry:
        return _entry("part", item, notes)

    @staticmethod
    def addition(item: Any, *notes: Any) -> _Entry:
        return _entry("addition", item, notes)


def _entry(part: Part, item: Any, notes: tuple[Any, ...]) -> _Entry:
    spans = tuple((note.start_pos, note.end_pos) for note in notes)
    return _Entry(part, item.start_pos, item.start_pos + len(item.rstrip()), spans)
