"""Where a sentence says something was: names after prepositions and nouns of place, read as chains."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data, expressions
from wikiproof.claims.capitals import NAME, START
from wikiproof.claims.lexicon import lexicon
from wikiproof.claims.titles import title_site
from wikiproof.role import Role
from wikiproof.values import Listing, Place, gazetteer
from wikiproof.values.folding import fold
from wikiproof.values.gazetteer import Relation
from wikiproof.values.links import links_of
from wikiproof.values.name import core
from wikiproof.values.place import Part, spread

if TYPE_CHECKING:
    import re
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


_PLACED = frozenset({Role.PLACE, Role.COUNTRY, Role.AFFECTED})


def own_places(article: Article) -> frozenset[str]:
    """The folded names that the infoboxes give to places, and those in the title, which may be places."""
    fields = (field for box in article.all_infoboxes() for field in box.fields)
    given = (field.value for field in fields if field.role in _PLACED and field.value)
    parts = (part for value in given for place in _places(value) for part in place.parts)
    return frozenset(map(gazetteer.fold, parts)) | title_names(article.title or "")


def title_names(title: str) -> frozenset[str]:
    """The folded names in a title that may be places: of "Battle of Kelmar" Kelmar."""
    named = [match[0] for match in _patterns().name.finditer(title) if not _is_other(match[0])]
    return frozenset(map(gazetteer.fold, filter(None, (*named, title_site(title)))))


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
        if before is None or not (runs := _read(string, match.start(), own, before)):
            continue
        at = max(part.end for run in runs for part in run)
        for place in spread(runs, links_of(sentence.text)):
            mention = PlaceMention(
                place.value, place.start, place.end, before.words, _is_known(place.value.parts[0], own)
            )
            if _fits(mention, string, before.start):
                found.append(mention)
            elif before.words == "on":  # "on the Green Mile in Gao" is in Gao
                at = runs[0][0].end
    return found


def _fits(mention: PlaceMention, string: str, start: int) -> bool:
    """Whether the preposition can have such a place: "on" a road, a sea or, of an attack, a town.

    What something is "part of" is a place only where it is a country's, and nothing follows ("the Mali War").
    """
    site = mention.value.parts[0]
    if mention.preposition == "part of":
        return _is_country(site) and string[mention.end : mention.end + 1] in _CLOSING
    if mention.preposition != "on" or gazetteer.noun(site) == "site":
        return True
    known = gazetteer.lookup(site)
    if known and not any(place.land for place in known):
        return True
    town = mention.known and not any(place.kind == "country" for place in known)
    return town and _patterns().onto.search(string, 0, start) is not None


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


def _read(string: str, at: int, own: frozenset[str], before: _Preposition) -> list[Run]:
    """The chain that starts at an offset, up to its last name that is a place's; empty if none is.

    A chain that opens the sentence ends where a comma does: "In Kabul, Herat was lost" names Kabul. What is
    "between A and B in C" is in C.
    """
    opening, between = before.start == 0, before.words == "between"
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
        if (
            joint is None
            or (joint["and"] and outer)
            or (joint["in"] is not None and (between or _is_country(name.name)))
        ):
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
    name, start = part["place"], part.start("place")
    if part["lead"].startswith(("a ", "an ")) or string[:start].endswith((" a ", " an ")):  # of several there
        town = _town_of_one(name)
        if town:
            return Part(town, start, start + len(town)), holder
        if gazetteer.noun(name) is None and string[part.end() : part.end() + 2].strip().islower():
            return None  # "a Hamas militant"
    head = name.partition(" of ")[0]
    if head != name and gazetteer.noun(head) is not None and not gazetteer.lookup(name):
        name = head  # "the Gao Region of Mali" is two places
    return Part(name, start, start + len(name)), holder


def _town_of_one(name: str) -> str | None:
    """The town in "a Kabul mosque", where one of its buildings is told of; None in "a Gao Region"."""
    words = name.split(" ")
    if gazetteer.noun(name) != "site" or words[-1][:1].isupper():
        return None
    towns = (" ".join(words[:end]) for end in range(len(words) - 1, 0, -1))
    return next((t for t in towns if any(k.kind == "city" for k in gazetteer.lookup(t))), None)


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


def may_be_place(name: str) -> bool:
    """Whether a name can be an unknown place's, for all that is known of it."""
    return not _is_other(name)


def _is_other(name: str) -> bool:
    """Whether the name is a time's, an event's or an actor's."""
    if gazetteer.lookup(name):
        return False
    return core(name) in lexicon().actors or not _patterns().other.isdisjoint(fold(name).split())


@dataclass(frozen=True, slots=True)
class _Patterns:
    """`name` finds names, `part` reads one with the words about it, `joint` what joins two.

    `turned` reads a larger place before a smaller: "the Afghan city of", "Iraq's". `lead` are the words that
    may stand between a preposition and its name, `other` those of no place, `onto` finds what is done "on" a town.
    """

    name: re.Pattern[str]
    part: re.Pattern[str]
    joint: re.Pattern[str]
    turned: re.Pattern[str]
    prepositions: frozenset[str]
    lead: frozenset[str]
    other: frozenset[str]
    onto: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    places = data.table("grammar", "places.toml")
    nouns = [word for entry in places["noun"] for word in entry["words"]]
    groups = ("part", "at", "lead", "then")
    around = (*nouns, *(word for group in groups for word in places[group]["words"]))
    noun = "|".join(sorted(nouns, key=len, reverse=True))
    lead = r"(?P<lead>(?:[a-z][a-z'’-]* ){0,6}+)"
    then = "|".join(places["then"]["words"])
    prepositions = places["preposition"]["words"]
    kinds = ("settlement", "district")
    towns = "|".join(word for entry in places["noun"] if entry["kind"] in kinds for word in entry["words"])
    return _Patterns(
        name=expressions.compile(rf"{START}(?!(?i:{'|'.join(prepositions)}) ){NAME}"),
        part=expressions.compile(rf"{lead}(?P<place>{NAME}(?: (?:{noun})\b)?)"),
        joint=expressions.compile(
            rf",? an? (?:[a-z-]+ ){{0,3}}?(?:{towns}) in (?=(?:the )?[A-Z])"
            rf"|\)?(?: ?,? (?P<and>and|&) (?!(?:in|near|at|on) )|,? \(?(?P<in>(?=(?:in|near) ))| ?, (?!(?:at|on) )"
            rf"| \((?=(?:{then}) )| of (?=(?:(?:{then}) )?[^\W\d_a-z]))"
        ),
        turned=expressions.compile(
            rf"{lead}(?P<name>{NAME})(?:['’]s | (?:{noun})s? of (?:the )?)(?=[^\W\d_a-z])"
        ),
        prepositions=frozenset(prepositions),
        lead=frozenset(word for phrase in around for word in (*phrase.split(), phrase.replace(" ", "-"))),
        other=frozenset(places["other"]["words"]),
        onto=expressions.compile(rf"\b(?:{'|'.join(places['onto']['words'])}) (?:\w+ ){{0,6}}$"),
    )
