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
    """The chain that starts at an offset, up to its last name that is a place's; empty if none is.

    A chain that opens the sentence ends where a comma does: "In Kabul, Herat was lost" names Kabul.
    """
    runs: list[list[Part]] = [[]]
    sure = (0, 0)  # how many runs, and parts of the last of them, are surely places
    outer: Part | None = None
    inward = False
    while len(runs) + len(runs[-1]) < _MOST_NAMES and (written := _written(string, at)):
        name, holder = written
        if inward and gazetteer.noun(name.name) is None and _apart(runs[-1][-1].name, name.name):
            break  # but "Orsa, in the Gao Region" is another Orsa than the known one
        joint = _patterns().joint.match(string, name.end)
        ends = joint is None and string[name.end : name.end + 1] not in _CLOSING
        if (opening and ends and runs != [[]]) or (holder and outer):
            break
        outer = outer or holder
        _append(runs, name)
        if gazetteer.noun(name.name) is not None or _is_known(runs[-1][-1].name, own):
            sure = len(runs), len(runs[-1])
        if joint is None or (joint["and"] and outer) or (joint["in"] is not None and _is_country(name.name)):
            break
        if joint["and"]:
            runs.append([])
        at, inward = joint.end(), joint["in"] is not None
    kept = [tuple(run) for run in runs[: sure[0]]]
    if not kept:
        return []
    last = _unbroken(kept[-1][: sure[1]])
    return [*kept[:-1], (*last, outer) if outer else last]


def _written(string: str, at: int) -> tuple[Part, Part | None] | None:
    """The name at an offset, and what is said to hold it: "the Afghan city of Kunduz", "Iraq's Anbar"."""
    holder: Part | None = None
    turned = _patterns().turned.match(string, at)
    if turned and _leads(turned["lead"]):
        name = gazetteer.nation(turned["name"]) or turned["name"]
        if any(known.kind != "city" for known in gazetteer.lookup(name)) and not gazetteer.noun(name):
            holder = Part(name, *turned.span("name"))
            at = turned.end()
    part = _patterns().part.match(string, at)
    if part is None or not _leads(part["lead"]) or _is_other(part["place"]):
        return None
    one_of_a_kind = part["lead"].startswith(("a ", "an ")) and gazetteer.noun(part["place"]) is None
    if one_of_a_kind and string[part.end() : part.end() + 2].strip().islower():
        return None  # "a Hamas militant"
    name, start = part["place"], part.start("place")
    head = name.partition(" of ")[0]
    if head != name and gazetteer.noun(head) is not None and not gazetteer.lookup(name):
        name = head  # "the Gao Region of Mali" is two places
    return Part(name, start, start + len(name)), holder


def _leads(lead: str) -> bool:
    """Whether the lower-case words before a name can belong to it: "the small border town of"."""
    return _patterns().lead.issuperset(lead.split())


_MOST_NAMES = 20  # in a chain: sites times what holds them is what comes out
_CLOSING = ("", ",", ".", ";", ":", ")")


def _unbroken(run: Run) -> Run:
    """The run up to a city that cannot hold what comes before it: "at Samos, Antony said" names no Antony."""
    for at in range(1, len(run)):
        cities = all(known.kind == "city" for known in gazetteer.lookup(run[at].name))
        if cities and _apart(run[at - 1].name, run[at].name):
            return run[:at]
    return run


def _apart(a: str, b: str) -> bool:
    return gazetteer.closest(gazetteer.lookup(a), gazetteer.lookup(b)) is Relation.DIFFERENT


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

    `turned` reads a larger place before a smaller: "the Afghan city of", "Iraq's". `lead` are the words that
    may stand between a preposition and its name, `other` those of no place.
    """

    name: re.Pattern[str]
    part: re.Pattern[str]
    joint: re.Pattern[str]
    turned: re.Pattern[str]
    prepositions: frozenset[str]
    lead: frozenset[str]
    other: frozenset[str]


@cache
def _patterns() -> _Patterns:
    places = data.table("grammar", "places.toml")
    nouns = [word for entry in places["noun"] for word in entry["words"]]
    around = (*nouns, *places["part"]["words"], *places["at"]["words"], *places["lead"]["words"])
    noun = "|".join(sorted(nouns, key=len, reverse=True))
    lead = r"(?P<lead>(?:[a-z][a-z-]* ){0,6}+)"
    prepositions = places["preposition"]["words"]
    return _Patterns(
        name=re.compile(rf"{START}(?!(?i:{'|'.join(prepositions)}) ){NAME}"),
        part=re.compile(rf"{lead}(?P<place>{NAME}(?: (?:{noun})\b)?)"),
        joint=re.compile(
            r",? (?P<and>and|&) (?!(?:in|near|at|on) )|,? (?P<in>(?=(?:in|near) ))|, (?!(?:at|on) )"
            r"| of (?=[^\W\d_a-z])"
        ),
        turned=re.compile(rf"{lead}(?P<name>{NAME})(?:['’]s | (?:{noun})s? of (?:the )?)(?=[^\W\d_a-z])"),
        prepositions=frozenset(prepositions),
        lead=frozenset(word for phrase in around for word in (*phrase.split(), phrase.replace(" ", "-"))),
        other=frozenset(places["other"]["words"]),
    )
