"""Reads whole fields of which is known what kind of value they should hold."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import expressions
from wikiproof.text import Kind, Text
from wikiproof.values import (
    coordinates,
    count,
    counts,
    dated,
    duration,
    magnitude,
    money,
    name,
    number,
    place,
    sizes,
    time,
    words,
)
from wikiproof.values.count import Count
from wikiproof.values.date import Date
from wikiproof.values.listing import Item, Listing
from wikiproof.values.mentions import mentions
from wikiproof.values.other import FreeText, Unread

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator

    from wikiproof.values import Value

    Reader = Callable[[str], Value | None]

READERS: dict[str, Reader] = {
    "date": dated.read,
    "time": time.read,
    "duration": duration.read_length,
    "number": number.read,
    "percent": number.read_percent,
    "quantity": sizes.read,
    "money": money.read,
    "magnitude": magnitude.read,
    "coordinates": coordinates.read,
}
# What a reader of the reason calls a value of the kind, where that is not the kind's name.
_NOUNS = {
    "counts": "list of counts",
    "percent": "percentage",
    "money": "sum of money",
    "coordinates": "point on the Earth",
}
# Kinds of field that are often filled with words instead.
_OFTEN_WORDS = frozenset({"count", "counts", "money", "quantity"})
# Between commas and semicolons outside brackets, and the "and" before the last.
_PIECE = expressions.compile(r"(?<![^\s,;])(?!and )[^\s,;](?:\([^()]*\)|(?! and )[^,;()])*")
_PARTED = expressions.compile(r"[,;()]| and ")  # where there are no such pieces, there is but one
# A line goes on in the next after a dash or a colon, and before a dash or a bracket.
_CONTINUED = expressions.compile(r"(?<=[-–—:])([^\S\n]*)\n|\n(?=[^\S\n]*[-–—(])")
# A line that heads those below it: "Supported by:".
HEADING = expressions.compile(r"[^\n:]{1,80}:[^\S\n]*\n\s*(?=\S)")
_BRACKETS = expressions.compile(r"\([^()]{0,300}\)")
# What may follow a date with words after it.
_GOES_ON = expressions.compile(r"\s*(?:[,;.(\[]|(?:in|at|near|on|by|from|off|outside|est\.?|estimate)\b)")
# 1943 in Sweden · c. 1943, as a school · 384 BC Stagira
_YEAR_FIRST = expressions.compile(
    r"\s*(?:(?:c|ca)\. ?|circa )?(?:[12]\d{3}(?=,? (?:in|at|near|by|from|as|with)\b)|\d{1,4} bce?(?= \w))"
)
_NOTE = expressions.compile(r"\([^()]*\)")
# How the noun of a count ends, where it is not the name of a unit: "3 gunmen", not "3 Commando Brigade".
COUNTED = expressions.compile(r"(?:s|ed|men|people|dead|children|police|personnel|crew)$")


def read(text: Text, kind: str) -> Value:
    """The value of a field of a known kind (the kinds of `schema/field.schema.json`); never raises.

    Several lines make a Listing, with offsets into the text. What is no value of the kind is Unread, with
    the reason in plain words, or free text where the kind often gives way to words.
    """
    string = text.string
    if not string.strip():
        return Unread("empty")
    if _placeholder().fullmatch(words.plain(string.strip())):
        return Unread("no value given")
    if kind in READERS:
        found = one_or_lines(string, READERS[kind])
        return found or (beginning_dates(string) if kind == "date" else None) or _failure(text, kind)
    match kind:
        case "count" | "counts":
            return listing(_count_items(string)) or _failure(text, kind)
        case "counts-or-names":
            return _counted(string) or name.read_many(text)
        case "place" | "places":
            return place.read(text)
        case "name":
            return name.read_one(text)
        case "names":
            return name.read_many(text)
    return lines_of_text(text)


def one_or_lines(string: str, reader: Reader) -> Value | None:
    """One value, or one for each line; None where no line can be read."""
    items = [item for start, line in lines(string) for item in _line_items(line, start, reader)]
    return listing(items)


def _line_items(line: str, start: int, reader: Reader) -> Iterator[Item]:
    """The value of a line, or the values between its commas where each of them reads by itself."""
    value = reader(line)
    if isinstance(value, Listing):
        yield from (replace(item, start=start + item.start, end=start + item.end) for item in value.items)
        return
    if value is None and _PARTED.search(line):
        pieces = list(_PIECE.finditer(line))
        items = list(_items_of(pieces, start, reader)) if len(pieces) > 1 else []
        if items and len(items) == len(pieces):
            yield from items
            return
    yield Item(value or FreeText(), start, start + len(line))


def _items_of(pieces: Iterable[re.Match[str]], start: int, reader: Reader) -> Iterator[Item]:
    """The values of the pieces as far as they read."""
    for piece in pieces:
        value = reader(piece[0])
        if value is None:
            return
        yield Item(value, start + piece.start(), start + piece.end())


def beginning_dates(string: str) -> Value | None:
    """The dates of a field that begins with one and goes on in words: "28 July 1943 in Sweden"."""
    if (year := _YEAR_FIRST.match(words.plain(string))) is not None:
        return dated.read(string[: year.end()])
    found = [mention for mention in mentions(string) if isinstance(mention.value, (Date, Unread))]
    if not found or string[: found[0].start].strip() or not _GOES_ON.match(string, found[0].end):
        return None
    first_of_each = {mention.value: mention for mention in reversed(found)}
    return listing(
        Item(mention.value, mention.start, mention.end) for mention in reversed(first_of_each.values())
    )


def _count_items(string: str) -> Iterator[Item]:
    for start, line in lines(string):
        items = counts.read(line)
        while not items and (heading := HEADING.match(string, start, start + len(line))):
            yield Item(FreeText(), start, start + len(heading[0].rstrip()))
            line, start = line[heading.end() - start :], heading.end()
            items = counts.read(line)
        if not items:
            yield Item(FreeText(), start, start + len(line))
        for item in items:
            yield Item(item.value, start + item.start, start + item.end)


def _counted(string: str) -> Value | None:
    """The counts of a field that may also hold names: told by the noun of the first."""
    items = list(_count_items(string))
    first = items[0].value if items else None
    if not isinstance(first, Count) or (first.of and not COUNTED.search(first.of)):
        return None
    return listing(items)


def listing(items: Iterable[Item]) -> Value | None:
    """The one value of some items, or a list of them; None where all are free text."""
    found = tuple(items)
    if all(isinstance(item.value, FreeText) for item in found):
        return None
    return found[0].value if len(found) == 1 else Listing(found)


def lines(string: str, *, notes: bool = False) -> Iterator[tuple[int, str]]:
    """Each line that is not blank, stripped, with its offset; one that is a note in brackets with `notes`."""
    if "\n" not in string:
        stripped = string.strip()
        if stripped and (notes or not _NOTE.fullmatch(stripped)):
            yield string.index(stripped), stripped
        return
    start = 0
    if "(" in string:
        string = _BRACKETS.sub(_on_one_line, string)
    for line in _CONTINUED.sub(r"\1 ", string).split("\n"):
        stripped = line.strip()
        if stripped and (notes or not _NOTE.fullmatch(stripped)):
            yield start + line.index(stripped), stripped
        start += len(line) + 1


def _on_one_line(brackets: re.Match[str]) -> str:
    return brackets[0].replace("\n", " ")


def lines_of_text(text: Text) -> Value:
    """Free text, as a list where it stands on several lines."""
    items = tuple(
        Item(FreeText(), start, start + len(line)) for start, line in lines(text.string, notes=True)
    )
    return Listing(items) if len(items) > 1 else FreeText()


def _failure(text: Text, kind: str) -> Value:
    unread = next(text.of_kind(Kind.UNREAD), None)
    if unread is not None:
        return Unread(f"holds a template wikiproof does not know: {unread.value}")
    if kind in _OFTEN_WORDS and not _numeric().search(words.plain(text.string)):
        return lines_of_text(text)
    if kind == "money" and count.read(text.string):  # a currency that is not known: 500 zorkmids
        return FreeText()
    return Unread(f"not understood as a {_NOUNS.get(kind, kind)}")


@cache
def _numeric() -> re.Pattern[str]:
    return expressions.compile(words.expand("numbers", r"\d|\b(?:{NUMERAL}|{VAGUE})"))


@cache
def _placeholder() -> re.Pattern[str]:
    return expressions.compile(rf"\(?(?:{words.pattern('placeholders', 'UNKNOWN')})[.)]*")
