"""Runs a grammar from its tables (`tables.py`), which Lark makes.

Lark runs them too, and says of every text that does not fit why. Nothing here asks why: of ten readings that are
tried on a field nine are to fail. Without tokens that count lines, and without exceptions that explain, a short text
takes an eighth of the time, and nobody who only reads waits for Lark to be imported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wikiproof import expressions

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from wikiproof.values.tables import Rule, Tables

    Build = Callable[..., Any]

_END = "$END"  # what Lark calls the end of the text


class Token(str):
    """A stretch of the text that a terminal, its `type`, stands for: from offset `start_pos` to before `end_pos`."""

    __slots__ = ("end_pos", "start_pos", "type")

    type: str
    start_pos: int
    end_pos: int


class Parser:
    """A grammar, and what its rules are to become."""

    def __init__(self, tables: Tables, builders: type) -> None:
        self._actions = tables["actions"]
        self._scanner_of = tables["scanner_of"]
        self._scanners = [
            _Scanner([(name, tables["terminals"][name]) for name in each["terminals"]], each["keywords"])
            for each in tables["scanners"]
        ]
        self._ignored = frozenset(tables["ignored"])
        self._rules = [_Reduction(rule, builders) for rule in tables["rules"]]
        self._start, self._end = tables["start"], tables["end"]

    def parse(self, string: str) -> Any:
        """What the builders make of a text; None where it does not fit."""
        states, values = [self._start], list[Any]()
        at = 0
        while True:
            token = self._token(string, at, states[-1])
            if token is None:
                return None
            kind, at = token.type, token.end_pos
            action = self._actions[states[-1]].get(kind)
            while action is not None and action < 0:
                self._reduce(self._rules[~action], states, values)
                if states[-1] == self._end:
                    return values[-1]
                action = self._actions[states[-1]].get(kind)
            if action is None:
                return None
            states.append(action)
            values.append(token)

    def _token(self, string: str, at: int, state: int) -> Token | None:
        """The next token that is not ignored, of those that may stand here; None where there is none."""
        scanner = self._scanners[self._scanner_of[state]]
        length = len(string)
        while at < length:
            match = scanner.match(string, at)
            if match is None:
                return None
            kind: str = match.lastgroup  # type: ignore[assignment]  # each way to match is a group
            if kind not in self._ignored:
                word = match[0]
                return _token(word, scanner.keywords.get(kind, {}).get(word, kind), at, match.end())
            at = match.end()
        return _token("", _END, at, at)

    def _reduce(self, rule: _Reduction, states: list[int], values: list[Any]) -> None:
        """Let the last values become that of a rule which they are the parts of."""
        parts = []
        if rule.size:
            parts = values[-rule.size :]
            del values[-rule.size :], states[-rule.size :]
        values.append(rule.value(parts))
        states.append(self._actions[states[-1]][rule.origin])


def _token(word: str, kind: str, start: int, end: int) -> Token:
    token = Token(word)
    token.type, token.start_pos, token.end_pos = kind, start, end
    return token


class _Scanner:
    """The terminals that may stand somewhere, as one expression; compiled when a text first comes there."""

    __slots__ = ("_terminals", "keywords", "match")

    def __init__(self, terminals: list[tuple[str, str]], keywords: dict[str, dict[str, str]]) -> None:
        self._terminals = terminals
        self.keywords = keywords
        self.match: Callable[[str, int], re.Match[str] | None] = self._first_match

    def _first_match(self, string: str, at: int) -> re.Match[str] | None:
        ways = "|".join(f"(?P<{name}>{expression})" for name, expression in self._terminals)
        self.match = expressions.compile(ways).match
        return self.match(string, at)


class _Reduction:
    """A rule with what it becomes: its builder's value, or a list of its parts where it has no builder."""

    __slots__ = ("_build", "_end", "_only", "_parts", "origin", "size")

    def __init__(self, rule: Rule, builders: type) -> None:
        self.origin, self.size = rule["origin"], rule["size"]
        self._parts, self._end, self._only = rule["parts"], rule["end"], rule["only"]
        # Lark puts the file's name and two underscores before the name of an imported rule.
        name = rule["name"].rpartition("__")[2] or rule["name"]
        self._build: Build | None = getattr(builders, name, None)

    def value(self, parts: list[Any]) -> Any:
        """What the rule becomes, of all its parts: words that only mark it, too."""
        if self._parts is not None:
            parts = self._chosen(parts)
        if self._only and len(parts) == 1:
            return parts[0]
        return parts if self._build is None else self._build(*parts)

    def _chosen(self, parts: list[Any]) -> list[Any]:
        chosen: list[Any] = []
        for index, spread, missing in self._parts or ():
            if missing:
                chosen.extend([None] * missing)
            if not spread:
                chosen.append(parts[index])
            elif chosen:
                chosen.extend(parts[index])
            else:
                chosen = parts[index]  # a row that grows by one is not copied each time
        chosen.extend([None] * self._end)
        return chosen
