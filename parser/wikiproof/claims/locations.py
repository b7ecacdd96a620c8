"""Where the text says the event was."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.claims.capitals import START, WORD
from wikiproof.claims.model import Claim, Standing
from wikiproof.claims.places import may_be_place, place_mentions
from wikiproof.claims.tokens import letters_of
from wikiproof.role import Role
from wikiproof.values import Place, gazetteer
from wikiproof.values.place import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wikiproof.claims.reading import ReadSentence
    from wikiproof.claims.tokens import Tokens

_SENTENCES = 4  # of the lead's first paragraph in which the event is placed
_OF_THE_EVENT = ("EVENT", "HAPPENED", "KILLED", "KILLING", "MASSACRE", "DIED", "DONE", "DONE_TO")
_LEADS_AWAY = ("ELSEWHEN", "THAN", "AGO", "SAID")


def lead_places(
    opening: Sequence[ReadSentence], known: frozenset[str], titled: frozenset[str]
) -> Iterator[Claim]:
    """The places of the lead's first sentence that tells where the event was; later ones wander off.

    `known` are folded names that are places in this article whatever the gazetteer says: the infobox's and the
    title's, which are `titled`. Where only countries are named, a later sentence may say more ("It took place in
    …"), or one that names the title's place; failing all, it is what no one knows, or where the police are from.
    """
    found: list[Claim] = []

    @cache
    def told(number: int) -> list[Claim]:
        return list(_places(opening[number], known, titled))

    for number, read in enumerate(opening[:_SENTENCES]):
        telling = ("HAPPENED",) if found else _OF_THE_EVENT
        if number and not read.tokens[0].has(letters_of(*telling)):
            continue
        found += told(number)
        if any(map(_is_small, found)):
            break
    if not any(_is_titled(claim, titled) for claim in found):
        found += (c for number in range(len(opening)) for c in told(number) if _is_titled(c, titled))
    if not any(map(_is_small, found)):
        rest = (c for read in opening for c in (*_after_verb(read), *_of_police(read)))
        found += [*rest][:1]
    yield from found


def section_places(
    sentences: Iterable[ReadSentence], known: frozenset[str], standing: Standing
) -> Iterator[Claim]:
    """The places of sentences of a section that say where it took place."""
    for read in sentences:
        if read.tokens[0].has(letters_of("HAPPENED")) and read.tokens[0].has(letters_of("EVENT", "MASSACRE")):
            found = _places(read, known, frozenset())
            yield from (replace(claim, standing=standing) for claim in found)


def _is_small(claim: Claim) -> bool:
    """Whether it names something smaller than a country."""
    known = gazetteer.lookup(claim.value.parts[0]) if isinstance(claim.value, Place) else ()
    return not any(place.kind == "country" for place in known)


def _is_titled(claim: Claim, titled: frozenset[str]) -> bool:
    return isinstance(claim.value, Place) and gazetteer.fold(claim.value.parts[0]) in titled


def _places(read: ReadSentence, known: frozenset[str], titled: frozenset[str]) -> Iterator[Claim]:
    tokens = read.tokens[0]
    leading = (
        tokens.starts[i] for i, letter in enumerate(tokens.letters) if letter in letters_of(*_LEADS_AWAY)
    )
    away = min(leading, default=len(tokens.string))
    for mention in place_mentions(read.sentence, known):
        if mention.start > away:
            return
        claim = _claim(read, mention.value, mention.start, mention.end, mention.preposition)
        if mention.preposition == "between" and (
            not _is_small(claim) or _patterns().between.search(tokens.string, 0, mention.start)
        ):
            continue  # a flight between two towns, a battle between two armies
        if tokens.string[mention.end : mention.end + 2] in ("'s", "’s"):
            continue
        if not _of_another(tokens, mention.start, titled=_is_titled(claim, titled)):
            yield claim


def _claim(read: ReadSentence, value: Place, start: int, end: int, preposition: str | None = None) -> Claim:
    text = read.sentence.text
    span = text.locate(start, end)
    return Claim(
        Role.PLACE,
        value,
        text.string[start:end],
        span,
        Standing.OPENING,
        of=preposition,
        sentence=read.sentence,
    )


def _of_another(tokens: Tokens, start: int, *, titled: bool) -> bool:
    """Whether the words before a place make it another's: "registered in", "from Baku in", "protests in".

    A place in the title is the event's even so: "the consulate in Kelmar" of "Kelmar bombing".
    """
    if _patterns().route.search(tokens.string, 0, start):
        return True
    away = ("FROM", "CAUSE") if titled else ("ELSEWHERE", "FROM", "CAUSE")
    before = bisect_left(tokens.starts, start)
    near = tokens.letters[max(before - 8, 0) : before]
    comma = near.rfind(letters_of("COMMA"))
    return any(letter in letters_of(*away) for letter in near[comma + 1 :])


def _after_verb(read: ReadSentence) -> Iterator[Claim]:
    """A name that must be a place, though none knows it, by where it stands: "crashed near Oldham Wood"."""
    tokens = read.tokens[0]
    happened = tokens.last(letters_of("HAPPENED"), len(tokens.letters))
    match = _patterns().site.match(tokens.string, tokens.ends[happened]) if happened >= 0 else None
    if match and may_be_place(match["name"]):
        yield _claim(read, place(match["name"]), match.start("name"), match.end("name"))


def _of_police(read: ReadSentence) -> Iterator[Claim]:
    """The town whose police a sentence of a killing tells of: "by two Baltimore police officers"."""
    if read.tokens[0].has(letters_of("KILLED", "DONE")):
        for match in _patterns().police.finditer(read.sentence.text.string):
            parts = tuple(filter(None, (match["town"], match["state"])))
            if any(known.kind == "city" for known in gazetteer.settle(parts)[0]):
                yield _claim(read, place(*parts), match.start("town"), match.end(len(parts)))


class _Patterns:
    """The words of `grammar/claims/locating.toml` as patterns."""

    def __init__(self) -> None:
        words = data.table("grammar", "claims", "locating.toml")
        ends, inner, police = (
            "|".join(group)
            for group in (words["route"]["words"], words["route"]["inner"], words["police"]["words"])
        )
        self.between = re.compile(rf"\b(?i:{'|'.join(words['between']['words'])})\b[^;]*\bbetween\b")
        within = "|".join((*words["route"]["within"], *words["route"]["inner"], *words["route"]["words"]))
        capital = r"[A-Z][\w'’.-]*"
        self.route = re.compile(
            rf"\b(?:{ends}) (?:the )?{capital},? (?:(?:{capital}|{within}),? )*(?:(?:{inner}) )?(?:the )?$"
        )
        name = rf"{WORD}(?: {WORD}){{0,2}}?"
        sited, nouns = ("|".join(words["site"][kind]) for kind in ("words", "nouns"))
        self.site = re.compile(
            rf"(?: [a-z-]+){{0,8}}? (?:{sited}) (?:the )?(?:(?:{nouns}) of )?(?P<name>{WORD}(?: {WORD}){{0,2}})"
            r"(?=[,.;)]| (?:and|as|before|on|in|near|during|between|when) )"
        )
        self.police = re.compile(rf"{START}(?P<town>{name})(?:, (?P<state>{name}))? (?i:{police})\b")


@cache
def _patterns() -> _Patterns:
    return _Patterns()
