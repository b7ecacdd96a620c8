"""When the text says the event was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wikiproof.claims.model import Claim, Standing
from wikiproof.claims.tokens import letters_of
from wikiproof.role import Role
from wikiproof.values import Date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wikiproof.claims.reading import ReadSentence
    from wikiproof.claims.tokens import Tokens

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
        for claim in _dated(read, first=number == 0):
            if found is None:
                found = claim
            elif _closer(claim.value, found.value):
                return claim
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
            tells = tokens.has(letters_of(*_TELLS)) or (
                number == 0 and letters_of("DATE") in tokens.letters[1:2]
            )
        else:
            tells = tokens.has(letters_of("HAPPENED")) and tokens.has(letters_of("EVENT", "MASSACRE"))
        if not tells:
            continue
        for claim in _dated(read, first=lead_is_silent and number == 0):
            if isinstance(claim.value, Date) and claim.value.start.day:
                yield replace(claim, standing=standing)


def _closer(a: object, b: object) -> bool:
    """Whether the first date lies within the second and is not the same."""
    if not isinstance(a, Date) or not isinstance(b, Date) or None in (a.start.year, b.start.year):
        return False
    return b.first <= a.first and a.last <= b.last and (a.first, a.last) != (b.first, b.last)


def _dated(read: ReadSentence, *, first: bool) -> Iterator[Claim]:
    tokens = read.tokens[0]
    for index, mention in sorted(tokens.mentions.items()):
        value = mention.value
        if isinstance(value, Date) and _is_of_the_event(tokens, index, value, first=first):
            span = read.sentence.text.locate(mention.start, mention.end)
            text = tokens.string[mention.start : mention.end]
            others = tuple(_beside(read, mention.end))
            yield Claim(Role.DATE, value, text, span, Standing.OPENING, others=others, sentence=read.sentence)


def _beside(read: ReadSentence, end: int) -> Iterator[Date]:
    """Dates in a bracket right behind a date: the same day in the other calendar, or local time."""
    for run in read.tokens[1:]:
        if 0 <= run.starts[0] - end <= 3:
            yield from (m.value for m in run.mentions.values() if isinstance(m.value, Date))


def _is_of_the_event(tokens: Tokens, index: int, date: Date, *, first: bool) -> bool:
    """Whether the sentence gives this date as the time of what it tells.

    In the opening sentence a full date after a preposition is the event's; later only "On 5 May …" at the
    start and a date after "occurred", "took place" and the like are.
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
    led = not near or near[-1] in prepositions or near == letters_of("IN", "THE")
    if first:
        return (led or happened >= 0) and (bool(date.start.day) or tokens.has(letters_of(*_TELLS)))
    if led and _opens_with(tokens, index):
        return tokens.has(letters_of(*_TELLS)) and not tokens.has(letters_of(*_OTHER_ACTS, "SAID"))
    passed = [
        x for x in letters[happened + 1 : index] if x not in letters_of("NAME", "COMMA", "IN", "OF", "THE")
    ]
    return happened >= 0 and len(passed) <= _REACH


def _opens_with(tokens: Tokens, index: int) -> bool:
    """Whether a date opens the sentence: "On 5 May …", "On the night of 5 May …"."""
    before = tokens.letters[:index]
    return index <= 2 or (
        index <= 5 and all(x in letters_of("IN", "OF", "THE", "WORD", "ADVERB") for x in before)
    )


def _leads_away(tokens: Tokens, index: int) -> bool:
    """Whether words before the date lead to another time, with no comma between, or one behind it does."""
    away = tokens.last(letters_of(*_LEADS_AWAY), index)
    if away >= 0 and letters_of("COMMA") not in tokens.letters[away:index]:
        return True
    return any(letter in letters_of("AGO") for letter in tokens.letters[index + 1 : index + 3])
