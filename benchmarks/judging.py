"""What an infobox field must hold, told from its raw value by rules of this file alone.

Nothing here is shared with wikiproof or a peer: wikitext is taken apart by a few regular expressions, innermost
templates first, and only what is sure to be seen by a reader is asked for.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HIDDEN = re.compile(
    r"<ref\b[^>]*/>|<(ref|math|gallery|imagemap|timeline)\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE
)
_NOWIKI = re.compile(r"</?nowiki\s*/?>", re.IGNORECASE)
_BREAK = re.compile(
    r"</?\s*[bh]r\b[^<>]*>|</?(?:li|ul|ol|p|tr|div|td)\b[^>]*>|^----+|\n\s*\n", re.IGNORECASE | re.MULTILINE
)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_FILE = re.compile(r"\[\[\s*(?:file|image|category|[a-z]{2,3})\s*:[^\[\]]*\]\]", re.IGNORECASE)
_LINK = re.compile(r"\[\[\s*:?(?:[^\[\]|{}]*\|)?([^\[\]|{}]*)\]\]")
_ADDRESS = re.compile(r"\[(?:https?:)?//[^\s\]]*\s*([^\]\[]*)\]")
_INNERMOST = re.compile(r"\{\{((?:(?!\{\{|\}\})[^{}])*)\}\}")
_INFOBOX = re.compile(r"\s*(?:.*\binfobox|infobox\b.*)\s*(?:\||$)", re.IGNORECASE | re.DOTALL)

# Templates that show the arguments they are given, all of them or those counted here.
_SHOWS_FIRST = {
    "nowrap", "small", "nobold", "big", "smaller", "noitalic", "flag", "flagcountry", "flagu", "center",
    "nobr", "circa", "plain list", "plainlist", "flatlist", "abbr", "ill", "interlanguage link",
}  # fmt: skip
_SHOWS_SECOND = {"lang", "color", "native name", "transl"}
_SHOWS_ALL = {"ubl", "unbulleted list", "hlist", "ublist", "br separated entries", "collapsible list"}
# Templates that show a date or a number, which must be found again in what was read.
_DATED = re.compile(
    r"(?:start|end|birth|death|release|film|television|vgrelease)[ -]?(?:date|year)|dob|bda|dda|dts"
    r"|start and end dates?|startandenddates|filmdate|as of|date$"
)
_MEASURED = {"convert", "cvt", "val", "convinfobox", "formatnum:", "nts", "height", "convert infobox", "us$", "inr",
             "gbp", "usd", "jpy", "rs", "inrconvert", "percentage", "frac", "fraction", "duration"}  # fmt: skip
_POINTS = {"coord", "coor dms", "coor dm", "coor d", "coor title dms", "coor title dm", "coor title d"}

_RESIDUE = re.compile(
    r"\{\{|\}\}|\[\[|\]\]|''|</?[a-z][a-z0-9]*\b[^<>]*>|<!--|&(?:[a-z]{2,8}|#\d+);|\[https?:|\||^\s*[*#:;]+\s",
    re.IGNORECASE | re.MULTILINE,
)
_WORD = re.compile(r"[^\W_]+")
_MARK = "\x00"  # stands for a template of which nothing is sure
_CUT = "\x01"  # stands between two items of a list


@dataclass(frozen=True, slots=True)
class Expected:
    """What one field must give: the words a reader sees for sure, its list items, and the types it carries.

    `numbers` are those of its dates and measures; `carries` is "date", "number", "coordinates", "list" or "".
    """

    words: Counter[str]
    items: tuple[str, ...]
    numbers: tuple[str, ...]
    carries: str
    has_bar: bool = False


def field_kinds(facts: Path) -> dict[str, str]:
    """The kind of value that a parameter holds in every infobox that has it, by the facts on infoboxes."""
    kinds: dict[str, set[str]] = {}
    for box, about in json.loads(facts.read_text("utf-8")).items():
        for name, parameter in about["params"].items() if box != "_meta" else ():
            for each in (name, *parameter.get("aliases", ())):
                kinds.setdefault(fold(each), set()).add(_KINDS.get(parameter.get("type", ""), ""))
    return {name: next(iter(found)) for name, found in kinds.items() if len(found) == 1}


_KINDS = {
    "date": "date", "date_range": "date", "date_or_range": "date", "datetime_utc": "date", "year": "date",
    "count": "number", "count_list": "number", "casualties": "number", "money": "number", "measure": "number",
    "percent": "number", "magnitude": "number", "duration": "number", "time": "number", "coord": "coordinates",
}  # fmt: skip


def fold(name: str) -> str:
    """A parameter's name without regard to case and separators."""
    return " ".join(re.sub(r"[_-]", " ", name).casefold().split())


