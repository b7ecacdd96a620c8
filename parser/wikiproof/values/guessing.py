"""Reads fields of unknown kind: typed where the writing, or a template, can mean nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from wikiproof.text import Kind
from wikiproof.values import counts, dated, duration, magnitude, money, name, number, sizes, words
from wikiproof.values.count import Count
from wikiproof.values.date import Date
from wikiproof.values.listing import Item, Listing
from wikiproof.values.other import FreeText, Unread
from wikiproof.values.reading import COUNTED, HEADING, READERS, beginning_dates, lines, one_or_lines
from wikiproof.values.time import Time

if TYPE_CHECKING:
    from wikiproof.text import Text
    from wikiproof.values import Value
    from wikiproof.values.reading import Reader

# Kinds that their writing gives away, the surest first.
_TELLING = ("coordinates", "date", "money", "quantity", "percent", "duration", "time")
_LONGEST = 100  # characters
_DIGIT = re.compile(r"[\d½⅓⅔¼¾⅛⅜⅝⅞]")
# A number, and no code: 00123, 0-345-24330 and 22.30.15 are none.
_BARE_NUMBER = re.compile(
    r"[-+]?(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,14}|[1-9]\d{0,2}(?: \d{3})+|(?=\.))(?:\.\d{1,9})?"
    r"|[1-9]\d{0,2}(?:,\d{3})*(?:\.\d{1,3})?\s*-\s*[1-9]\d{0,2}(?:,\d{3})*(?:\.\d{1,3})?"
    r"|\d{1,9}(?:st|nd|rd|th)"
)
# Fractions as typography shows them: 1/2 may be a code, or a day.
_FRACTION = re.compile(r"\d{0,6} ?[½⅓⅔¼¾⅛⅜⅝⅞]|(?:\d{1,6} )?\d{1,2}⁄\d{1,3}")
_YEARS = re.compile(r"[12]\d{3}-(?:[12]\d{3}|\d\d)")
_CODE = re.compile(r"[\d.\s-]+")
# Scales of earthquakes, eruptions and tornadoes.
_SCALED = re.compile(r"\d ?M[wsLbd]\b|\bM[wsLbd] ?\d|\bVEI[ -]?\d|\bE?F[0-5]\b|\bMMI\b")
_CLOCK = re.compile(r"\d[:.]\d\d|\d ?[ap]\.?m\b|noon|midnight")
_ERA = re.compile(r"\b(?:ad|ce|a\.d\.|c\.e\.)(?![a-z])")
_NOTES = re.compile(r"[\s.,;]*(?:\([^()]*\)[\s.,;]*)*$")
_LABEL = re.compile(r"[^\d:]{1,30}:\s*|\d{4}:\s*|\d{1,2}:\s+")


def guess(text: Text, *, likely: str = "") -> Value:
    """The value of a field of unknown kind; what stands on several lines is a list.

    `likely` is the kind that the field's name speaks of, "date", "duration" or "code": a bare year may be any number
    otherwise, and 3:25 an hour of the day.
    """
    string = text.string
    found = list(lines(string, notes=True))
    if len(found) < 2 and not HEADING.match(string):
        return _guess(text, *found[0], likely) if found else FreeText()
    whole = dated.read(string.replace("\n", " ").strip())
    if isinstance(whole, Date) and _is_sure(whole, string, likely):
        return whole
    return Listing(tuple(item for start, line in found for item in _items(text, start, line, likely)))


def _items(text: Text, start: int, line: str, likely: str) -> tuple[Item, ...]:
    """The value of a line, or the values between its commas; a heading on the line before is text."""
    heading = HEADING.match(text.string, start, start + len(line))
    if heading:
        below = _items(text, heading.end(), line[heading.end() - start :], likely)
        return (Item(FreeText(), start, start + len(heading[0].rstrip())), *below)
    value = _guess(text, start, line, likely)
    return value.items if isinstance(value, Listing) else (Item(value, start, start + len(line)),)


def _guess(text: Text, start: int, line: str, likely: str) -> Value:
    linked = name.linked(text, start, start + len(line)) or name.spouse(text, start, line)
    if len(line) > _LONGEST:
        return linked or FreeText()
    if marked := _marked(text, start, line):
        return marked
    if likely == "code" or not _DIGIT.search(line):
        return linked or FreeText()
    head = line[: _NOTES.search(line).start()]  # type: ignore[union-attr]  # it matches the end of every string
    value = (
        _told(line, start, likely)
        or (head != line and _told(head, start, likely))
        or _parts_of_count(line, start)
        or _number(head, likely)
        or linked
        or _labelled(line, start, likely)
        or _count(line, start)
    )
    return value or FreeText()


def _labelled(line: str, start: int, likely: str) -> Value | None:
    """The value after a label: "NA: 1 May 1998"."""
    label = _LABEL.match(line)
    return _told(line[label.end() :], start + label.end(), likely) if label else None


def _marked(text: Text, start: int, line: str) -> Value | None:
    """What the one template says that begins the line, or follows a label: {{convert|10|km}} of track."""
    end = start + len(line)
    found = [a for a in text.annotations if a.kind in _READERS and start <= a.start and a.end <= end]
    if len(found) != 1 or not found[0].source:
        return None
    mark = found[0]
    before = line[: mark.start - start]
    if before and not _LABEL.fullmatch(before):
        return None
    if mark.kind is Kind.DATE and not before and (whole := dated.read(line)):  # with the zone after it
        return whole
    shown = mark.value or text.string[mark.start : mark.end]
    value = next((read for reader in _READERS[mark.kind] if (read := reader(shown))), None)
    return _shifted(value, mark.start) if value else None


_READERS: dict[Kind, tuple[Reader, ...]] = {
    Kind.DATE: (dated.read,),
    Kind.DURATION: (duration.read_length,),
    Kind.MEASURE: (sizes.read, money.read, magnitude.read),
}


def _told(line: str, start: int, likely: str) -> Value | None:
    """A value whose kind its writing, or the field's name, gives away."""
    plain = words.plain(line)
    if likely != "date" and _CODE.fullmatch(plain) and not _YEARS.fullmatch(plain):
        return None
    if _SCALED.search(line) and (found := magnitude.read(line)):
        return found
    for kind in (likely, *_TELLING) if likely in READERS else _TELLING:
        value = one_or_lines(line, READERS[kind])
        if value is not None and all(_is_sure(part, plain, likely) for part in _parts(value)):
            return _shifted(value, start)
    begins = beginning_dates(line) if likely == "date" else None
    return _shifted(begins, start) if begins else None


