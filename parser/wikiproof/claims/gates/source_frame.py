"""G6: a figure that belongs to a source, a quotation or an early report competes, it does not contradict."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.claims.tokens import letters_of
from wikiproof.role import Role
from wikiproof.text import Kind
from wikiproof.values import Count

if TYPE_CHECKING:
    from wikiproof.claims.candidate import Candidate
    from wikiproof.claims.event import Event
    from wikiproof.claims.tokens import Tokens
    from wikiproof.claims.told import DateTold, EndTold, PlaceTold

CODE = "G6"
NAME = "source frame"
_ATTRIBUTED = "is attributed to a source"
_LAST_WORDS = 8  # tokens from the last comma to the end of the sentence that may name its source


def check(candidate: Candidate, event: Event) -> str | None:
    """Stop claims that someone makes, that are quoted, early, dated or tagged as doubtful."""
    tokens = candidate.tokens
    letters = tokens.letters
    if candidate.claimed:
        return "is what the named claim themselves"
    if candidate.role is not Role.DAMAGE and _is_attributed(candidate):  # damage is always someone's estimate
        return _ATTRIBUTED
    if any(letter in letters_of("EARLY", "REVISED") for letter in letters):
        return "is an early or dated figure"
    if letters.count(letters_of("QUOTE"), 0, candidate.low) % 2:
        return "stands in a quotation"
    for tag in candidate.read.sentence.text.of_kind(Kind.TAG):
        if is_competing(tag.value):
            return f"is tagged “{tag.value}”"
    return None


def check_date(told: DateTold) -> str | None:
    """Stop a date that a source gives, and one that opens a sentence of what someone said."""
    says = not told.first and told.tokens.has(letters_of("SAID")) and told.is_led and told.opens
    return _ATTRIBUTED if says or told.away("SAID") else None


def check_place(told: PlaceTold) -> str | None:
    """Stop what follows a source's name."""
    return _ATTRIBUTED if told.away("SAID") else None


def check_end(told: EndTold) -> str | None:
    """Stop an end that someone announced; what "officially ended" did end."""
    said = (i for i, letter in enumerate(told.tokens.letters) if letter in letters_of("SAID"))
    return _ATTRIBUTED if any(told.tokens.text(i, i + 1).lower() != "officially" for i in said) else None


def is_competing(tag: str) -> bool:
    """Whether a tag says that editors doubt what stands before it."""
    return tag.casefold().startswith(_competing_tags())


@cache
def _competing_tags() -> tuple[str, ...]:
    return tuple(data.table("grammar", "claims", "gates.toml")["competing-tags"]["words"])


def _is_attributed(candidate: Candidate) -> bool:
    """Whether a source comes first ("officials said that 40 …") or last ("…, officials said").

    A word within the claim ("were reported injured") names no source, and none reaches over a semicolon.
    """
    tokens = candidate.tokens
    said = [
        index
        for index, letter in enumerate(tokens.letters)
        if letter in letters_of("SAID") and not _says_how(tokens, index)
    ]
    if candidate.role is Role.TIME:  # "is said to have begun at 10:30" hedges, but names no source
        said = [
            i
            for i in said
            if tokens.text(i, i + 2) != "said to" or not tokens.has(letters_of("BE"), max(i - 1, 0), i)
        ]
    after_break = tokens.last(letters_of("BREAK"), candidate.start)
    if any(
        after_break < index < candidate.start
        and not _reaches_only(tokens, index, candidate)
        and not _is_in_a_clause_of_its_own(tokens, index, candidate.start)
        for index in said
    ):
        return True
    if any(
        tokens.text(i, i + 1).lower() == "reportedly" for i in said if candidate.start <= i < candidate.end
    ):
        return True
    comma = tokens.letters.rfind(letters_of("COMMA"))
    return any(
        index > comma >= candidate.end
        and len(tokens.letters) - comma <= _LAST_WORDS
        and tokens.letters[index + 1 : index + 2] != letters_of("OF")  # "and estimates of the damage vary"
        for index in said
    )


def _says_how(tokens: Tokens, index: int) -> bool:
    """Whether the word is part of another claim: "were reported injured"."""
    after = tokens.letters[index + 1 : index + 2]
    return (
        after != ""
        and after in letters_of("INJURED", "KILLED", "DEAD", "MISSING")
        and tokens.has(letters_of("BE"), max(index - 1, 0), index)
    )


def _is_in_a_clause_of_its_own(tokens: Tokens, index: int, start: int) -> bool:
    """Whether it stands in a relative clause that a comma closes before the claim.

    "The attackers, all of whom according to the army were foreign, entered and opened fire, killing 12".
    """
    comma = tokens.last(letters_of("COMMA"), index)
    closed = tokens.letters.find(letters_of("COMMA"), index, start)
    return comma >= 0 and closed > 0 and tokens.has(letters_of("WHO", "INCLUDING"), comma + 1, index)


def _reaches_only(tokens: Tokens, index: int, candidate: Candidate) -> bool:
    """Whether the word governs no more than its own clause: "was said to have begun at noon, with 12 killed"."""
    if not isinstance(candidate.value, Count):
        return False
    is_passive = tokens.has(letters_of("BE"), max(index - 1, 0), index)
    infinitive = tokens.text(index + 1, index + 2).lower() == "to"
    return is_passive and infinitive and letters_of("COMMA") in tokens.letters[index : candidate.start]
