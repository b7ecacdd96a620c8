"""Grammars of values: one `.lark` file a kind, built when first needed."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any, cast

from wikiproof import data
from wikiproof.values import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from lark import Lark, Transformer


def parse(name: str, builders: type, string: str) -> Any:
    """What a grammar and its builders make of a string that was made `plain`; None where it does not fit.

    `builders` has a function for each rule that is to become a value; it gets the rule's parts as arguments.
    """
    parser, error = _parser(name, builders)
    try:
        return parser.parse(string)
    except error:
        return None


@cache
def _parser(name: str, builders: type) -> tuple[Lark, type[Exception]]:
    from lark import Lark
    from lark.exceptions import UnexpectedInput

    lark = Lark(
        data.text("grammar", f"{name}.lark"),
        start=name,
        parser="lalr",
        lexer="contextual",
        import_paths=[_imported],
        transformer=cast("Transformer[Any, Any]", _Spread(builders)),
    )
    return lark, UnexpectedInput


class _Spread:
    """The builders as Lark asks for them: by the rule's name, with the parts in one list."""

    def __init__(self, builders: type) -> None:
        self._builders = builders

    def __getattr__(self, rule: str) -> Callable[[list[Any]], Any]:
        # Lark puts the file's name and two underscores before the name of an imported rule.
        return partial(_spread, getattr(self._builders, rule.rpartition("__")[2] or rule))


def _spread(build: Callable[..., Any], parts: list[Any]) -> Any:
    return build(*parts)


def _imported(_base: str | None, path: str) -> tuple[str, str]:
    """What `%import` reads: another grammar, or the terminals that a table of words stands for."""
    if (data.folder("grammar") / path).is_file():
        return path, data.text("grammar", path)
    table = path.removesuffix(".lark")
    if (data.folder("grammar") / f"{table}.toml").is_file():
        return path, "\n".join(words.terminals(table))
    raise FileNotFoundError(path)
