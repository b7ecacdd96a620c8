"""The forms in which claims are said (`grammar/claims/patterns.toml`), made regular expressions over word classes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wikiproof.claims.words import PLAIN_CLASSES, words

if TYPE_CHECKING:
    from collections.abc import Mapping

_PART = re.compile(r"[A-Z][A-Z_]*|\{[\d,]+\}|\S")
_OPENING = {"(": "(?:", "<": "(?P<value>", "[": "(?P<actor>"}
_CLOSING = {"(": ")", "<": ">", "[": "]"}

Needs = tuple[frozenset[str], ...]  # class letters: one of each set must stand in what matches


@dataclass(frozen=True, slots=True)
class Form:
    """A regular expression over class letters, and what no match of it can do without."""

    expression: str
    needs: Needs

    @property
    def cue(self) -> frozenset[str]:
        """The most telling need: rather one that makes sentences worth reading than one that most of them hold."""
        triggers, plain = words().triggers, _plain()
        return min(self.needs, key=lambda need: (not need <= triggers, bool(need & plain), len(need)))

    @property
    def triggers(self) -> frozenset[str]:
        """The letters of needs that make sentences worth reading: of those that always do so if there are any."""
        triggers = words().triggers
        certain = [need for need in self.needs if need <= triggers]
        return frozenset().union(*(certain or (need & triggers for need in self.needs)))


@cache
def _plain() -> frozenset[str]:
    return frozenset(words().letters[name] for name in PLAIN_CLASSES)


def read_all(shorthand: Mapping[str, str]) -> dict[str, Form]:
    """The forms that shorthands stand for; each may use those before it."""
    known: dict[str, Form] = {}
    for name, form in shorthand.items():
        known[name] = read(form, known)
    return known


def read(form: str, shorthand: Mapping[str, Form]) -> Form:
    """The form as `patterns.toml` writes it; ValueError for what is neither a class nor a shorthand."""
    parts = list(_PART.findall(form))
    result, rest = _choice(parts, 0, shorthand)
    if rest != len(parts):
        raise ValueError(f"patterns.toml: {parts[rest]!r} closes nothing in {form!r}")
    return result


def _choice(parts: list[str], at: int, shorthand: Mapping[str, Form]) -> tuple[Form, int]:
    """Alternatives, up to what closes them: each alternative has needs, the choice needs one of each's first."""
    choices = []
    while True:
        sequence, at = _sequence(parts, at, shorthand)
        choices.append(sequence)
        if parts[at : at + 1] != ["|"]:
            break
        at += 1
    if len(choices) == 1:
        return choices[0], at
    either = frozenset().union(*(choice.cue for choice in choices if choice.needs))
    needs = (either,) if all(choice.needs for choice in choices) else ()
    expressions = [choice.expression for choice in choices]
    single = all(
        len(each) == 1 for each in expressions
    )  # what one letter can say is compiled much sooner as a set
    return Form(f"[{''.join(expressions)}]" if single else "|".join(expressions), needs), at


def _sequence(parts: list[str], at: int, shorthand: Mapping[str, Form]) -> tuple[Form, int]:
    expression, needs = "", list[frozenset[str]]()
    while at < len(parts) and parts[at] not in "|)>]":
        item, at = _item(parts, at, shorthand)
        repeat = parts[at] if at < len(parts) and parts[at][0] in "?*+{" else ""
        at += bool(repeat)
        expression += item.expression + repeat
        if repeat in ("", "+") or (repeat[0] == "{" and repeat[1] != "0"):
            needs += item.needs
    return Form(expression, tuple(needs)), at


def _item(parts: list[str], at: int, shorthand: Mapping[str, Form]) -> tuple[Form, int]:
    part, letters = parts[at], words().letters
    if part in _OPENING:
        inner, end = _choice(parts, at + 1, shorthand)
        if parts[end : end + 1] != [_CLOSING[part]]:
            raise ValueError(f"patterns.toml: {part!r} is not closed in {' '.join(parts)!r}")
        return Form(f"{_OPENING[part]}{inner.expression})", inner.needs), end + 1
    if part == "END":
        return Form("(?:$)", ()), at + 1
    if part in shorthand:
        inner = shorthand[part]
        return Form(f"(?:{inner.expression})", inner.needs), at + 1
    if part in letters:
        return Form(letters[part], (frozenset(letters[part]),)), at + 1
    raise ValueError(f"patterns.toml: {part!r} in {' '.join(parts)!r} is neither a class nor a shorthand")
