"""The ways of saying a claim, from `grammar/claims/patterns.toml`, as regular expressions over word classes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from wikiproof import data
from wikiproof.claims.words import words
from wikiproof.role import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims.tokens import Tokens

_PART = re.compile(r"[A-Z][A-Z_]*|\S")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of saying something in a role.

    `zero` patterns say that there was none ("no one was killed"), `names` patterns hold a proper name; what a
    `claimed` one says is what the named themselves claim.
    """

    role: Role
    expression: re.Pattern[str]
    zero: bool
    names: bool
    claimed: bool
    of: str | None
    sample: str
    reads: tuple[str, ...]
    actor: str | None


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
    shorthand: dict[str, str] = table["shorthand"]
    return tuple(_pattern(entry, shorthand) for entry in table["pattern"])


def _pattern(entry: dict[str, Any], shorthand: dict[str, str]) -> Pattern:
    return Pattern(
        Role(entry["role"]),
        re.compile(_expression(entry["form"], shorthand)),
        entry.get("count") == 0,
        entry.get("names", False),
        entry.get("claimed", False),
        entry.get("of"),
        entry["sample"],
        tuple(entry["reads"]),
        entry.get("actor"),
    )


def _expression(form: str, shorthand: dict[str, str]) -> str:
    letters = words().letters
    out = []
    for part in _PART.findall(form):
        if part in shorthand:
            out.append(f"(?:{_expression(shorthand[part], shorthand)})")
        elif part in letters:
            out.append(letters[part])
        elif part == "<":
            out.append("(?P<value>")
        elif part == "[":
            out.append("(?P<actor>")
        elif part in ">]":
            out.append(")")
        elif part == "(":
            out.append("(?:")
        elif part in "|)?*+{},0123456789":
            out.append(part)
        else:
            raise ValueError(f"patterns.toml: {part!r} in {form!r} is neither a class nor a shorthand")
    return "".join(out)


def find(tokens: Tokens) -> Iterator[Match]:
    """Every pattern's matches, each token stretch once for each role: the first pattern that reads it wins."""
    taken: set[tuple[Role, int]] = set()
    for pattern in patterns():
        for match in pattern.expression.finditer(tokens.letters):
            low, high = match.span() if pattern.zero else match.span("value")
            if pattern.names:
                at = {(pattern.role, index) for index in range(match.start(), match.end())}
            else:
                at = {(pattern.role, i) for i in range(low, high) if pattern.zero or i in tokens.mentions}
            if at and not at & taken:
                taken |= at
                actor = match.span("actor") if "actor" in pattern.expression.groupindex else None
                yield Match(pattern, match.start(), match.end(), low, high, actor)
