"""On which line of a TOML file a key stands: tomllib does not say, and a mistake should be shown in its place."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Path = tuple[str, ...]

_KEY = r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)"""
_DOTTED = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_HEADER = re.compile(rf"\s*\[\[?\s*({_DOTTED})\s*\]\]?\s*(?:#.*)?$")
_SETTING = re.compile(rf"\s*({_DOTTED})\s*=")


def line_of(text: str, path: Path, word: str | None = None) -> int:
    """The line of a key, or of the nearest table around it; with `word`, of that text in its value.

    Lines count from 1, which is also the answer for a key that is not found.
    """
    lines = text.splitlines()
    keys = list(_keys(lines))
    shared = max((_shared(key, path) for _, key in keys), default=0)
    number = next((line for line, key in keys if shared and _shared(key, path) == shared), 1)
    if word is None:
        return number
    after = next((line for line, _ in keys if line > number), len(lines) + 1)
    return next((at for at in range(number, after) if word in lines[at - 1]), number)


def entries(text: str, table: str) -> list[int]:
    """The lines of the headers of a table that comes again and again, `[[table]]`."""
    header = re.compile(rf"\s*\[\[\s*{re.escape(table)}\s*\]\]")
    return [number for number, line in enumerate(text.splitlines(), 1) if header.match(line)]


def _keys(lines: list[str]) -> Iterator[tuple[int, Path]]:
    """Every key with its line, tables among them."""
    table: Path = ()
    for number, line in enumerate(lines, 1):
        if header := _HEADER.match(line):
            table = _parts(header[1])
            yield number, table
        elif setting := _SETTING.match(line):
            yield number, table + _parts(setting[1])


def _parts(dotted: str) -> Path:
    """The keys in a dotted key."""
    parts: list[str] = []
    try:
        document: Any = tomllib.loads(f"{dotted} = 0")
    except tomllib.TOMLDecodeError:  # text inside a string that only looks like a key
        return ()
    while isinstance(document, dict):
        (key, document), *_ = document.items()
        parts.append(key)
    return tuple(parts)


def _shared(key: Path, path: Path) -> int:
    """How much of a path a key names; nothing where it leads elsewhere."""
    return len(key) if key == path[: len(key)] else 0