def _number(head: str, likely: str) -> Value | None:
    if _FRACTION.fullmatch(head):
        return number.read(head)
    if not _BARE_NUMBER.fullmatch(words.plain(head)) or (likely == "date" and dated.read(head)):
        return None
    found = number.read(head)
    return found if found and (found.high is None or found.low <= found.high) else None


def _parts_of_count(line: str, start: int) -> Value | None:
    """A number and, in brackets, how many of what are in it: "40 (12 children)"."""
    found = counts.read(line) if "(" in line else ()
    parts = [item.value.of for item in found[1:] if isinstance(item.value, Count)]
    return _count(line, start) if parts and all(parts) else None


def _count(line: str, start: int) -> Value | None:
    """The counts of a line that begins with one: what is counted is a plural without a name in it."""
    found = () if _CODE.fullmatch(words.plain(line)) else counts.read(line)
    for item in found:
        if isinstance(item.value, Count) and item.value.of and not _is_counted(item.value, item.value.of):
            return None
    if not found:
        return None
    return found[0].value if len(found) == 1 else _shifted(Listing(found), start)


def _is_counted(count: Count, of: str) -> bool:
    """Whether words can be what is counted: "57 dead", "1 door", no name and no phrase."""
    if not of[0].islower() or (of.endswith("s") and count.low == count.high and count.low in _THESE_YEARS):
        return False
    return of.isalpha() if count.low == count.high == 1 else COUNTED.search(of) is not None


_THESE_YEARS = range(1900, 2050)  # "2022 storms" are those of a year


def _is_sure(value: Value, written: str, likely: str) -> bool:
    """Whether a guess may keep the value: a bare year or hour may be any number, and a reversed range is none."""
    if isinstance(value, Time):
        return _CLOCK.search(written) is not None
    if not isinstance(value, Date):
        return not isinstance(value, (FreeText, Unread))
    if value.reversed:
        return False
    if likely == "date" or value.start.month is not None or value.end != value.start:
        return True
    return (value.start.year or 1) <= 0 or _ERA.search(written) is not None


def _parts(value: Value) -> tuple[Value, ...]:
    return tuple(item.value for item in value.items) if isinstance(value, Listing) else (value,)


def _shifted(value: Value, by: int) -> Value:
    """A list that was read from a line, with its offsets into the whole text."""
    if not isinstance(value, Listing):
        return value
    return Listing(tuple(replace(item, start=item.start + by, end=item.end + by) for item in value.items))