def expect(name: str, raw: str, kinds: dict[str, str]) -> Expected:
    """What the field of that name must give for its raw value."""
    seen = _Seen()
    text = seen.text(raw)
    items = tuple(_items(text.replace(_MARK, " ")))
    whole = " ".join(text.split())
    if len(items) > 1:
        carries = "list"
    elif _is_other(name, whole):
        carries = ""
    else:
        carries = (
            seen.carries or _writing(whole) or (kinds.get(fold(name), "") if re.search(r"\d", whole) else "")
        )
    return Expected(Counter(_words(text)), items, tuple(seen.numbers), carries, "{{!}}" in raw)


def _items(text: str) -> Iterator[str]:
    """The lines of a text; what stands in brackets, or after a dash, goes on from the line before."""
    item = ""
    for line in (line.strip(" \t,;") for line in text.split("\n")):
        if not any(map(str.isalnum, line)):
            continue
        is_open = item.count("(") > item.count(")")
        goes_on = line.startswith(("(", "–", "-", "—", "[")) or item.endswith(("–", "-", "—")) or is_open
        if goes_on and item and not item.startswith("("):
            item += " " + line
        else:
            if item:
                yield item
            item = line
    if item:
        yield item


def is_clean(text: str, expected: Expected) -> bool:
    """Whether a peer's text has no residue of markup, and every word that must be there."""
    return not _RESIDUE.search(text.replace("|", "") if expected.has_bar else text) and not lost_words(
        text, expected
    )


def lost_words(text: str, expected: Expected) -> Counter[str]:
    """The words that a reader sees for sure and the text does not have."""
    return expected.words - Counter(_words(text))


def lost_items(pieces: list[str], expected: Expected) -> int:
    """How many list items are in none of the pieces, or in one piece with the item before them.

    A piece may be less than an item ("12 killed" and "30 wounded" of one line), and a heading ("Army:") may stand in
    one piece with the first item below it.
    """
    if expected.carries != "list":
        return 0
    words = [set(_words(piece)) for piece in pieces]
    lost, at = 0, 0
    for item in expected.items:
        end = _end_of(set(_words(item)) - _JOINING, words, at)
        if end is None:
            lost += 1
        else:
            at = end - item.endswith(":") if words[end - 1] > set(_words(item)) else end
    return lost


def _end_of(item: set[str], pieces: list[set[str]], start: int) -> int | None:
    """The end of the first run of pieces that together have the words of an item, each of them some."""
    for first in range(start, len(pieces)):
        missing, end = item - pieces[first], first + 1
        while missing and end < len(pieces) and missing & pieces[end]:
            missing, end = missing - pieces[end], end + 1
        if not missing:
            return end
    return None


_JOINING = {"and", "by", "x"}  # between the pieces of an item


def has_number(numbers: set[float], expected: Expected) -> bool:
    """Whether a typed value holds what the field's first date or measure says; true where that is not known."""
    if not expected.numbers:
        return True
    wanted = float(expected.numbers[0])
    return any(abs(number - wanted * scale) <= abs(number) * 1e-9 for number in numbers for scale in _SCALES)


_SCALES = (1, -1, 60, 3600, 86400, 1e3, 1e5, 1e6, 1e7, 1e9, 1e12)


