"""The ways of saying a claim, from `grammar/claims/patterns.toml`, as regular expressions over word classes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from wikiproof import data, expressions
from wikiproof.claims.forms import Form, read, read_all
from wikiproof.claims.tokens import letters_of
from wikiproof.role import Role

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from wikiproof.claims.tokens import Tokens

# What comes behind the last of several counts if it has a verb of its own.
_CLAUSE = (
    "BE", "HAVE", "INJURED", "KILLED", "DIED", "DEAD", "MISSING", "DISPLACED", "EVACUATED", "CAPTURED", "ARRESTED",
    "LOSE", "THING", "INJURIES", "DEATHS", "WHO",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of saying something in a role.

    `count` patterns say a number that no word of theirs names (0 of "no one was killed", 1 of "the sole fatality"),
    `names` patterns hold a proper name; what a `claimed` one says is what the named themselves claim. Where no
    letter of `cue` stands, or of any of its `needs`, it cannot match; `triggers` are those of its words that make
    a sentence worth reading.
    """

    role: Role
    form: str
    count: int | None
    names: bool
    claimed: bool
    of: str | None
    sample: str
    reads: tuple[str, ...]
    actor: str | None
    cue: frozenset[str]
    needs: tuple[frozenset[str], ...]
    triggers: frozenset[str]

    @property
    def expression(self) -> re.Pattern[str]:
        """The form as a regular expression, compiled when first asked for: an article needs a few of them."""
        return expressions.compile(self.form)


# In these roles one stretch may name several: who won and who lost, a belligerent and the one it fought.
_SEVERAL = frozenset((Role.RESULT, Role.COMMANDER, Role.BELLIGERENT))


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found: tokens `start` to `end`, the value's tokens `low` to `high`, its actor's tokens if any."""

    pattern: Pattern
    start: int
    end: int
    low: int
    high: int
    actor: tuple[int, int] | None = None


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns, in the order of the file."""
    table = data.table("grammar", "claims", "patterns.toml")
    shorthand = read_all(table["shorthand"])
    return tuple(_pattern(entry, shorthand) for entry in table["pattern"])


def _pattern(entry: dict[str, Any], shorthand: dict[str, Form]) -> Pattern:
    form = read(entry["form"], shorthand)
    return Pattern(
        Role(entry["role"]),
        form.expression,
        entry.get("count"),
        entry.get("names", False),
        entry.get("claimed", False),
        entry.get("of"),
        entry["sample"],
        tuple(entry["reads"]),
        entry.get("actor"),
        form.cue,
        tuple(need for need in sorted(form.needs, key=len) if need != form.cue),
        form.triggers,
    )


@cache
def _by_cue() -> dict[str, tuple[int, ...]]:
    """The numbers of the patterns that a class letter may be the cue of."""
    cued: dict[str, list[int]] = {}
    for number, pattern in enumerate(patterns()):
        for letter in pattern.cue:
            cued.setdefault(letter, []).append(number)
    return {letter: tuple(numbers) for letter, numbers in cued.items()}


def find(tokens: Tokens, roles: frozenset[Role] = frozenset(Role)) -> Iterator[Match]:
    """The matches of patterns in some roles, each token stretch once for each: the first pattern to read it wins."""
    every, cued = patterns(), _by_cue()
    taken: set[tuple[Role, int]] = set()
    the = letters_of("THE")  # "a guard" counts one
    held = set(tokens.letters)
    for number in sorted({n for letter in held for n in cued.get(letter, ())}):
        pattern = every[number]
        if pattern.role not in roles or any(map(held.isdisjoint, pattern.needs)):
            continue
        for match in pattern.expression.finditer(tokens.letters):
            start, end = match.span()
            low, high = (start, end) if pattern.count is not None else match.span("value")
            if pattern.names:
                stretch = (low, high) if pattern.role in _SEVERAL else match.span()
                at = {(pattern.role, index) for index in range(*stretch)}
            else:
                if high == end:
                    high = end = _before_next_clause(tokens.letters, low, high)
                numbers = [i for i in range(low, high) if i in tokens.mentions or tokens.letters[i] in the]
                at = {(pattern.role, i) for i in numbers or range(low, high)}
            if at and not at & taken:
                taken |= at
                actor = match.span("actor") if "actor" in pattern.expression.groupindex else None
                yield Match(pattern, start, end, low, high, actor)


def _before_next_clause(letters: str, low: int, high: int) -> int:
    """Where a value ends whose last item begins a clause of its own: "killing 12 people and three were injured"."""
    after = letters[high : high + 2].lstrip(letters_of("ADVERB"))[:1]
    joint = max(letters.rfind(letter, low, high) for letter in letters_of("AND", "COMMA"))
    return joint if joint > low and after and after in letters_of(*_CLAUSE) else high
