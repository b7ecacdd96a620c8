"""G6: a figure that belongs to a source, a quotation or an early report competes, it does not contradict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.tokens import letters_of
from wikiproof.text import Kind

if TYPE_CHECKING:
    from wikiproof.claims.candidate import Candidate
    from wikiproof.claims.event import Event

CODE = "G6"
_COMPETING_TAGS = ("as of", "citation needed", "dubious", "disputed", "clarify", "contradict", "update")


def check(candidate: Candidate, event: Event) -> str | None:  # noqa: ARG001 - the signature of all gates
    """Stop claims that someone makes, that are quoted, early, dated or tagged as doubtful."""
    tokens = candidate.tokens
    letters = tokens.letters
    if any(letter in letters_of("SAID") for letter in letters):
        return "is attributed to a source"
    if any(letter in letters_of("EARLY") for letter in letters):
        return "is an early or dated figure"
    if letters.count(letters_of("QUOTE"), 0, candidate.low) % 2:
        return "stands in a quotation"
    for tag in candidate.sentence.text.of_kind(Kind.TAG):
        if tag.value.casefold().startswith(_COMPETING_TAGS):
            return f"is tagged “{tag.value}”"
    return None
