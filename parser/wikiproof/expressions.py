"""Regular expressions that are compiled once for all runs.

Python compiles an expression in Python, and for the large ones made of our tables that is a third of a short run; what
comes of it is a list of numbers, which `_sre` makes a pattern of in no time, after it has checked them. So the
numbers are kept between runs, under the expression itself: they can never be those of another one. Where this Python
has its `re` built otherwise, or nothing can be kept, `compile` is `re.compile`.
"""

from __future__ import annotations

import marshal
import re
from array import array
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any

from wikiproof import cache as kept_between_runs
from wikiproof import data

Code = tuple[
    int, bytes, int, dict[str, int], tuple[str | None, ...]
]  # as `_sre.compile` takes it, numbers packed
Key = tuple[str, int]

_FILE = "expressions.bin"
# How a Python shows that its `re` is built otherwise.
_OTHERWISE = (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError)


@cache
def compile(pattern: str, flags: int = 0) -> re.Pattern[str]:  # noqa: A001  # named as what it stands for
    """The same as `re.compile`."""
    key = (pattern, int(flags))
    with suppress(*_OTHERWISE):
        code = _known().get(key)
        if code is None:
            code = _made()[key] = _code(*key)
        return _pattern(pattern, code)
    return re.compile(pattern, flags)


def keep() -> None:
    """Keep for the next run what this one had to compile."""
    made = _made()
    if made:
        kept_between_runs.keep(_FILE, data.stamp("grammar"), marshal.dumps(_known() | made))
        made.clear()


@cache
def _known() -> dict[Key, Code]:
    known: object = None
    with suppress(EOFError, ValueError, TypeError):
        known = marshal.loads(kept_between_runs.find(_FILE, data.stamp("grammar")) or b"")
    return known if isinstance(known, dict) else {}


@cache
def _made() -> dict[Key, Code]:
    return {}


def _code(pattern: str, flags: int) -> Code:
    compiler: Any = import_module("re._compiler")
    parsed = compiler._parser.parse(pattern, flags)
    names: dict[str, int] = dict(parsed.state.groupdict)
    by_number: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        by_number[number] = name
    numbers = array("I", compiler._code(parsed, flags))
    every = int(flags | parsed.state.flags)
    return every, numbers.tobytes(), parsed.state.groups - 1, names, tuple(by_number)


def _pattern(pattern: str, code: Code) -> re.Pattern[str]:
    engine: Any = import_module("_sre")
    flags, packed, groups, names, by_number = code
    made: re.Pattern[str] = engine.compile(
        pattern, flags, array("I", packed).tolist(), groups, names, by_number
    )
    return made