class _Seen:
    """A raw value being taken apart."""

    def __init__(self) -> None:
        self.carries = ""
        self.numbers: list[str] = []

    def text(self, raw: str) -> str:
        text = _COMMENT.sub("", raw)
        text = _NOWIKI.sub("", _HIDDEN.sub("", text))
        for _ in range(20):
            simpler = _FILE.sub("", text)
            simpler = _LINK.sub(lambda link: link[1] + " " * (not link[1]), simpler)
            simpler = _INNERMOST.sub(lambda call: self._template(call[1]), simpler)
            if simpler == text:
                break
            text = simpler
        text = _ADDRESS.sub(r"\1", text)
        text = re.sub(r"'{2,}", "", html.unescape(_TAG.sub("", _BREAK.sub(_CUT, text))))
        # A line end alone is a space; what begins with a list mark is an item.
        text = re.sub(r"(?m)^\s*[*#:;]+\s*(.*)$", f"{_CUT}\\1{_CUT}", text)
        return re.sub(r"[\u200b-\u200f\u2060\ufeff]", "", text.replace("\n", " ").replace(_CUT, "\n"))

    def _template(self, call: str) -> str:
        name, *arguments = call.split("|")
        folded = " ".join(name.replace("_", " ").casefold().split())
        if _INFOBOX.match(call):
            return ""
        positional = [each.strip() for each in arguments if not re.match(r"\s*[\w -]+=", each)]
        named = {key.strip(): value.strip() for key, _, value in (each.partition("=") for each in arguments)}
        first = named.get("name", named.get("1", positional[0] if positional else ""))
        if folded in _SHOWS_FIRST:
            return "\n" * (folded in ("plainlist", "flatlist", "plain list")) + first + _MARK * (not first)
        if folded in _SHOWS_SECOND:
            return named.get("2", positional[1] if len(positional) > 1 else "")
        if folded in _SHOWS_ALL:
            return _CUT + _CUT.join(positional) + _CUT
        if folded in _POINTS:
            self.carries = "coordinates"
        elif folded in _MEASURED or folded.startswith("formatnum:"):
            self._number("number", [first or folded.partition(":")[2], *named.values()])
        elif _DATED.match(folded):
            self._number("date", positional or list(named.values()))
        return _MARK

    def _number(self, kind: str, arguments: list[str]) -> None:
        digits = (re.sub(r"(?<=\d),(?=\d{3})", "", each).lstrip("-−") for each in arguments)
        number = next((each for each in digits if re.fullmatch(r"\d+(?:\.\d+)?", each)), None)
        if number and not self.carries:
            self.carries = kind
            self.numbers.append(number)


def _words(text: str) -> Iterator[str]:
    return (word.casefold() for word in _WORD.findall(unicodedata.normalize("NFKC", text)))


_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_ABOUT = (
    r"(?:\(?(?:c\.|ca\.|circa|about|approx\w*\.?|around|over|under|at least|more than|up to|nearly|est\.?|~|≈"
    r"|>|<|early|mid|late|since|from|before|after|between)\s*)*"
)
_DATE = re.compile(
    rf"{_ABOUT}(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+\d{{3,4}}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|{_MONTH}\s+\d{{4}}|\d{{4}}-\d\d-\d\d|\d{{4}}\s*[-–—]\s*(?:\d{{2}}|\d{{4}}|present))(?![\d\w])(?!\s(?-i:[A-Z]))",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    rf"{_ABOUT}(?:[A-Z]{{0,3}}[$€£¥₹]|Rs\.?|USD|INR)?\s?[-−+]?\d+(?:[.,\s]\d{{3}})*(?:\.\d+)?\s?"
    r"(?:%|[-–]\s?\d|\(|\+?$|(?-i:[a-z]{3,}[^,]{0,30}$)|(?:million|billion|crore|lakh|thousand|trillion)\b"
    r"|(?:minutes|min|minute|mins|hours|days|years|seconds|km|m|mi|ft|cm|mm|kg|lb|lbs|t|tonnes|tons|acres|ha|sq|mph|kn|knots|px|people|men|episodes|pages)\b)",
    re.IGNORECASE,
)
_NO_NUMBER = re.compile(r"\+?\d+(?:[-–./ ]\d+){2,}|.*\.(?:jpe?g|png|svg|gif)\b|\S+\.\S+/")


def _writing(text: str) -> str:
    """What a value's own words carry, told by how they begin."""
    if _DATE.match(text) and len(text) < 100:
        return "date"
    if _NUMBER.match(text) and not _NO_NUMBER.match(text) and len(text) < 100:
        return "number"
    return ""


def _is_other(name: str, text: str) -> bool:
    """Whether a field is a picture, how wide it is, or a code: what looks like a number there is none."""
    return bool(
        _OTHER.search(name) or re.search(r"\.(?:jpe?g|png|svg|gif|ogg)\b|^\S+://", text, re.IGNORECASE)
    )


_OTHER = re.compile(
    r"image|logo|map|flag|caption|alt\b|size|width|isbn|issn|oclc|colou?r|photo|pixels|_res\b|code|number$|\bid\b|_id\b"
    r"|^\d+$|address|zip|postal|website|url|footnote|name|title",
    re.IGNORECASE,
)
