"""What a title says of its event."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data, expressions
from wikiproof.claims.words import words
from wikiproof.values import Date, Place, gazetteer
from wikiproof.values import date as dates
from wikiproof.values.folding import fold
from wikiproof.values.place import place

if TYPE_CHECKING:
    import re

# A year, a season or a range of years that names the event's time, not a number in a name.
_DATED = expressions.compile(
    r"^(?P<start>(?:[A-Z][a-z]+ )?(?:1\d|20)\d\d(?:[-–](?:\d\d){1,2})?)(?![-–/\d])(?= )"
    r"|\((?P<end>(?:[A-Z][a-z]+ )?(?:1\d|20)\d\d)\)$"
    r"| of (?P<of>(?:1\d|20)\d\d)$"
)
_BRACKET = expressions.compile(r" \([^()]*\)$")


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
    name = bare(title)
    named = _of("places").match(name)
    if named:
        return _known(named["rest"].split(" "))
    dated = title_date(name)
    words_left = (name.removeprefix(dated[0]) if dated else name).split()
    if len(words_left) < 2 or words_left[-1].lower() not in _events():
        return None
    return _known(words_left[:-1])


def title_site(title: str) -> str | None:
    """The name that follows "Battle of" and the like, known or not."""
    named = _of("places").match(bare(title))
    return named["rest"] if named and named["rest"][:1].isupper() else None


def is_named_after_place(title: str) -> bool:
    """Whether the title surely names a place: battles bear no persons' names."""
    return title.startswith(_surely())


def title_victims(title: str) -> str | None:
    """The names in "Murder of X and Y"; None where what follows is no name."""
    match = _of("victims").match(bare(title))
    named = match["rest"] if match else ""
    proper = all(word[:1].isupper() or word in ("and", "of", "de", "van", "von") for word in named.split())
    return named if named and proper else None


def bare(title: str) -> str:
    """A title without the words in brackets that tell it from others."""
    return _BRACKET.sub("", title)


def telling_words(name: str) -> frozenset[str]:
    """The words of an event's name that tell it from others, folded and without plural: not "the" nor "battle"."""
    return frozenset(word for word in _singular(fold(name)) if word not in _small() and not word.isdigit())


def _singular(folded: str) -> list[str]:
    return [word if len(word) < _SHORT else word.removesuffix("s") for word in folded.split()]


_SHORT = 5  # letters: what is shorter keeps its s ("Paris" does not, and is compared with itself)


@cache
def _small() -> frozenset[str]:
    table = data.table("grammar", "claims", "titles.toml")
    kinds = (word for kind in ("victims", "places") for word in table[kind]["words"])
    words_of_events = fold(" ".join((*kinds, *_events(), *table["small"]["words"])))
    return frozenset((*words_of_events.split(), *_singular(words_of_events)))


def may_be_one(name: str, other: str) -> bool:
    """Whether two names may be of one event: they share a telling word, and neither year nor kind tells them apart."""
    ours, theirs = telling_words(name), telling_words(other)
    if not ours or not theirs:
        return True
    years, other_years = set(_YEAR.findall(name)), set(_YEAR.findall(other))
    if years and other_years and not years & other_years:
        return False
    return bool(ours & theirs) and not _of_another_kind(name, other)


_YEAR = expressions.compile(r"(?<!\d)[12]\d{3}(?!\d)")


def _of_another_kind(name: str, other: str) -> bool:
    """Whether two names are of one place or victim but say another kind of event: "Battle of X", "Siege of X"."""
    for kind in ("places", "victims"):
        ours, theirs = _of(kind).match(bare(name)), _of(kind).match(bare(other))
        if ours and theirs and fold(ours["rest"]) == fold(theirs["rest"]):
            return _singular(fold(name))[:1] != _singular(fold(other))[:1]
    return False


@cache
def _surely() -> tuple[str, ...]:
    return tuple(data.table("grammar", "claims", "titles.toml")["surely"]["begins"])


@cache
def _of(kind: str) -> re.Pattern[str]:
    """Titles that begin with a word of a kind and "of", with what follows as `rest`."""
    words_of_kind = "|".join(data.table("grammar", "claims", "titles.toml")[kind]["words"])
    return expressions.compile(rf"^(?:{words_of_kind}) (?:of|on|at) (?:the )?(?P<rest>.+)$")


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
