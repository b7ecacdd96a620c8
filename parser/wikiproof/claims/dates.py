"""When the text says the event was: dates of sentences that tell of it, judged by the gates."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from wikiproof.claims.gates import judge_date
from wikiproof.claims.model import Claim, Standing
from wikiproof.claims.tokens import letters_of
from wikiproof.claims.told import TELLS, DateTold, opens_with, says_it_happened
from wikiproof.role import Role
from wikiproof.values import Count, Date
from wikiproof.values import date as dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wikiproof.claims.model import Stop
    from wikiproof.claims.reading import ReadSentence
    from wikiproof.claims.tokens import Tokens
    from wikiproof.values.mentions import Mention

_SENTENCES = 4  # of the lead's first paragraph in which the event is dated
_LEADS_AWAY = ("ELSEWHEN", "THAN", "SAID", "MAYBE", "AGO")


def lead_dates(opening: Sequence[ReadSentence], off: frozenset[str]) -> tuple[Claim | None, list[Claim]]:
    """The event's date by the lead's first paragraph, of several the first or a closer one; and all it names."""
    chosen: Claim | None = None
    weighed: list[Claim] = []
    settled = False
    for number, read in enumerate(opening[:_SENTENCES]):
        for claim in _dated(read, off, first=number == 0, silent=number == 1 and chosen is None):
            weighed.append(claim)
            if settled or not claim.speaks:
                continue
            settled = chosen is not None and _closer(claim.value, chosen.value)
            if settled or chosen is None or _goes_on(claim.value, chosen.value):
                chosen = claim
    return chosen, weighed


def section_dates(
    sentences: Iterable[tuple[int, ReadSentence]],
    standing: Standing,
    off: frozenset[str],
    *,
    lead_is_silent: bool,
) -> Iterator[Claim]:
    """The full dates further down that tell when the event was; `sentences` with their numbers in the paragraph.

    They stand after "occurred", "broke out" and the like or, where the lead gives no date, at the start of the
    account ("On 5 May, …") or in a sentence of what was done. Those that a gate stops are among them.
    """
    for number, read in sentences:
        tokens = read.tokens[0]
        if lead_is_silent:
            at = tokens.letters.find(letters_of("DATE"))
            tells = tokens.has(letters_of(*TELLS)) or (at > 0 and opens_with(tokens, at))
        else:
            tells = says_it_happened(tokens)
        if not tells:
            continue
        for claim in _dated(
            read,
            off,
            first=lead_is_silent and number == 0,
            silent=lead_is_silent and standing is Standing.EVENT_SECTION,
        ):
            if isinstance(claim.value, Date) and claim.value.start.day:
                yield replace(claim, standing=standing)


def whole_ranges(read: ReadSentence, standing: Standing) -> Iterator[Claim]:
    """The ranges of days that a sentence gives the event as a whole: "the main summit was from 20 to 22 July"."""
    tokens = read.tokens[0]
    for match in _whole().finditer(tokens.letters):
        mention = tokens.mentions[match.end() - 1]
        value = mention.value
        if not (isinstance(value, Date) and value.start.day and value.end and value.start != value.end):
            continue
        span = read.sentence.text.locate(mention.start, mention.end)
        text = tokens.string[mention.start : mention.end]
        yield Claim(Role.DATE, value, text, span, standing, sentence=read.sentence, whole=True)


@cache
def _whole() -> re.Pattern[str]:
    event, verbs, date = letters_of("EVENT"), letters_of("BE", "LASTED", "HAPPENED"), letters_of("DATE")
    return re.compile(f"{letters_of('THE')}.?[{event}][{verbs}]{{1,2}}{date}")


def _closer(a: object, b: object) -> bool:
    """Whether the first date lies within the second and is not the same."""
    if not isinstance(a, Date) or not isinstance(b, Date) or None in (a.start.year, b.start.year):
        return False
    return b.first <= a.first and a.last <= b.last and (a.first, a.last) != (b.first, b.last)


def _goes_on(a: object, b: object) -> bool:
    """Whether the first date is a range of days that begins on the day which the second is."""
    if not isinstance(a, Date) or not isinstance(b, Date) or a.end is None or a.end.day is None:
        return False
    return a.start == b.start == b.end and a.first < a.last


def _dated(read: ReadSentence, off: frozenset[str], *, first: bool, silent: bool) -> Iterator[Claim]:
    tokens = read.tokens[0]
    for index, mention in sorted(tokens.mentions.items()):
        value = mention.value
        if isinstance(value, Date):
            stops = judge_date(DateTold(tokens, index, value, first, silent), off)
            others = tuple(_beside(read, mention.end))
            yield _claim(read, mention, _with_year(tokens, index, value), others, stops)
        elif first and isinstance(value, Count) and (year := _year_of_event(tokens, index, "a")):
            yield _claim(read, mention, year)


def _claim(
    read: ReadSentence,
    mention: Mention,
    value: Date,
    others: tuple[Date, ...] = (),
    stops: tuple[Stop, ...] | None = None,
) -> Claim:
    text = read.sentence.text
    return Claim(
        Role.DATE,
        value,
        text.string[mention.start : mention.end],
        text.locate(mention.start, mention.end),
        Standing.OPENING,
        others=others,
        sentence=read.sentence,
        stops=stops or (),
        judged=stops is not None,
    )


def _year_of_event(tokens: Tokens, index: int, *articles: str) -> Date | None:
    """The year that a mention is, right before the event's noun: "was a 1918 Finnish battle"."""
    mention = tokens.mentions[index]
    article = index > 0 and tokens.text(index - 1, index).lower() in articles
    value = dates.read(tokens.string[mention.start : mention.end]) if article else None
    if not isinstance(value, Date) or value.start != value.end or value.start.precision != "year":
        return None
    if tokens.has(letters_of(*_LEADS_AWAY), 0, index):
        return None
    after = tokens.letters[index + 1 : index + 6]
    at = min((n for n, letter in enumerate(after) if letter in letters_of("EVENT", "MASSACRE")), default=-1)
    described = at >= 0 and all(letter in letters_of("NAME", "WORD", "FORCE") for letter in after[:at])
    return value if described else None


def _with_year(tokens: Tokens, index: int, date: Date) -> Date:
    """A day without a year, in the year of its sentence's event: "a battle of the 1918 war, fought 19–21 February"."""
    if date.start.year is not None or date.end is None:
        return date
    before = (_year_of_event(tokens, other, "a", "the") for other in tokens.mentions if other < index)
    year = next((found.start.year for found in before if found), None)
    return replace(date, start=replace(date.start, year=year), end=replace(date.end, year=year))


def _beside(read: ReadSentence, end: int) -> Iterator[Date]:
    """Dates in a bracket right behind a date: the same day in the other calendar, or local time."""
    for run in read.tokens[1:]:
        if 0 <= run.starts[0] - end <= 3:
            yield from (m.value for m in run.mentions.values() if isinstance(m.value, Date))
