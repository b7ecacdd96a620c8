"""A grammar reads what Lark reads with it, and gives the same value."""

from __future__ import annotations

import tomllib
from importlib import import_module
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lark import Lark
from lark.exceptions import UnexpectedInput

from wikiproof import data
from wikiproof.values import grammar, lalr, tables, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KINDS = (
    "coordinates", "count", "counts", "date", "duration", "magnitude", "money", "number", "place", "quantity", "time",
)  # fmt: skip
BLOCKS = '= A =\n\nInfobox\n- B: 1\n- C: 2\n 3\n\nText.\n\n== D ==\n* An item\n  "Said."\n---\nMore.'


class Builders:
    """The builders of a kind as Lark asks for them."""

    def __init__(self, builders: type) -> None:
        self._builders = builders

    def __getattr__(self, rule: str) -> Callable[[list[Any]], Any]:
        build = getattr(self._builders, rule.rpartition("__")[2] or rule)
        return lambda parts: build(*parts)


def strings(value: object) -> Iterator[str]:
    """Every text in a table, and what an editor has of it while typing."""
    if isinstance(value, str):
        yield from accumulate(value.split(" "), "{} {}".format)
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def texts() -> list[str]:
    cases = (Path(__file__).parent / "cases").glob("*.toml")
    found = {text for file in cases for text in strings(tomllib.loads(file.read_text("utf-8")))}
    return sorted(text for text in found if len(text) < 100)


@pytest.mark.parametrize("kind", KINDS)
def test_reads_as_lark_does(kind: str) -> None:
    builders = import_module(f"wikiproof.values.{kind}")._Builders
    lark = Lark(
        data.text("grammar", f"{kind}.lark"),
        start=kind,
        parser="lalr",
        import_paths=[tables._import],
        transformer=Builders(builders),
    )
    read = 0
    for text in texts():
        string = text if kind == "place" else words.plain(text)
        try:
            expected = lark.parse(string)
        except UnexpectedInput:
            expected = None
        assert grammar.parse(kind, builders, string) == expected, string
        read += expected is not None
    assert read > 10


def test_blocks_of_an_article() -> None:
    parser = grammar.parser("article", object, "start")
    blocks = parser.parse(BLOCKS)
    tree: Any = Lark(data.text("grammar", "article.lark"), parser="lalr").parse(BLOCKS)
    expected = [each if isinstance(each, str) else each.children for each in tree.children]
    assert blocks == expected
    title, box, *_ = blocks
    assert isinstance(title, lalr.Token)
    assert (title.type, title.start_pos, title.end_pos) == ("TITLE", 0, 5)
    assert [token.type for token in box] == ["INFOBOX", "FIELD", "FIELD"]
