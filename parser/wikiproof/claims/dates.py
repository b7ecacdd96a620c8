"""When the text says the event was."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from wikiproof.claims.model import Claim, Standing
from wikiproof.claims.tokens import letters_of
from wikiproof.role import Role
from wikiproof.values import Count, Date
from wikiproof.values import date as dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wikiproof.claims.reading import ReadSentence
    from wikiproof.claims.tokens import Tokens
    from wikiproof.values.mentions import Mention

_SENTENCES = 4  # of the lead's first paragraph in which the event is dated
_TELLS = ("EVENT", "HAPPENED", "KILLED", "KILLING", "MASSACRE", "DIED", "DONE", "DONE_TO")
_LEADS_AWAY = ("ELSEWHEN", "THAN", "SAID", "MAYBE", "AGO")
_OTHER_ACTS = ("OTHER_ACT", "ARRESTED")
_REACH = 6  # tokens, but for those of a place, between "took place" and its date
_NEAR = 6  # tokens before a date in which another act takes it


def lead_date(opening: Sequence[ReadSentence]) -> Claim | None:
    """The event's date by the lead's first paragraph; of several the first, or a closer one within it."""
    found: Claim | None = None
    for number, read in enumerate(opening[:_SENTENCES]):
        for claim in _dated(read, first=number == 0, silent=number == 1 and found is None):
            if found is None:
                found = claim
            elif _closer(claim.value, found.value):
                return claim
            elif _goes_on(claim.value, found.value):
                found = claim
    return found


def section_dates(
    sentences: Iterable[tuple[int, ReadSentence]], standing: Standing, *, lead_is_silent: bool
) -> Iterator[Claim]:
    """The full dates further down that tell when the event was; `sentences` with their numbers in the paragraph.

    They stand after "occurred", "broke out" and the like or, where the lead gives no date, at the start of the
    account ("On 5 May, …") or in a sentence of what was done.
    """
    for number, read in sentences:
        tokens = read.tokens[0]
        if lead_is_silent:
            at = tokens.letters.find(letters_of("DATE"))
            tells = tokens.has(letters_of(*_TELLS)) or (at > 0 and _opens_with(tokens, at))
        else:
            tells = tokens.has(letters_of("HAPPENED")) and tokens.has(letters_of("EVENT", "MASSACRE"))
        if not tells:
            continue
        for claim in _dated(
            read,
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


def _dated(read: ReadSentence, *, first: bool, silent: bool) -> Iterator[Claim]:
    tokens = read.tokens[0]
    for index, mention in sorted(tokens.mentions.items()):
        value = mention.value
        if isinstance(value, Date) and _is_of_the_event(tokens, index, value, first=first, silent=silent):
            others = tuple(_beside(read, mention.end))
            yield _claim(read, mention, _with_year(tokens, index, value), others)
        elif first and isinstance(value, Count) and (year := _year_of_event(tokens, index, "a")):
            yield _claim(read, mention, year)


def _claim(read: ReadSentence, mention: Mention, value: Date, others: tuple[Date, ...] = ()) -> Claim:
    text = read.sentence.text
    span = text.locate(mention.start, mention.end)
    said = text.string[mention.start : mention.end]
    return Claim(Role.DATE, value, said, span, Standing.OPENING, others=others, sentence=read.sentence)


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


def _is_of_the_event(tokens: Tokens, index: int, date: Date, *, first: bool, silent: bool) -> bool:
    """Whether the sentence gives this date as the time of what it tells.

    In the opening sentence a full date after a preposition is the event's; later only "On 5 May …" at the
    start and a date after "occurred", "took place" and the like are. Where nothing before gave a date (`silent`),
    "On 5 May 1863" at the start may tell of anything.
    """
    letters = tokens.letters
    if _leads_away(tokens, index) or " had been " in tokens.string:
        return False
    if tokens.has(letters_of(*_OTHER_ACTS), max(index - _NEAR, 0) if first else 0, index + _NEAR):
        return False
    if date.start.month is None and letters[max(index - 1, 0) : index] == letters_of("THE"):
        return False  # "the 2020 Kelmar Marathon", "host of the 1992 games"
    happened = tokens.last(letters_of("HAPPENED", "LASTED"), index)
    near = letters[max(index - 2, 0) : index]
    prepositions = (
        letters_of("IN", "DURING", "OF", "AND", "FROM") if date.start.month else letters_of("IN", "DURING")
    )
    in_words = not tokens.string[tokens.starts[index]].isdigit()  # "the midnight of the second of May"
    led = (
        not near
        or near[-1] in prepositions
        or near == letters_of("IN", "THE")
        or (near == letters_of("OF", "THE") and in_words)
    )
    if first and silent and led and _opens_with(tokens, index) and tokens.has(letters_of(*_OTHER_ACTS)):
        return False
    if first:
        return (led or happened >= 0) and (bool(date.start.day) or tokens.has(letters_of(*_TELLS)))
    if led and _opens_with(tokens, index):
        tells = tokens.has(letters_of(*_TELLS)) or (silent and date.start.day and date.start.year)
        return bool(tells) and not tokens.has(letters_of(*_OTHER_ACTS, "SAID"))
    passed = [
        x for x in letters[happened + 1 : index] if x not in letters_of("NAME", "COMMA", "IN", "OF", "THE")
    ]
    return happened >= 0 and len(passed) <= _REACH


def _opens_with(tokens: Tokens, index: int) -> bool:
    """Whether a date opens the sentence: "On 5 May …", "On the night of 5 May …"."""
    before = tokens.letters[:index]
    return index <= 2 or (
        index <= 5 and all(x in letters_of("IN", "OF", "THE", "WORD", "ADVERB", "COMMA") for x in before)
    )


def _leads_away(tokens: Tokens, index: int) -> bool:
    """Whether words before the date lead to another time, with no comma between, or one behind it does."""
    away = tokens.last(letters_of(*_LEADS_AWAY), index)
    if away >= 0 and letters_of("COMMA") not in tokens.letters[away:index]:
        return True
    return any(letter in letters_of("AGO") for letter in tokens.letters[index + 1 : index + 3])
