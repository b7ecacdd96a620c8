"""What an article says of its flight: the aircraft and its registration, who flew it, from where to where."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import expressions
from wikiproof.claims.aircraft import (
    aircraft_in,
    may_give_registration,
    may_name_aircraft,
    registrations_in,
    words,
)
from wikiproof.claims.capitals import NAME, START
from wikiproof.claims.model import Claim, Standing, Stop
from wikiproof.claims.reading import settings
from wikiproof.claims.words import words_in
from wikiproof.role import Role
from wikiproof.values import Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article, Sentence
    from wikiproof.claims.reading import Setting

_BEFORE = 50  # characters before a type in which a word leads to another aircraft
_BOUND = expressions.compile(r"\b(?:aircraft|airplane|aeroplane|airliner|plane|jet|flight)\b", re.IGNORECASE)
_BINDS = expressions.compile(
    r"\b(?:was an?|involved|operat\w+|registered|registration|tail number|using|the (?:aircraft|plane|jet), an?)\b"
)
_OPERATED = expressions.compile(rf"\boperated by (?:the |a )?(?P<name>(?={START}){NAME})")
_TITLE = expressions.compile(r"^(?:\d{4} )?(?P<airline>[^\d]+?) [Ff]light (?P<number>[A-Z]{0,3}\d+)")
_OF_AIRLINE = expressions.compile(rf"(?<![\w-])(?P<name>{NAME}) [Ff]light \d+")
_PLACE = r"[A-Z](?:(?! (?:with|in|via|on|that|which|carrying|when|and) )[^,;.()]){2,80}"
_ROUTE = expressions.compile(
    rf"\b(?:from|between) (?P<origin>[^;.]{{0,40}}?[A-Z][^;]{{2,140}}?),? (?:to|and|for) (?P<destination>{_PLACE})"
)


def flight_claims(article: Article) -> Iterator[Claim]:
    """The claims of the text about the flight; those about another aircraft may not speak."""
    title = _TITLE.match(article.title or "")
    if title and article.lead and article.lead[0].sentences:
        sentence = article.lead[0].sentences[0]
        for role, group in ((Role.OPERATOR, "airline"), (Role.FLIGHT, "number")):
            span = sentence.text.locate(0, len(sentence.text.string))
            yield Claim(
                role, Name(title[group]), title[0], span, Standing.OPENING, sentence=sentence, of="title"
            )
    for setting in settings(article):
        for sentence in setting.paragraph.sentences:
            yield from _in_sentence(sentence, setting)


def _in_sentence(sentence: Sentence, setting: Setting) -> Iterator[Claim]:
    string, standing = sentence.text.string, setting.standing
    spoken = words_in(string)
    for aircraft in aircraft_in(string) if may_name_aircraft(spoken) else ():
        bound = standing.in_lead or bool(_BOUND.search(string) and _BINDS.search(string))
        claim = _claim(Role.AIRCRAFT, sentence, standing, aircraft.start, aircraft.end)
        yield claim if bound else replace(claim, stops=(Stop("G1", "is not said of the article's flight"),))
    for mark, start in registrations_in(string) if may_give_registration(spoken) else ():
        yield _claim(Role.REGISTRATION, sentence, standing, start, start + len(mark))
    for match in (
        *(_OPERATED.finditer(string) if "operated by" in string else ()),
        *(_OF_AIRLINE.finditer(string) if setting.standing.in_lead and "light " in string else ()),
    ):
        yield _claim(Role.OPERATOR, sentence, standing, *match.span("name"))
    if standing is Standing.OPENING and "flight" in string.lower() and (match := _ROUTE.search(string)):
        yield _claim(Role.ORIGIN, sentence, standing, *match.span("origin"))
        yield _claim(Role.DESTINATION, sentence, standing, *match.span("destination"))


def _claim(role: Role, sentence: Sentence, standing: Standing, start: int, end: int) -> Claim:
    string = sentence.text.string
    text = string[start:end]
    stops = (
        (Stop("G9", "is said of another aircraft"),)
        if _others().search(string, max(start - _BEFORE, 0), start)
        else ()
    )
    return Claim(
        role, Name(text), text, sentence.text.locate(start, end), standing, sentence=sentence, stops=stops
    )


@cache
def _others() -> re.Pattern[str]:
    return expressions.compile(rf"\b(?:{'|'.join(words('other'))})\b", re.IGNORECASE)
