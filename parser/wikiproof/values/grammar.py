"""Grammars of values: one `.lark` file a kind, its tables made once and then kept."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wikiproof import cache as kept_between_runs
from wikiproof import data
from wikiproof.values.lalr import Parser

if TYPE_CHECKING:
    from wikiproof.values.tables import Tables


def parse(name: str, builders: type, string: str) -> Any:
    """What a grammar and its builders make of a string that was made `plain`; None where it does not fit.

    `builders` has a function for each rule that is to become a value; it gets the rule's parts as arguments.
    """
    return parser(name, builders).parse(string)


@cache
def parser(name: str, builders: type, start: str | None = None) -> Parser:
    """The parser of `grammar/NAME.lark`, whose first rule has the same name unless `start` is another."""
    return Parser(_tables(name, start or name), builders)


def _tables(name: str, start: str) -> Tables:
    tables: Tables = json.loads(kept_between_runs.kept(f"{name}.json", _stamp(), lambda: _made(name, start)))
    return tables


def _made(name: str, start: str) -> bytes:
    from wikiproof.values import tables

    return json.dumps(tables.make(name, start)).encode()


@cache
def _stamp() -> str:
    """Changes with everything the tables are made of."""
    code = (Path(__file__).with_name(module) for module in ("words.py", "tables.py"))
    return f"{data.stamp('grammar')}{kept_between_runs.stamp(code)}"
