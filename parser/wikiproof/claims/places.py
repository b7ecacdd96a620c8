"""Where a sentence says something was: names after prepositions and nouns of place, read as chains."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.claims.capitals import NAME, START
from wikiproof.claims.lexicon import lexicon
from wikiproof.role import Role
from wikiproof.values import Listing, Place, gazetteer
from wikiproof.values.folding import fold
from wikiproof.values.gazetteer import Relation
from wikiproof.values.links import links_of
from wikiproof.values.name import core
from wikiproof.values.place import Part, spread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article, Sentence
    from wikiproof.values import Value
    from wikiproof.values.place import Run


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place in a sentence: offsets in its text, and the words before it, folded ("in", "north of", "of").

    `known` says that the gazetteer or the infobox knows its smallest part; else only a noun, or the places it
    stands among, say it is a place.
    """

    value: Place
    start: int
    end: int
    preposition: str
    known: bool


def own_places(article: Article) -> frozenset[str]:
    """The folded names that the infoboxes give to places, and those in the title, which may be places."""
    fields = (field for box in article.all_infoboxes() for field in box.fields)
    given = (field.value for field in fields if field.role in (Role.PLACE, Role.COUNTRY) and field.value)
    parts = (part for value in given for place in _places(value) for part in place.parts)
    titled = (match[0] for match in _patterns().name.finditer(article.title or ""))
    return frozenset(map(gazetteer.fold, (*parts, *(name for name in titled if not _is_other(name)))))


def _places(value: Value) -> Iterator[Place]:
    if isinstance(value, Place):
        yield value
    elif isinstance(value, Listing):
        yield from (item.value for item in value.items if isinstance(item.value, Place))


def place_mentions(sentence: Sentence, own: frozenset[str] = frozenset()) -> list[PlaceMention]:
    """The places of a sentence in order; `own` are the folded names that the infobox gives to places."""
    string = sentence.text.string
    found: list[PlaceMention] = []
    at = 0
    for match in _patterns().name.finditer(string):
        before = _before(string, match.start()) if match.start() >= at else None
        if before is None or not (runs := _read(string, match.start(), own, opening=before.start == 0)):
            continue
        at = max(part.end for run in runs for part in run)
        for place in spread(runs, links_of(sentence.text)):
            site = place.value.parts[0]
            if before.words != "on" or gazetteer.noun(site) == "site":
                known = _is_known(site, own)
                found.append(PlaceMention(place.value, place.start, place.end, before.words, known))
    return found


@dataclass(frozen=True, slots=True)
class _Preposition:
    words: str
    start: int


_LOOK_BACK = 64  # characters before a name that may hold its preposition


def _before(string: str, at: int) -> _Preposition | None:
    """The preposition of the name at an offset, or "of" after a noun of place; None where it has neither."""
    words = string[max(at - _LOOK_BACK, 0) : at].casefold().split(" ")[:-1]
    patterns = _patterns()
    of_place = False  # "on the outskirts of" is no "on"
    for index in range(len(words) - 1, -1, -1):
        at -= len(words[index]) + 1
        word = words[index]
        pair = " ".join(words[max(index - 1, 0) : index + 1])
        if pair in patterns.prepositions:
            return _Preposition(pair, at)
        if word in patterns.prepositions:
            return _Preposition("near" if word == "on" and of_place else word, at)
        if word not in patterns.lead:
            break
        of_place |= word != "of" and words[index + 1 : index + 2] == ["of"]
    return _Preposition("of", at) if of_place else None


def _read(string: str, at: int, own: frozenset[str], *, opening: bool) -> list[Run]:
    """The chain that starts at an offset, also one turned round: "the U.S. state of Georgia"."""
    nation = _patterns().nation.match(string, at)
    if nation is None or not (_is_country(nation["name"]) or gazetteer.demonym(nation["name"])):
        return _chain(string, at, own, opening=opening)
    runs = _chain(string, nation.end(), own, opening=opening)[:1]
    if runs and _is_country(nation["name"]):
        return [(*runs[0], Part(nation["name"], *nation.span("name")))]
    return runs


