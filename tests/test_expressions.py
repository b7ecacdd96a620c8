"""Expressions kept between runs are those that Python would compile, and cost nobody a run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from wikiproof import cache, data, expressions
from wikiproof.claims.patterns import patterns
from wikiproof.values.mentions import _finder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATTERN = r"(?P<low>\d+)(?:–(?P<high>\d+))? (dead|killed)"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[str]]:
    """An empty cache folder; the list gets every pattern that is compiled."""
    compiled: list[str] = []
    code = expressions._code

    def watched(pattern: str, flags: int) -> expressions.Code:
        compiled.append(pattern)
        return code(pattern, flags)

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(expressions, "_code", watched)
    forget()
    yield compiled
    forget()


def forget() -> None:
    """As in a new process."""
    for each in (expressions.compile, expressions._known, expressions._made):
        each.cache_clear()


def next_run() -> None:
    expressions.keep()
    forget()


def test_is_the_same_expression(made: list[str]) -> None:
    for _ in range(2):
        for flags in (0, re.IGNORECASE, re.IGNORECASE | re.MULTILINE):
            ours, theirs = expressions.compile(PATTERN, flags), re.compile(PATTERN, flags)
            assert ours == theirs
            assert (ours.pattern, ours.flags, ours.groups) == (theirs.pattern, theirs.flags, theirs.groups)
            assert dict(ours.groupindex) == dict(theirs.groupindex)
            found = ours.search("About 12–14 killed")
            assert found
            assert found.groupdict() == {"low": "12", "high": "14"}
            assert found.lastgroup is None
        next_run()
    assert made == [PATTERN] * 3


def test_large_expressions_are_the_same(made: list[str]) -> None:
    every = [_finder()[0].pattern, *(pattern.form for pattern in patterns())]
    for _ in range(2):
        assert [expressions.compile(each) for each in every] == [re.compile(each) for each in every]
        next_run()
    assert sorted(made) == sorted(set(every))


def test_what_a_later_run_compiles_is_added(made: list[str]) -> None:
    for pattern in ("a+", "b+", "a+", "b+"):
        expressions.compile(pattern)
        next_run()
    assert made == ["a+", "b+"]


@pytest.mark.parametrize("content", [b"", b"no list", b"\xe9\x00\x00\x00\x00", b"{0"])
def test_a_damaged_file_is_replaced(content: bytes, made: list[str]) -> None:
    cache.keep("expressions.bin", data.stamp("grammar"), content)
    for _ in range(2):
        assert expressions.compile(PATTERN) == re.compile(PATTERN)
        next_run()
    assert made == [PATTERN]


def test_another_python(made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def none(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(expressions, "import_module", none)
    assert expressions.compile(PATTERN) == re.compile(PATTERN)
    assert made == [PATTERN]


@pytest.mark.usefixtures("made")
def test_a_wrong_expression_is_an_error() -> None:
    with pytest.raises(re.error, match="missing"):
        expressions.compile("(a")
