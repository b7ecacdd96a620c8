"""Measures of the event as sentences tell them, and what those were converted to: `grammar/claims/measures.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.claims.model import Claim, Stop
from wikiproof.claims.reading import settings
from wikiproof.role import Role
from wikiproof.values import Date, Duration, Quantity
from wikiproof.values.mentions import mentions
from wikiproof.values.quantity import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article, Sentence
    from wikiproof.claims.event import Event
    from wikiproof.claims.model import Standing

_BEFORE = 45  # characters before a measure in which its cue stands
_AFTER = 22
_EXTREME = 70
_OTHER = re.compile(
    r"\b(?:aftershock|foreshock|another|second|previous|earlier|initially|initial|preliminary|according|estimated"
    r"|reported|revised|upgraded|originally|would|could|than|since|in \d{4}|later|forecast)", re.IGNORECASE
)  # fmt: skip

_RATE = re.compile(
    r"(?: \([^()]*\))? ?(?:per|an?|each|every|/) ?(?:second|minute|hour|day|week|month|year)?\b"
)


@dataclass(frozen=True, slots=True)
class Way:
    """How a measure is told: its SI unit, the cues beside it, and the words that say it is the event's own.

    `words` are the cues as plain words, to ask cheaply whether a sentence has one.
    """

    role: Role
    unit: str
    words: tuple[str, ...]
    cue: re.Pattern[str]
    extreme: re.Pattern[str] | None


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
        )
        for name, entry in table.items()
    )


def measures(article: Article, event: Event, roles: frozenset[Role]) -> Iterator[Claim]:
    """The measures in some roles that the text tells; those of another event or another time may not speak."""
    wanted = [way for way in ways() if way.role in roles]
    for setting in settings(article):
        for sentence in setting.paragraph.sentences:
            lower = sentence.text.string.lower()
            cued = [
                way for way in wanted if any(word in lower for word in way.words) and way.cue.search(lower)
            ]
            if cued:
                yield from _in_sentence(sentence, event, setting.standing, cued)


def _in_sentence(sentence: Sentence, event: Event, standing: Standing, cued: list[Way]) -> Iterator[Claim]:
    string = sentence.text.string
    found = list(mentions(string))
    elsewhere = _is_of_another_event(string, event) or any(
        isinstance(mention.value, Date) and _is_of_another_year(mention.value, event) for mention in found
    )
    for mention in found:
        value = mention.value
        if not isinstance(value, (Quantity, Duration)):
            continue
        if _RATE.match(string, mention.end):
            continue
        before = string[max(mention.start - _BEFORE, 0) : mention.start]
        beside = f"{before}|{string[mention.end : mention.end + _AFTER]}"
        near = string[max(mention.start - _EXTREME, 0) : mention.end + _AFTER]
        for way in cued:
            unit = value.si_unit if isinstance(value, Quantity) else "s"
            if unit != way.unit or not way.cue.search(beside):
                continue
            sure = (way.extreme is None or way.extreme.search(near)) and not _OTHER.search(
                string[: mention.start]
            )
            sure = sure and not elsewhere
            stops = () if sure else (Stop("G4", "need not be the event's own"),)
            span = sentence.text.locate(mention.start, mention.end)
            text = string[mention.start : mention.end]
            yield Claim(way.role, value, text, span, standing, sentence=sentence, stops=stops)


def _is_of_another_event(string: str, event: Event) -> bool:
    """Whether a sentence names an earthquake or a storm that is not the article's own ("The Northport earthquake")."""
    title = event.title.lower()
    return any(
        not all(word.lower() in title for word in re.findall(r"[A-Z]\w+", match[0])[1:])
        for match in _NAMED.finditer(string)
    )


def _is_of_another_year(date: Date, event: Event) -> bool:
    years = [own.start.year for own in event.dates]
    return bool(years) and date.start.year is not None and date.start.year not in years


_NAMED = re.compile(
    r"\bThe (?:\d{4} )?(?:[A-Z][\w’'-]+ )+(?:earthquake|quake|eruption|fire|spill|hurricane)\b"
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
