"""Names of people, groups and things."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from wikiproof import data, expressions
from wikiproof.text import Kind
from wikiproof.values import dated
from wikiproof.values.base import Agreement
from wikiproof.values.date import Date
from wikiproof.values.folding import fold
from wikiproof.values.links import links_of
from wikiproof.values.listing import Item, Listing
from wikiproof.values.other import FreeText, Unread

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from wikiproof.text import Text
    from wikiproof.values import Value
    from wikiproof.values.links import Links


@dataclass(frozen=True, slots=True)
class Name:
    """One named thing and the page it links to, if any; `note` is what stands in brackets after it.

    `country` is the ISO 3166-1 alpha-2 code of a flag that shows it.
    """

    name: str
    link: str | None = None
    note: str | None = None
    country: str | None = None

    @property
    def when(self) -> Date | None:
        """The time that the note says: of a marriage, of membership."""
        if not (self.note and _DIGITS.search(self.note)):
            return None
        found = dated.read(_MARRIED_TO.sub(" – ", self.note))
        return found if isinstance(found, Date) else None

    def as_json(self) -> dict[str, Any]:
        """The value as JSON data, `kind` first; see `schema/value.schema.json`."""
        document: dict[str, Any] = {"kind": "name", "name": self.name}
        beside = (("link", self.link), ("country", self.country), ("note", self.note))
        document |= {key: part for key, part in beside if part}
        if when := self.when:
            document["date"] = when.as_json()
        return document


_MARRIED_TO = expressions.compile(r"; (?:div\.|died|sep\.|ann\.|his death|her death)")
_SPOUSE = expressions.compile(r"[^\W\d_][^\n()\d]{1,80} \(m\. [^()]*\)")
_DIGITS = expressions.compile(r"\d{3}")
_LINE = expressions.compile(r"[^\n]+(?:\n\s*\([^()\n]*\))*")  # and notes in brackets on lines of their own
_LONGEST_NAME = 100  # characters: what is longer is a sentence, not a name


def read(text: Text) -> Value:
    """The name or names of a field; several make a Listing."""
    return read_many(text)


def read_one(text: Text) -> Value:
    """The one name that the whole field gives, however many words and commas it has; several on as many lines."""
    links = links_of(text)
    if "\n" in text.string:
        return _read_lines(text, links)
    stretch = _trimmed(text.string, 0, len(text.string))
    if stretch is None:
        return Unread("names nothing")
    start, end = stretch
    found = _name(text.string[start:end], links.target(start, end), links.country(start))
    return FreeText() if found is None or len(found.name) > _LONGEST_NAME else found


def _read_lines(text: Text, links: Links) -> Value:
    """A name on each line; what is none, such as a note in brackets, is text."""
    items = []
    for line in _LINE.finditer(text.string):
        stretch = _trimmed(text.string, *line.span())
        if stretch is not None:
            start, end = stretch
            found = _name(text.string[start:end], links.target(start, end), links.country(start))
            is_name = found is not None and len(found.name) <= _LONGEST_NAME
            items.append(Item(found if is_name and found else FreeText(), start, end))
    if not items:
        return Unread("names nothing")
    return items[0].value if len(items) == 1 else Listing(tuple(items))


def linked(text: Text, start: int, end: int) -> Name | None:
    """The name that the whole stretch between two offsets is, as the label of one link."""
    link = next((link for link in text.of_kind(Kind.LINK) if link.start <= start < link.end), None)
    if link is None and (country := links_of(text).country(start)) and end - start <= _LONGEST_NAME:
        return _name(text.string[start:end], None, country)
    if link is None or _trimmed(text.string, start, end) != (max(start, link.start), min(end, link.end)):
        return None
    return _name(text.string[start:end], link.value, links_of(text).country(start))


def spouse(text: Text, start: int, line: str) -> Name | None:
    """The name of a line that is a marriage: "Ada Byron (m. 1835)"."""
    if not _SPOUSE.fullmatch(line):
        return None
    return _name(line, links_of(text).target(start, start + len(line)), None)


def read_many(text: Text) -> Value:
    """The names of a field, split at lines, semicolons, commas and "and" where no name or link holds them.

    A line of a list that heads the names below it, or has no name, is text.
    """
    links = links_of(text)
    items = []
    names = 0
    for start, end, heads in _stretches(text.string, links):
        found = (
            None if heads else _name(text.string[start:end], links.target(start, end), links.country(start))
        )
        if found is not None and len(found.name) > _LONGEST_NAME:
            return FreeText()
        names += found is not None
        items.append(Item(found or FreeText(), start, end))
    if not names:
        return Unread("names nothing")
    return items[0].value if len(items) == 1 else Listing(tuple(items))


# A bracket with all it holds is passed over, so that nothing inside it splits; a line that ends with a colon
# ("Supported by:") heads the names below it.
_SPLIT = expressions.compile(
    r"\([^()]*\)|\[[^\[\]]*\]|(?P<heading>:[^\S\n]*(?:\n|$))|(?P<sure>\n(?!\s*\()|[;•·])"
    r"|(?P<comma>,)|(?P<and>\s(?:and|&)\s)"
)
# What after a comma belongs to the name before it: "Martin Luther King, Jr.", "Otto IV, Holy Roman Emperor".
_MORE = expressions.compile(r"\s*(?:Jr|Sr|Inc|Ltd|LLC|PhD|MD|[IVX]+)\b\.?|\s+(?:[a-z]|\d)")
_CAPITAL = expressions.compile(r"(?:(?:the|an?|al|el|ad|as|ar|de|van|von|bin)[ -])?[^\W\d_a-zß-öø-ÿ]")
_JOIN = expressions.compile(r"\s*(?:and|&)\s+")


def _stretches(string: str, links: Links) -> Iterator[tuple[int, int, bool]]:
    """Offsets of the names in a text, and whether it is a heading; nothing inside a link's label splits."""
    start = 0
    for match in _SPLIT.finditer(string):
        if match.lastgroup and not links.hold(match.start()) and _splits(string, match, start):
            if stretch := _trimmed(string, start, match.start()):
                yield (*stretch, match.lastgroup == "heading")
            start = match.end()
    if stretch := _trimmed(string, start, len(string)):
        yield (*stretch, False)


