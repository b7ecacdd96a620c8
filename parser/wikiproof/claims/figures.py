"""How many each side had, and how many of them were lost, as the sentences tell it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from wikiproof.claims.anchors import Anchors
from wikiproof.claims.candidate import Candidate
from wikiproof.claims.forces import fate, is_detached, is_whole, is_year, names_a_kind, noun, words_of
from wikiproof.claims.gates import comparator, date_anchor, modality, source_frame
from wikiproof.claims.model import Claim, Scope, Stop
from wikiproof.claims.reading import Reader, settings
from wikiproof.claims.tokens import letters_of
from wikiproof.role import Role
from wikiproof.values import CalendarDate, Count, Date
from wikiproof.values.calendar import day_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wikiproof.article import Article
    from wikiproof.claims.event import Event
    from wikiproof.claims.forces import Run
    from wikiproof.claims.reading import ReadSentence, Setting
    from wikiproof.claims.sides import Sides
    from wikiproof.claims.tokens import Tokens

    SideOf = Callable[[str], int | None]

_BACK = 14  # tokens before a number in which its army is named
_LONG = 100  # days
_RANGE = re.compile(r"\d[–-]\d")
_PLACES = ("in", "at", "near", "to", "into", "on", "outside", "through")  # before the names of places
_GATES = (date_anchor, comparator, source_frame, modality)
_ELSEWHERE = ("G1", "G2", "G9")
_BATTLE = re.compile(r"\b(?:Battle|Siege|Capture|Fall|Sack|Action|Skirmish) of (?:the )?[A-Z][\w'’-]+")


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of men or things: of what kind, what became of them ("" for a strength), and whose they were.

    `side` is whose the sentence says, or with a minus whose they are not ("the Royalists killed 400"); `whole` that
    the words speak of an army as one ("an army of 9,000"), `part` that they speak of a part. `claim` has the number,
    its place, and the gates that stop it.
    """

    claim: Claim
    count: Count
    kind: str
    fate: str
    side: int | None
    whole: bool
    part: bool

    def may_be_of(self, side: int) -> bool:
        """Whether they may have been a side's, for all the sentence says."""
        return self.side is None or self.side == side or (self.side < 0 and self.side != -side)

    @property
    def elsewhere(self) -> bool:
        """Whether it is told of another event."""
        return any(stop.gate in _ELSEWHERE for stop in self.claim.stops)


def figures(article: Article, event: Event, sides: Sides) -> Iterator[Figure]:
    """Every number of a kind that armies are counted in, in the order of the text.

    The numbers of a long campaign change, and its sections tell of phases: there only ranges are read.
    """
    reader, year, side_of = Reader(), _in_its_year(event), cache(sides.side)
    long = any(map(_is_long, event.dates))
    for setting in settings(article):
        phase = long and not setting.standing.in_lead
        sentences = setting.paragraph.sentences
        for number, sentence in enumerate(sentences):
            string = sentence.text.string
            if _RANGE.search(string) if phase else any(map(str.isdigit, string)) or names_a_kind(string):
                read = reader.read(sentence)
                anchors = Anchors(sentences[:number], reader)
                for tokens in read.tokens:
                    for figure in _in_tokens(tokens, read, setting, anchors, (event, year), side_of):
                        yield replace(figure, part=True) if phase else figure


def _in_tokens(
    tokens: Tokens,
    read: ReadSentence,
    setting: Setting,
    anchors: Anchors,
    events: tuple[Event, Event],
    side_of: SideOf,
) -> Iterator[Figure]:
    counts = [(index, m.value) for index, m in tokens.mentions.items() if isinstance(m.value, Count)]
    named = list(_named(tokens, side_of)) if counts else []
    for index, count in counts:
        end, kind = noun(tokens, index, named)
        if kind == "none" or is_year(tokens, index, kind):
            continue
        lost = fate(tokens, index, end)
        role, event = (Role.CASUALTIES, events[0]) if lost else (Role.STRENGTH, events[1])
        candidate = Candidate(
            role, count, "", tokens, index, end, index, end, read, setting, anchors, follows=False
        )
        start, stop = tokens.starts[index], tokens.ends[max(end - 1, index)]
        claim = Claim(
            role, count, tokens.string[start:stop], read.sentence.text.locate(start, stop), setting.standing,
            sentence=read.sentence, stops=tuple(_stops(candidate, event)),
        )  # fmt: skip
        side = _side(tokens, index, end, named, lost)
        if side and lost and _is_of_the_foe(tokens, end):
            side = -side
        part = _is_part(candidate, event, lost)
        yield Figure(claim, count, kind, lost, side, is_whole(tokens, index), part)


def _is_long(date: Date) -> bool:
    if date.end is None or date.start == date.end or None in (date.start.year, date.end.year):
        return date.end is None
    return day_number(date.last) - day_number(date.first) > _LONG


