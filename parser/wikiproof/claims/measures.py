"""Measures of the event as sentences tell them, and what those were converted to: `grammar/claims/measures.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.claims.measuring import measuring
from wikiproof.claims.model import Claim, Scope, Standing, Stop
from wikiproof.claims.reading import settings
from wikiproof.claims.sections import SectionRole
from wikiproof.role import Role
from wikiproof.values import Date, Duration, Quantity
from wikiproof.values.mentions import mentions
from wikiproof.values.quantity import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article, Sentence
    from wikiproof.claims.event import Event
    from wikiproof.values.mentions import Mention

_BEFORE = 45  # characters before a measure in which its cue stands
_AFTER = 22
_EXTREME = 70
_CLAUSE_END = re.compile(r"[;,] ")
_RATE = re.compile(
    r"(?: \([^()]*\))? ?(?:per|an?|each|every|/) ?(?:second|minute|hour|day|week|month|year)?\b"
)


@dataclass(frozen=True, slots=True)
class Way:
    """How a measure is told: its SI unit, the cues beside it, and the words that say it is the event's own.

    `words` are the cues as plain words, to ask cheaply whether a sentence has one. `lowest` says that of an extreme
    it is the least that counts, as of pressure.
    """

    role: Role
    unit: str
    words: tuple[str, ...]
    cue: re.Pattern[str]
    extreme: re.Pattern[str] | None
    lowest: bool


@cache
def ways() -> tuple[Way, ...]:
    """All ways, in the order of the file."""
    table = data.table("grammar", "claims", "measures.toml")
    return tuple(
        Way(
            Role(name),
            entry["unit"],
            tuple(entry["cues"]),
            _words(entry["cues"]),
            _words(entry["extremes"]) if "extremes" in entry else None,
            entry.get("lowest", False),
        )
        for name, entry in table.items()
    )


def measures(article: Article, event: Event, roles: frozenset[Role]) -> Iterator[Claim]:
    """The measures in some roles that the text tells.

    Those of another event or another time may not speak; one that may be less than the event's extreme is a part.
    """
    wanted = [way for way in ways() if way.role in roles]
    for setting in settings(article):
        # The life of a storm stands in a section whose tolls would be another's, but its winds are its own.
        course = setting.section is SectionRole.COURSE
        standing = Standing.EVENT_SECTION if course else setting.standing
        for sentence in setting.paragraph.sentences:
            lower = sentence.text.string.lower()
            if any(word in lower for way in wanted for word in way.words):
                cued = [way for way in ways() if way.cue.search(lower)]
                yield from (c for c in _in_sentence(sentence, event, standing, cued) if c.role in roles)


def _in_sentence(sentence: Sentence, event: Event, standing: Standing, cued: list[Way]) -> Iterator[Claim]:
    string = sentence.text.string
    found = list(mentions(string)) if cued else []
    for mention in found:
        value = mention.value
        if not isinstance(value, (Quantity, Duration)) or _RATE.match(string, mention.end):
            continue
        way = _nearest(string, mention, cued)
        if way is None:
            continue
        near = string[max(mention.start - _EXTREME, 0) : mention.end + _AFTER]
        scope = Scope.TOTAL
        if way.extreme is not None:
            scope = Scope.TOTAL if way.extreme.search(near) else Scope.PART
            value = _reached(value)
        span = sentence.text.locate(mention.start, mention.end)
        stops = tuple(_stops(string, mention, found, event))
        text = string[mention.start : mention.end]
        yield Claim(way.role, value, text, span, standing, scope, sentence=sentence, stops=stops)


def _nearest(string: str, mention: Mention, cued: list[Way]) -> Way | None:
    """The way whose cue stands nearest: before the measure, or else right behind it."""
    unit = mention.value.si_unit if isinstance(mention.value, Quantity) else "s"
    before = string[max(mention.start - _BEFORE, 0) : mention.start]
    behind = string[mention.end : mention.end + _AFTER]
    fitting = [way for way in cued if way.unit == unit]
    told = [(max((m.end() for m in way.cue.finditer(before)), default=-1), way) for way in fitting]
    at, way = max(told, key=lambda pair: pair[0], default=(-1, None))
    return way if at >= 0 else next((way for way in fitting if way.cue.search(behind)), None)


def _stops(string: str, mention: Mention, found: list[Mention], event: Event) -> Iterator[Stop]:
    if measuring().otherwise.search(string[: mention.start]) or _is_of_another_event(string, event):
        yield Stop("G4", "need not be the event's own")
    ends = _CLAUSE_END.search(string, mention.end)
    if any(
        isinstance(m.value, Date) and not event.spans(m.value) and (ends is None or m.start < ends.start())
        for m in found
    ):
        yield Stop("G2", "is dated outside the event")


def _reached(value: Quantity | Duration) -> Quantity | Duration:
    """What was reached with "gusts of up to 240 km/h"."""
    if isinstance(value, Quantity) and value.low == 0 and value.high is not None:
        return replace(value, low=value.high, si_low=value.si_high or 0)
    return value


def _is_of_another_event(string: str, event: Event) -> bool:
    """Whether a sentence names an earthquake or a storm that is not the article's own ("The Northport earthquake")."""
    title = event.title.lower()
    return any(
        not all(word.lower() in title for word in re.findall(r"[A-Z]\w+", match[0])[1:])
        for named in (measuring().event, measuring().storm)
        for match in named.finditer(string)
    )


_BRACKETED = re.compile(r"(?P<value>[^()\n]*?\d[^()\n]*?) \((?P<converted>[^()\n]*?\d[^()\n]*?)\)")


def converted(string: str) -> tuple[Quantity, Quantity] | None:
    """A measure and the same in another unit in brackets, if a text begins with them: "10 km (6.2 mi)".

    Not of temperatures: a difference converts otherwise.
    """
    match = _BRACKETED.match(string)
    if match is None:
        return None
    value, other = read(match["value"]), read(match["converted"])
    if (
        value is None
        or other is None
        or value.unit == other.unit
        or value.si_unit != other.si_unit
        or value.si_unit == "K"
    ):
        return None
    return value, other


def _words(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
