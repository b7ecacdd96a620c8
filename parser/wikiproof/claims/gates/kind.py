"""G5: people are counted, not households, vehicles or days."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.claims.tokens import letters_of
from wikiproof.role import Role
from wikiproof.values import Count

if TYPE_CHECKING:
    from wikiproof.claims.candidate import Candidate
    from wikiproof.claims.event import Event
    from wikiproof.claims.told import DateTold

CODE = "G5"
NAME = "kind"
_OBJECT = 4  # tokens behind a verb that may name what was done
_KINDS = ("INJURED", "MISSING", "CAPTURED", "DEAD")
_OF_PEOPLE = frozenset(
    {
        Role.DEATHS, Role.GROUND_DEATHS, Role.INJURIES, Role.MISSING, Role.DISPLACED, Role.EVACUATED,
        Role.CAPTURED, Role.ARRESTS, Role.CASUALTIES,
    }
)  # fmt: skip


def check(candidate: Candidate, event: Event) -> str | None:
    """Stop a count of things in a role that counts people, and a count of killed and wounded together."""
    tokens = candidate.tokens
    if other := _of_another_kind(candidate):
        return other
    if isinstance(candidate.value, Count) and _says_no_number(candidate.value):
        return "names no number"
    if candidate.role not in _OF_PEOPLE:
        return None
    if _left_out().search(tokens.string, 0, tokens.starts[candidate.low]):
        return "counts those to whom it was not done"
    if letters_of("THING") in tokens.letters[candidate.low : candidate.high]:
        return f"counts {candidate.of}, not people"
    after = tokens.letters[candidate.end : candidate.end + 3]
    together = len(after) > 1 and after[0] in letters_of("OR", "AND") and after[1] in letters_of(*_KINDS)
    if together and after[2:] != letters_of("COUNT"):
        return "counts several kinds together"  # unlike "killed 37 people and injured 173"
    if (
        isinstance(candidate.value, Count)
        and candidate.value.low > 1
        and " was " in tokens.text(candidate.low, candidate.end)
    ):
        return "has a verb that is not theirs"  # "a hospital with 80 patients was evacuated"
    return None


def check_date(told: DateTold) -> str | None:
    """Stop a year that is part of a name: "the 2020 Kelmar Marathon", "host of the 1992 games"."""
    tokens, index = told.tokens, told.index
    named = told.value.start.month is None and tokens.has(letters_of("THE"), max(index - 1, 0), index)
    return f"is part of a name (“{tokens.text(index - 1, index + 1)} …”)" if named else None


def _of_another_kind(candidate: Candidate) -> str | None:
    tokens = candidate.tokens
    if candidate.role is Role.PERPETRATOR and _is_of_the_attackers(candidate):
        return "tells who killed or caught the attackers"
    if candidate.role is Role.PERPETRATOR and answers(tokens.string, *_clause(candidate)):
        return "tells who answered the attack"
    if candidate.role is Role.TIME and tokens.has(letters_of("MOVED")):
        return "is the time of a coming or going"
    if candidate.role is Role.TIME and _came_before(candidate):
        return "is the time of what came before"
    if candidate.role is Role.TIME and " ended " in tokens.string:
        return "is the time of the end"
    if candidate.role is Role.RESULT and _of_a_phase(candidate):
        return "tells of a phase"
    return None


def _came_before(candidate: Candidate) -> bool:
    """Whether its clause tells what had been done by then, other than the event: "had set out at 6.30 a.m."."""
    tokens, low = candidate.tokens, candidate.low
    start = max(tokens.last(letters_of("COMMA", "BREAK"), low), 0)
    had = next((at for at in range(start, low) if tokens.text(at, at + 1).lower() == "had"), low)
    return had < low and not tokens.has(letters_of("HAPPENED", "DONE", "DONE_TO"), had, low)


def answers(string: str, start: int = 0, end: int | None = None) -> bool:
    """Whether words tell of what was done about an attack: "a rescue operation was launched by …"."""
    return _answer().search(string, start, len(string) if end is None else end) is not None


def _clause(candidate: Candidate) -> tuple[int, int]:
    """Where the claim's clause starts, and how far its object may reach: "launched a large rescue operation"."""
    tokens = candidate.tokens
    start = max(tokens.last(letters_of("COMMA", "BREAK"), candidate.start), 0)
    end = min(candidate.end + _OBJECT, len(tokens.ends))
    return tokens.starts[start], tokens.ends[end - 1]


@cache
def _answer() -> re.Pattern[str]:
    words = data.table("grammar", "claims", "gates.toml")["answer"]["words"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE)


@cache
def _left_out() -> re.Pattern[str]:
    words = data.table("grammar", "claims", "gates.toml")["left-out"]["words"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))}) (?:the )?$", re.IGNORECASE)


def _of_a_phase(candidate: Candidate) -> bool:
    """Whether a word before says of which part it is told ("the first assault"), but not in "the Third Salt War"."""
    tokens, rest = candidate.tokens, letters_of("REST")
    return any(
        letter in rest and (index == 0 or tokens.text(index, index + 1).islower())
        for index, letter in enumerate(tokens.letters[: candidate.low])
    )


def _says_no_number(count: Count) -> bool:
    """Whether it is "several", "both", or only an upper bound ("up to 60")."""
    if count.high is None or count.low == count.high:
        return False
    return count.low == 0 or count.high >= 3 * count.low


def _is_of_the_attackers(candidate: Candidate) -> bool:
    """Whether attackers are those to whom it was done: "the gunman was killed by …", "the army killed 12 militants"."""
    tokens = candidate.tokens
    before = tokens.letters[max(candidate.start - 4, 0) : candidate.start + 1]
    passive = tokens.has(letters_of("BY"), candidate.start, candidate.low)
    after = tokens.letters[candidate.end : candidate.end + 4]
    beside = before if passive else after
    return any(letter in letters_of("ATTACKER") for letter in beside)