def _splits(string: str, match: re.Match[str], start: int) -> bool:
    if match["sure"] or match["heading"]:
        return True
    if match["comma"]:
        return not _MORE.match(string, match.end())
    left = string[max(start, match.start() - _LONGEST_NAME) : match.start()].strip()
    right = string[match.end() : match.end() + _LONGEST_NAME].lstrip()
    return _complete(left) and _CAPITAL.match(right) is not None and not _shared(left, right)


def _complete(name: str) -> bool:
    """Whether the words before an "and" can be a name of their own: a capital, and no "of" left open."""
    words = name.split()
    return bool(words) and words[0][:1].isupper() and not _open(words)


def _open(words: list[str]) -> bool:
    """Whether "of X" ends the words, so that "and Y" may go on with it: "State of Iraq and the Levant"."""
    return any(word in ("of", "for", "on", "in") for word in words[-3:-1])


def _shared(left: str, right: str) -> bool:
    """Whether two adjectives share what follows: "Hindu and Sikh refugees", "UN and Red Crescent convoy"."""
    tail = _SPLIT.split(right, maxsplit=1)[0].split()
    return len(left.split()) == 1 and len(tail) > 1 and tail[-1][:1].islower()


_MARK = expressions.compile(r"[†‡✝]|\((?:POW|KIA|WIA|MIA|DOW|†)\)")
_BRACKET = expressions.compile(r"\(([^()]*)\)?|\[([^\[\]]*)\]")
_EDGE = " \t,;:•·*–—-"


def _trimmed(string: str, start: int, end: int) -> tuple[int, int] | None:
    piece = string[start:end]
    left = len(piece) - len(piece.lstrip(_EDGE + "\n"))
    right = len(piece.rstrip(_EDGE + "\n"))
    join = _JOIN.match(piece, left, right)
    left = join.end() if join else left
    return (start + left, start + right) if left < right else None