def _chain(string: str, at: int, own: frozenset[str], *, opening: bool) -> list[Run]:
    """The chain that starts at an offset, up to its last name that is a place's; empty if none is.

    A chain that opens the sentence ends where a comma does: "In Kabul, Herat was lost" names Kabul.
    """
    runs: list[list[Part]] = [[]]
    sure = (0, 0)  # how many runs, and parts of the last of them, are surely places
    patterns = _patterns()
    while len(runs) + len(runs[-1]) < _MOST_NAMES and (part := patterns.part.match(string, at)):
        joint = patterns.joint.match(string, part.end())
        name = Part(part["place"], *part.span("place"))
        goes_on = joint is not None or string[name.end : name.end + 1] in _CLOSING
        if _is_other(name.name) or not patterns.lead.issuperset(part["lead"].split()):
            break
        if opening and runs != [[]] and not goes_on:
            break
        _append(runs, name)
        if gazetteer.noun(name.name) is not None or _is_known(runs[-1][-1].name, own):
            sure = len(runs), len(runs[-1])
        if joint is None or (joint["in"] is not None and _is_country(name.name)):
            break
        if joint["and"]:
            runs.append([])
        at = joint.end()
    kept = [tuple(run) for run in runs[: sure[0]]]
    return [*kept[:-1], _unbroken(kept[-1][: sure[1]])] if kept else []


_MOST_NAMES = 20  # in a chain: sites times what holds them is what comes out
_CLOSING = ("", ",", ".", ";", ":", ")")


def _unbroken(run: Run) -> Run:
    """The run up to a city that cannot hold what comes before it: "at Samos, Antony said" names no Antony."""
    for at in range(1, len(run)):
        inner, outer = gazetteer.lookup(run[at - 1].name), gazetteer.lookup(run[at].name)
        cities = all(known.kind == "city" for known in outer)
        if cities and gazetteer.closest(inner, outer) is Relation.DIFFERENT:
            return run[:at]
    return run


def _append(runs: list[list[Part]], name: Part) -> None:
    """Add a name to the last run, or to the one before where both make a name: "Bosnia and Herzegovina"."""
    if len(runs) > 1 and not runs[-1]:
        before = runs[-2][-1]
        whole = Part(f"{before.name} and {name.name}", before.start, name.end)
        if gazetteer.lookup(whole.name):
            runs.pop()
            runs[-1][-1] = whole
            return
    runs[-1].append(name)


def _is_known(name: str, own: frozenset[str]) -> bool:
    return gazetteer.fold(name) in own or bool(gazetteer.lookup(name))


def _is_country(name: str) -> bool:
    return any(known.kind == "country" for known in gazetteer.lookup(name))


def _is_other(name: str) -> bool:
    """Whether the name is a time's, an event's or an actor's."""
    if gazetteer.lookup(name):
        return False
    return core(name) in lexicon().actors or not _patterns().other.isdisjoint(fold(name).split())


@dataclass(frozen=True, slots=True)
class _Patterns:
    """`name` finds names, `part` reads one with the words about it, `joint` what joins two.

    `nation` reads what stands before the "of" in "the Afghan city of". `lead` are the words that may stand
    between a preposition and its name, `other` those of no place.
    """

    name: re.Pattern[str]
    part: re.Pattern[str]
    joint: re.Pattern[str]
    nation: re.Pattern[str]
    prepositions: frozenset[str]
    lead: frozenset[str]
    other: frozenset[str]


@cache
def _patterns() -> _Patterns:
    places = data.table("grammar", "places.toml")
    nouns = [word for entry in places["noun"] for word in entry["words"]]
    around = (*nouns, *places["part"]["words"], *places["at"]["words"], *places["lead"]["words"])
    noun = "|".join(sorted(nouns, key=len, reverse=True))
    prepositions = places["preposition"]["words"]
    return _Patterns(
        name=re.compile(rf"{START}(?!(?i:{'|'.join(prepositions)}) ){NAME}"),
        part=re.compile(rf"(?P<lead>(?:[a-z][a-z-]* ){{0,6}})(?P<place>{NAME}(?: (?:{noun})\b)?)"),
        joint=re.compile(
            r",? (?P<and>and|&) (?!(?:at|on) )|,? (?P<in>(?=(?:in|near) ))|, (?!(?:at|on) )"
            r"| of (?=[^\W\d_a-z])"
        ),
        nation=re.compile(rf"(?P<name>{NAME}) (?:{noun})s? of (?=[^\W\d_a-z])"),
        prepositions=frozenset(prepositions),
        lead=frozenset(word for phrase in around for word in phrase.split()),
        other=frozenset(places["other"]["words"]),
    )