def _in_its_year(event: Event) -> Event:
    """The event as what the year holds: armies are counted some time before they fight."""
    years = [CalendarDate(date.start.year) for date in event.dates if date.start.year]
    return replace(event, dates=tuple(Date(year, year) for year in years))


def _stops(candidate: Candidate, event: Event) -> Iterator[Stop]:
    for gate in _GATES:
        reason = gate.check(candidate, event)
        if reason:
            yield Stop(gate.CODE, reason)
    string = candidate.tokens.string
    other = next((m[0] for m in _BATTLE.finditer(string) if m[0].lower() not in event.title.lower()), None)
    if other is not None:
        yield Stop("G1", f"names another battle (“{other}”)")
    if _is_of_another_time(candidate.tokens, candidate.low):
        yield Stop("G2", "is told of another time")


def _is_of_another_time(tokens: Tokens, index: int) -> bool:
    """Whether "the week before", "two years later" and the like stand before a number."""
    before = tokens.letters[:index]
    away = letters_of("ELSEWHEN", "ADVERB")
    spans = any(a in letters_of("DURATION") and b in away for a, b in pairwise(before))
    return spans or any(letter in letters_of("AGO") for letter in before)


def _is_part(candidate: Candidate, event: Event, lost: str) -> bool:
    tokens, index = candidate.tokens, candidate.low
    beside = tokens.letters[max(index - 4, 0) : candidate.high + 1]
    told = any(
        letter in letters_of("INCLUDING", "REST", "ALONE", "ANOTHER", "MAYBE", "NOT", "EARLY")
        for letter in beside
    )
    one_day = lost not in ("", "captured") and date_anchor.scope(candidate, event) is Scope.PART
    return told or one_day or tokens.bracketed or is_detached(tokens, index)


def _named(tokens: Tokens, side_of: SideOf) -> Iterator[Run]:
    """The runs of names and the side of each; places, which stand behind "in", are left out."""
    names, at = letters_of("NAME", "RANK", "ATTACKER"), 0
    while at < len(tokens.letters):
        end = at
        while end < len(tokens.letters) and tokens.letters[end] in names:
            end += 1
        if end > at:
            text = tokens.text(at, end).removesuffix("'s").removesuffix("’s")
            before = tokens.text(at - 1, at).lower() if at else ""
            if any(map(str.isupper, text)) and before not in (
                "in",
                "at",
                "near",
                "to",
                "into",
                "on",
                "outside",
                "through",
            ):
                yield at, end, side_of(text)
        at = max(end, at + 1)


def _side(tokens: Tokens, index: int, end: int, named: list[Run], fate: str) -> int | None:
    """Whose they are: the side named in the noun phrase or behind it, else the army told of before."""
    for start, _, side in named:
        if index < start < end:
            return side
    behind = end
    while behind < len(tokens.letters) and tokens.letters[behind] in letters_of("LED", "OF", "THE", "RANK"):
        behind += 1
    for start, stop, side in named:  # "3,000 men under Harker", "400 of the Danes"
        if start <= behind < stop and tokens.letters[end : end + 1] in (letters_of("LED"), letters_of("OF")):
            return side
    before = [run for run in named if index - _BACK <= run[1] <= index]
    return _army_before(tokens, index, before, listed=bool(fate)) if before else None


def _is_of_the_foe(tokens: Tokens, end: int) -> bool:
    """Whether the words behind say that those named did it: "The Danes put at 400 dead the loss they inflicted"."""
    stop = next(
        (at for at in range(end, len(tokens.letters)) if tokens.letters[at] in letters_of("BREAK", "COMMA")),
        len(tokens.letters),
    )
    return not words_of("foe").isdisjoint(tokens.text(at, at + 1).lower() for at in range(end, stop))


def _army_before(tokens: Tokens, index: int, named: list[Run], *, listed: bool) -> int | None:
    """The side of the last one named before a number, if the words between lead from it to the number.

    Losses may be `listed`: "their losses were 25 killed and 124 wounded".
    """
    start, stop, side = named[-1]
    letters = tokens.letters[stop:index]
    first = letters.find(letters_of("COUNT"))
    if letters_of("BREAK") in letters or side is None or (first >= 0 and not listed):
        return None
    between = [tokens.text(at, at + 1).lower() for at in range(stop, stop + first if first >= 0 else index)]
    if any(word in words_of("turns") for word in between):
        return -side
    commas = letters.removesuffix(letters_of("COMMA")).count(letters_of("COMMA"))
    if commas > (between[:2] == [",", "with"]):
        return None
    joined = tokens.letters[start - 1 : start] == letters_of("AND")  # "the Danes and Prussians lost 900"
    return None if joined and any(run[1] == start - 1 and run[2] != side for run in named) else side
