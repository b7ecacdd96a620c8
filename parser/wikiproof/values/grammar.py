"""Grammars of values: one `.lark` file a kind, built when first needed."""

from __future__ import annotations

from contextlib import suppress
from functools import cache, partial
from typing import TYPE_CHECKING, Any, cast

from wikiproof import cache as kept_between_runs
from wikiproof import data, expressions
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
    from lark.exceptions import UnexpectedInput

    return build(name, start=name, transformer=_Spread(builders)), UnexpectedInput


def build(name: str, start: str = "start", transformer: object = None) -> Lark:
    """The parser of a grammar, as Lark kept it after the first time: it is found ten times as fast as made."""
    from lark import Lark

    lark = Lark(
        data.text("grammar", f"{name}.lark"),
        start=start,
        parser="lalr",
        lexer="contextual",
        import_paths=[_Imports()],
        transformer=cast("Transformer[Any, Any] | None", transformer),
        cache=_kept_as(name),
    )
    lexer: Any = lark.parser.lexer
    for each in (lexer.root_lexer, *lexer.lexers.values()):
        each.re = expressions
    return lark


class _Spread:
    """The builders as Lark asks for them: by the rule's name, with the parts in one list."""

    def __init__(self, builders: type) -> None:
        self._builders = builders

    def __getattr__(self, rule: str) -> Callable[[list[Any]], Any]:
        # Lark puts the file's name and two underscores before the name of an imported rule.
        return partial(_spread, getattr(self._builders, rule.rpartition("__")[2] or rule))


def _spread(build: Callable[..., Any], parts: list[Any]) -> Any:
    return build(*parts)


class _Imports:
    """What `%import` reads: another grammar, or the terminals that a table of words stands for."""

    def __call__(self, _base: str | None, path: str) -> tuple[str, str]:
        file = data.folder("grammar") / path
        if file.is_file():
            return str(file), data.text("grammar", path)
        table = path.removesuffix(".lark")
        if (data.folder("grammar") / f"{table}.toml").is_file():
            return str(file), "\n".join(words.terminals(table))
        raise FileNotFoundError(path)

    def __repr__(self) -> str:
        return "imports"  # Lark keeps a parser under its options as they are written


def _kept_as(name: str) -> str | bool:
    """The file in which Lark keeps the parser; False where there can be none."""
    stamp = kept_between_runs.stamp((words.__file__, __file__))
    with suppress(OSError):
        kept_between_runs.folder().mkdir(parents=True, exist_ok=True)
        return str(kept_between_runs.folder() / f"{name}-{data.stamp('grammar')}-{stamp}.lark")
    return False
