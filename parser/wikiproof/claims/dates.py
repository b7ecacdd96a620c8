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
_LEADS_AWAY = ("ELSEWHEN", "THAN", "SAID", "MAYBE")


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


def section_date(
    sentences: Iterable[ReadSentence], standing: Standing, *, lead_is_silent: bool
) -> Claim | None:
    """The first full date further down that tells when the event was.

    It stands after "occurred", "broke out" and the like or, where the lead gives no date, at the start of the
    account ("On 5 May, …").
    """
    for number, read in enumerate(sentences):
        tokens = read.tokens[0]
        for claim in _dated(read, first=lead_is_silent and number == 0):
            exact = isinstance(claim.value, Date) and claim.value.start.day
            if lead_is_silent:
                tells = number == 0 or tokens.has(letters_of(*_TELLS))
            else:
                tells = tokens.has(letters_of("HAPPENED")) and tokens.has(letters_of("EVENT", "MASSACRE"))
            if exact and tells:
                return replace(claim, standing=standing)
    return None


def _closer(a: object, b: object) -> bool:
    """Whether the first date lies within the second and is not the same."""
    if not isinstance(a, Date) or not isinstance(b, Date) or None in (a.start.year, b.start.year):
        return False
    return b.first <= a.first and a.last <= b.last and (a.first, a.last) != (b.first, b.last)


def _dated(read: ReadSentence, *, first: bool) -> Iterator[Claim]:
    tokens = read.tokens[0]
    for index, mention in sorted(tokens.mentions.items()):
        value = mention.value
        if isinstance(value, Date) and _is_of_the_event(
            tokens, index, exact=bool(value.start.day), first=first
        ):
            span = read.sentence.text.locate(mention.start, mention.end)
            text = tokens.string[mention.start : mention.end]
            yield Claim(Role.DATE, value, text, span, Standing.OPENING, sentence=read.sentence)


def _is_of_the_event(tokens: Tokens, index: int, *, exact: bool, first: bool) -> bool:
    """Whether the sentence gives this date as the time of what it tells.

    In the opening sentence a full date after a preposition is the event's; later only "On 5 May …" at the
    start and a date after "occurred", "took place" and the like are.
    """
    letters = tokens.letters
    near = letters[max(index - 4, 0) : index]
    if any(letter in letters_of(*_LEADS_AWAY) for letter in near):
        return False
    if any(letter in letters_of("AGO", "ELSEWHEN") for letter in letters[index + 1 : index + 3]):
        return False
    happened = tokens.last(letters_of("HAPPENED", "LASTED"), index)
    led = not near or near[-1] in letters_of("IN", "OF", "AND") or near[-2:] == letters_of("IN", "THE")
    if first:
        if not led and happened < 0:
            return False
        return exact or tokens.has(letters_of(*_TELLS))
    return (index <= 2 and led) or (happened >= 0 and index - happened <= 6)
