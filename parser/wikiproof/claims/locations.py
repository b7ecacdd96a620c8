"""Where the text says the event was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data, expressions
from wikiproof.claims.capitals import START, WORD
from wikiproof.claims.gates import judge_place, place_anchor
from wikiproof.claims.model import Claim, Standing
from wikiproof.claims.places import may_be_place, place_mentions
from wikiproof.claims.tokens import letters_of
from wikiproof.claims.told import TELLS, PlaceTold, says_it_happened
from wikiproof.role import Role
from wikiproof.values import Place, gazetteer
from wikiproof.values.place import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wikiproof.claims.model import Stop
    from wikiproof.claims.reading import ReadSentence
    from wikiproof.values import Value

_SENTENCES = 4  # of the lead's first paragraph in which the event is placed


@dataclass(frozen=True, slots=True)
class Own:
    """Folded names that are places in an article whatever the gazetteer says, of infobox and title; of its title alone.

    `off` are the gates that are left open.
    """

    known: frozenset[str]
    titled: frozenset[str]
    off: frozenset[str]


def lead_places(opening: Sequence[ReadSentence], own: Own) -> list[Claim]:
    """The places of the lead's first sentence that tells where the event was; later ones wander off.

    Where only countries are named, a later sentence may say more ("It took place in …"), or one that names the
    title's place; failing all, it is what no one knows, or where the police are from.
    """
    found: list[Claim] = []

    @cache
    def told(number: int) -> list[Claim]:
        return [claim for claim in _places(opening[number], own, first=number == 0) if claim.speaks]

    for number, read in enumerate(opening[:_SENTENCES]):
        telling = ("HAPPENED",) if found else TELLS
        if number == 0 or place_anchor.CODE in own.off or read.tokens[0].has(letters_of(*telling)):
            found += told(number)
        if any(_is_small(claim.value) for claim in found):
            break
    if not any(_is_titled(claim.value, own.titled) for claim in found):
        found += (
            c for number in range(len(opening)) for c in told(number) if _is_titled(c.value, own.titled)
        )
    if not any(_is_small(claim.value) for claim in found):
        rest = (c for read in opening for c in (*_after_verb(read), *_of_police(read)))
        found += [*rest][:1]
    return found


def named_places(opening: Sequence[ReadSentence], own: Own) -> Iterator[Claim]:
    """Every place that the lead's first paragraph names, with the gates that stop it."""
    for number, read in enumerate(opening):
        yield from _places(read, own, first=number == 0)


def section_places(sentences: Iterable[ReadSentence], own: Own, standing: Standing) -> Iterator[Claim]:
    """The places of sentences of a section that say where it took place."""
    untitled = replace(
        own, titled=frozenset()
    )  # what a section has happen at the title's place may be another's
    for read in sentences:
        if says_it_happened(read.tokens[0]):
            found = (claim for claim in _places(read, untitled) if claim.speaks)
            yield from (replace(claim, standing=standing) for claim in found)


def _is_small(value: Value) -> bool:
    """Whether it names something smaller than a country."""
    known = gazetteer.lookup(value.parts[0]) if isinstance(value, Place) else ()
    return not any(place.kind == "country" for place in known)


def _is_titled(value: Value, titled: frozenset[str]) -> bool:
    return isinstance(value, Place) and gazetteer.fold(value.parts[0]) in titled


def _places(read: ReadSentence, own: Own, *, first: bool = False) -> Iterator[Claim]:
    for mention in place_mentions(read.sentence, own.known):
        small, titled = _is_small(mention.value), _is_titled(mention.value, own.titled)
        stops = judge_place(PlaceTold(read.tokens[0], mention, first, small, titled), own.off)
        yield _claim(read, mention.value, mention.start, mention.end, mention.preposition, stops)


def _claim(
    read: ReadSentence,
    value: Place,
    start: int,
    end: int,
    preposition: str | None = None,
    stops: tuple[Stop, ...] | None = None,
) -> Claim:
    text = read.sentence.text
    return Claim(
        Role.PLACE,
        value,
        text.string[start:end],
        text.locate(start, end),
        Standing.OPENING,
        of=preposition,
        sentence=read.sentence,
        stops=stops or (),
        judged=stops is not None,
    )


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
    """What of `grammar/claims/locating.toml` places an event, as patterns."""

    def __init__(self) -> None:
        words = data.table("grammar", "claims", "locating.toml")
        police = "|".join(words["police"]["words"])
        name = rf"{WORD}(?: {WORD}){{0,2}}?"
        sited, nouns = ("|".join(words["site"][kind]) for kind in ("words", "nouns"))
        self.site = expressions.compile(
            rf"(?: [a-z-]+){{0,8}}? (?:{sited}) (?:the )?(?:(?:{nouns}) of )?(?P<name>{WORD}(?: {WORD}){{0,2}})"
            r"(?=[,.;)]| (?:and|as|before|on|in|near|during|between|when) )"
        )
        self.police = expressions.compile(rf"{START}(?P<town>{name})(?:, (?P<state>{name}))? (?i:{police})\b")


@cache
def _patterns() -> _Patterns:
    return _Patterns()
