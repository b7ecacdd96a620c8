"""Where the lead says the event was."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from wikiproof.claims.model import Claim, Standing
from wikiproof.claims.places import place_mentions
from wikiproof.claims.tokens import letters_of
from wikiproof.role import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wikiproof.claims.reading import ReadSentence
    from wikiproof.claims.tokens import Tokens

_SENTENCES = 3  # of the lead's first paragraph in which the event is placed
_OF_THE_EVENT = ("EVENT", "HAPPENED", "KILLED", "KILLING", "MASSACRE", "DIED", "DONE", "DONE_TO")
_FOUGHT = re.compile(r"\b(?:fought|battle|war|conflict|engagement|clash(?:es)?) between\b")
_ROUTE = re.compile(r"\b(?:from|to) (?:[A-Z][\w'’-]+,? )+(?:in |at )?(?:the )?$")
_LEADS_AWAY = ("ELSEWHEN", "THAN", "AGO", "SAID")


def lead_places(opening: Sequence[ReadSentence], known: frozenset[str]) -> Iterator[Claim]:
    """The places of the lead's first sentence that tells where the event was; later ones wander off.

    `known` are folded names that are places in this article whatever the gazetteer says: the infobox's.
    """
    for number, read in enumerate(opening[:_SENTENCES]):
        tells = number == 0 or read.tokens[0].has(letters_of(*_OF_THE_EVENT))
        found = list(_places(read, known)) if tells else []
        if found:
            yield from found
            return


def _places(read: ReadSentence, known: frozenset[str]) -> Iterator[Claim]:
    tokens = read.tokens[0]
    leading = (
        tokens.starts[i] for i, letter in enumerate(tokens.letters) if letter in letters_of(*_LEADS_AWAY)
    )
    away = min(leading, default=len(tokens.string))
    for mention in place_mentions(read.sentence, known):
        if mention.start > away:
            return
        if mention.preposition == "between" and (mention.value.country or _FOUGHT.search(tokens.string)):
            continue  # a flight between two countries, a battle between two armies
        if _of_another(tokens, mention.start) or tokens.string[mention.end : mention.end + 2] in ("'s", "’s"):
            continue
        span = read.sentence.text.locate(mention.start, mention.end)
        text = read.sentence.text.string[mention.start : mention.end]
        yield Claim(Role.PLACE, mention.value, text, span, Standing.OPENING, sentence=read.sentence)


def _of_another(tokens: Tokens, start: int) -> bool:
    """Whether the words before a place make it another's: "registered in", "from Baku in", "protests in"."""
    if _ROUTE.search(tokens.string, 0, start):
        return True
    before = bisect_left(tokens.starts, start)
    near = tokens.letters[max(before - 8, 0) : before]
    comma = near.rfind(letters_of("COMMA"))
    return any(letter in letters_of("ELSEWHERE", "FROM", "CAUSE") for letter in near[comma + 1 :])
