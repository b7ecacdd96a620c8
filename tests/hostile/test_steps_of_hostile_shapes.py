"""Converting and checking take steps in proportion to the length, whatever the shape: counted, not timed."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import wikiproof

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

SHAPES: dict[str, dict[str, str]] = tomllib.loads(
    (Path(__file__).with_name("shapes.toml")).read_text(encoding="utf-8")
)
CHARACTERS = 500


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python run, ours and others'."""
    count = 0

    def trace(_frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def text(shape: dict[str, str], characters: int) -> str:
    repeated = shape["unit"] * (characters // len(shape["unit"]))
    return shape.get("before", "") + repeated + shape.get("after", "")


def convert(source: str) -> object:
    return wikiproof.convert(wikiproof.read(source, form="wikitext"))


def lint(source: str) -> object:
    return wikiproof.lint(wikiproof.read(source, form="wikitext"))


@pytest.mark.parametrize("work", [convert, lint])
@pytest.mark.parametrize("name", SHAPES)
def test_twice_the_text_takes_twice_the_steps(name: str, work: Callable[[str], object]) -> None:
    once, twice, other = (text(SHAPES[name], times * CHARACTERS // 2) for times in (2, 4, 3))
    work(other)  # tables are loaded now
    assert steps(lambda: work(twice)) < 2.3 * steps(lambda: work(once)) + 500


def test_twice_the_findings_take_twice_the_steps() -> None:
    once, twice = ("{{Infobox a" + "\n| b = c" * times for times in (100, 200))
    lint(once)
    assert steps(lambda: lint(twice)) < 2.3 * steps(lambda: lint(once))