def _name(piece: str, link: str | None, country: str | None) -> Name | None:
    """The name a stretch of text gives; None where it has no letter outside brackets."""
    marks = [mark.strip("()") for mark in _MARK.findall(piece)]
    bare = _MARK.sub(" ", piece)
    notes = [note.strip() for pair in _BRACKET.findall(bare) for note in pair if note.strip()]
    name = " ".join(_BRACKET.sub(" ", bare).split()).strip(_EDGE)
    if not any(map(str.isalpha, name)):
        return None
    return Name(name, link, "; ".join((*marks, *notes)) or None, country)


@lru_cache(maxsize=1 << 12)
def compare(a: Name, b: Name) -> Agreement:
    """Whether two names can be one thing's; that they cannot, an article's own table of names says."""
    agree = same(a.name, b.name) or (
        a.link is not None and b.link is not None and fold(a.link) == fold(b.link)
    )
    return Agreement.AGREE if agree else Agreement.UNKNOWN


@lru_cache(maxsize=1 << 13)
def same(a: str, b: str) -> bool:
    """Whether two names are alike: equal when folded, or one spelt by or held in the other as whole words."""
    ours, theirs = core(a), core(b)
    if not (ours and theirs):
        return False
    if ours == theirs or is_acronym(a, b) or is_acronym(b, a):
        return True
    short, long = sorted((ours, theirs), key=len)
    if f" {short} " in f" {long} ":
        return not all(part in common_words() or part.isdecimal() for part in short.split())
    return (
        is_person(a)
        and is_person(b)
        and ours.split()[0] == theirs.split()[0]
        and ours.split()[-1] == theirs.split()[-1]
    )


def is_person(name: str) -> bool:
    """Whether the name can be a person's full name: two to four words with capitals, none of them common."""
    parts = name.split()
    titled = [part for part in parts if fold(part) not in words("title")]
    return 2 <= len(titled) <= 4 and all(
        any(map(str.isupper, part)) and fold(part) not in common_words() for part in titled
    )


@cache
def common_words() -> frozenset[str]:
    """The words that tell no name from another."""
    return words("nobody") | words("common") | words("small")


@lru_cache(maxsize=1 << 13)
def core(name: str) -> str:
    """The name folded, without articles and titles: "the Col. Jovenal Narcise" is "jovenal narcise"."""
    parts = fold(name).split()
    titles = words("title")
    while len(parts) > 1 and (parts[0] == "the" or parts[0] in titles):
        del parts[0]
    return " ".join(parts)


@lru_cache(maxsize=1 << 12)
def is_acronym(short: str, long: str) -> bool:
    """Whether the first is spelt by the words of the second: "JeM" by "Jaish-e-Mohammad".

    A first or last word may be left out, and words they share: "Provisional IRA" is an acronym's too.
    """
    ours, theirs = fold(short).split(), fold(long).split()
    while ours and theirs and ours[0] == theirs[0]:
        del ours[0], theirs[0]
    while ours and theirs and ours[-1] == theirs[-1]:
        ours.pop()
        theirs.pop()
    letters = "".join(ours)
    capitals = sum(c.isupper() for c in short)
    if not (2 <= len(letters) <= _LONGEST_ACRONYM and len(theirs) > 1 and capitals >= 2) or len(ours) > 2:
        return False
    return any(_spells(letters, words) for words in (theirs, theirs[1:], theirs[:-1]) if len(words) > 1)


_LONGEST_ACRONYM = 9  # letters
_LONGEST_PIECE = 3  # letters that one word gives: "HuJI" takes two of "Harkat"


def _spells(letters: str, parts: list[str]) -> bool:
    """Whether every word gives its first letters, in order; small words may give none."""
    small = words("small")
    ends = {0}
    for part in parts[: _LONGEST_ACRONYM * 2]:
        given = {
            end + size
            for end in ends
            for size in range(1, _LONGEST_PIECE + 1)
            if letters[end : end + size] == part[:size] and end + size <= len(letters)
        }
        ends = given | ends if part in small else given
    return len(letters) in ends


@cache
def words(group: str) -> frozenset[str]:
    """One list of `grammar/names.toml`, folded: "title", "small", "nobody" or "common"."""
    return frozenset(map(fold, data.table("grammar", "names.toml")[group]["words"]))
