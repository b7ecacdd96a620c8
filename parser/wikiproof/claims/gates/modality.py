"""G7: what may have happened, was planned or is denied is no claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.tokens import letters_of
from wikiproof.values import Count

if TYPE_CHECKING:
    from wikiproof.claims.candidate import Candidate
    from wikiproof.claims.event import Event
    from wikiproof.claims.told import DateTold, EndTold

CODE = "G7"
NAME = "modality"
_REACH = 6  # tokens before the claim in which a modal word governs it


def check(candidate: Candidate, event: Event) -> str | None:
    """Stop possible, planned and denied claims, and a negated one that still holds a number."""
    tokens = candidate.tokens
    from_token = max(candidate.start - _REACH, 0)
    for index in range(from_token, min(candidate.end + 1, len(tokens.letters))):
        if tokens.letters[index] in letters_of("MAYBE"):
            return f"is only possible (“{tokens.text(index, index + 1)}”)"
    after = tokens.letters[candidate.end : candidate.end + 2]
    if len(after) == 2 and after[0] in letters_of("BE") and after[1] in letters_of("MAYBE"):
        return f"is only possible (“{tokens.text(candidate.end + 1, candidate.end + 2)}”)"
    zero = isinstance(candidate.value, Count) and candidate.value.high == 0
    if not zero and tokens.has(letters_of("NOT"), max(candidate.start - 3, 0), candidate.end):
        return "is negated"
    return None


def check_date(told: DateTold) -> str | None:
    """Stop the date of what may have happened or was planned."""
    away = told.away("MAYBE")
    return f"is only possible (“{away}”)" if away else None


def check_end(told: EndTold) -> str | None:
    """Stop an end that is only possible, or denied."""
    return "is only possible, or negated" if told.tokens.has(letters_of("MAYBE", "NOT")) else None
