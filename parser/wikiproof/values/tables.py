"""The tables of a grammar: what may follow where, as Lark works it out."""

from __future__ import annotations

from typing import Any, TypedDict

from wikiproof import data
from wikiproof.values import words


class Rule(TypedDict):
    """One way to write a rule, of `size` parts.

    `name` is that of its builder, `origin` what it is to the rules around it; with `only`, a rule of a single part
    is that part. `parts` are those that count, each with whether it is spread among the others (it was a row), and
    how many parts are missing before it; None for all parts as they are. `end` are missing at the end.
    """

    origin: str
    name: str
    size: int
    only: bool
    parts: list[tuple[int, bool, int]] | None
    end: int


class Scanner(TypedDict):
    """The terminals that may stand somewhere, the first to be tried first.

    `keywords` are words that another terminal would also match, by that terminal, with their own.
    """

    terminals: list[str]
    keywords: dict[str, dict[str, str]]


class Tables(TypedDict):
    """All of a grammar, in what JSON can hold.

    `actions` say for each state what comes of a terminal or rule: the state after it, or, where that is below
    zero, the rule `~action` that ends before it.
    """

    start: int
    end: int
    terminals: dict[str, str]
    ignored: list[str]
    scanners: list[Scanner]
    scanner_of: list[int]
    actions: list[dict[str, int]]
    rules: list[Rule]


def make(name: str, start: str) -> Tables:
    """The tables of `grammar/NAME.lark`."""
    from lark import Lark

    lark = Lark(
        data.text("grammar", f"{name}.lark"),
        start=start,
        parser="lalr",
        lexer="contextual",
        import_paths=[_import],
    )
    return _tables(lark, start)


def _tables(lark: Any, start: str) -> Tables:
    table: Any = lark.parser.parser._parse_table
    rules = {rule: number for number, rule in enumerate(lark.rules)}
    states = range(len(table.states))
    lexers: Any = lark.parser.lexer.lexers
    distinct = {id(lexers[state]): lexers[state] for state in states}
    numbers = {each: number for number, each in enumerate(distinct)}
    return Tables(
        start=table.start_states[start],
        end=table.end_states[start],
        terminals={each.name: each.pattern.to_regexp() for each in lark.terminals},
        ignored=list(lark.ignore_tokens),
        scanners=[_scanner(each) for each in distinct.values()],
        scanner_of=[numbers[id(lexers[state])] for state in states],
        actions=[
            {
                str(symbol): ~rules[target] if action.name == "Reduce" else target
                for symbol, (action, target) in table.states[state].items()
            }
            for state in states
        ],
        rules=[_rule(rule) for rule in lark.rules],
    )


def _scanner(lexer: Any) -> Scanner:
    names = [each.name for each in lexer.scanner.terminals]
    keywords = {
        name: {each.pattern.value: each.name for each in unless.scanner.terminals}
        for name, unless in lexer.callback.items()
    }
    return Scanner(terminals=names, keywords=keywords)


def _rule(rule: Any) -> Rule:
    parts, end = _parts(rule)
    every = [(index, False, 0) for index in range(len(rule.expansion))]
    return Rule(
        origin=str(rule.origin.name),
        name=str(rule.alias or rule.origin.name),
        size=len(rule.expansion),
        only=bool(rule.options.expand1 and not rule.alias),
        parts=None if parts == every and not end else parts,
        end=end,
    )


def _parts(rule: Any) -> tuple[list[tuple[int, bool, int]], int]:
    """The parts of a rule that count, and how many are missing at its end."""
    missing = _missing(rule)
    parts: list[tuple[int, bool, int]] = []
    before = 0
    for index, symbol in enumerate(rule.expansion):
        before += missing[index]
        if not (symbol.is_term and symbol.filter_out):
            parts.append((index, not symbol.is_term and symbol.name.startswith("_"), before))
            before = 0
    return parts, before + missing[-1]


def _missing(rule: Any) -> list[int]:
    """How many optional parts were left out before each part, and at the end."""
    present = "".join("1" if empty else "0" for empty in rule.options.empty_indices)
    return [len(left_out) for left_out in present.split("0")] if present else [0] * (len(rule.expansion) + 1)


def _import(_base: str | None, path: str) -> tuple[str, str]:
    """What `%import` reads: another grammar, or the terminals that a table of words stands for."""
    file = data.folder("grammar") / path
    if file.is_file():
        return str(file), data.text("grammar", path)
    table = path.removesuffix(".lark")
    if (data.folder("grammar") / f"{table}.toml").is_file():
        return str(file), "\n".join(words.terminals(table))
    raise FileNotFoundError(path)
