"""What a title says of its event."""

from __future__ import annotations

import re
from functools import cache

from wikiproof import data
from wikiproof.claims.words import words
from wikiproof.values import Date, Place, gazetteer
from wikiproof.values import date as dates
from wikiproof.values.place import place

# A year that names the event's time, not a season ("2021–22") nor a number in a name.
_DATED = re.compile(
    r"^(?P<start>(?:[A-Z][a-z]+ )?(?:1\d|20)\d\d)(?![-–/\d])(?= )|\((?P<end>(?:[A-Z][a-z]+ )?(?:1\d|20)\d\d)\)$"
    r"| of (?P<of>(?:1\d|20)\d\d)$"
)
_BRACKET = re.compile(r" \([^()]*\)$")


def title_date(title: str) -> tuple[str, Date] | None:
    """The words of a title that date its event ("March 2022"), and the date."""
    match = _DATED.search(title)
    if match is None:
        return None
    after = title[match.end() :].split()
    if match["start"] and after and not (after[0][:1].isupper() or after[0].lower() in _events()):
        return None  # "1200 block shooting"
    named = match["start"] or match["end"] or match["of"]
    for text in (named, named.split()[-1]):
        value = dates.read(text)
        if isinstance(value, Date):
            return text, value
    return None


def title_place(title: str) -> Place | None:
    """The place a title names its event after: "Battle of X", "2016 X bombing"; None where none is known."""
    bare = _BRACKET.sub("", title)
    named = _of("places").match(bare)
    if named:
        return _known(named["rest"].split(" "))
    dated = title_date(bare)
    words_left = (bare.removeprefix(dated[0]) if dated else bare).split()
    if len(words_left) < 2 or words_left[-1].lower() not in _events():
        return None
    return _known(words_left[:-1])


def title_site(title: str) -> str | None:
    """The name that follows "Battle of" and the like, known or not."""
    named = _of("places").match(_BRACKET.sub("", title))
    return named["rest"] if named and named["rest"][:1].isupper() else None


def title_victims(title: str) -> str | None:
    """The names in "Murder of X and Y"; None where what follows is no name."""
    match = _of("victims").match(_BRACKET.sub("", title))
    named = match["rest"] if match else ""
    proper = all(word[:1].isupper() or word in ("and", "of", "de", "van", "von") for word in named.split())
    return named if named and proper else None


@cache
def _of(kind: str) -> re.Pattern[str]:
    """Titles that begin with a word of a kind and "of", with what follows as `rest`."""
    words_of_kind = "|".join(data.table("grammar", "claims", "titles.toml")[kind]["words"])
    return re.compile(rf"^(?:{words_of_kind}) (?:of|on|at) (?:the )?(?P<rest>.+)$")


def _known(parts: list[str]) -> Place | None:
    """The longest beginning of the words that is a known town: regions and countries lend their names too widely."""
    for end in range(len(parts), 0, -1):
        if end < len(parts) and gazetteer.noun(" ".join(parts[: end + 1])) == "site":
            return None  # the Bristol of "Bristol Channel" is not the place
        name = " ".join(parts[:end]).rstrip(",")
        if any(known.kind == "city" for known in gazetteer.lookup(name)):
            return place(name)
    return None


@cache
def _events() -> frozenset[str]:
    lexicon = words()
    letters = {lexicon.letters["EVENT"], lexicon.letters["MASSACRE"]}
    return frozenset(word for word, letter in lexicon.classes.items() if letter in letters)
