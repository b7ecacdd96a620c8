"""Reads a TOML file of ours: what is wrong with it is told with the file and the line."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from wikiproof import data
from wikiproof.config.lines import line_of
from wikiproof.config.words import did_you_mean
from wikiproof.source import WikiproofError

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


class ConfigError(WikiproofError):
    """A file of settings or accepted findings that is not as it should be: where, what, and what would help."""

    def __init__(self, path: Path | str, line: int | None, message: str) -> None:
        place = str(shown(path)) if line is None else f"{shown(path)}:{line}"
        super().__init__(f"{place}: {message}")
        self.path = path
        self.line = line
        self.message = message


def shown(path: Path | str) -> Path:
    """A path as people write it: from the folder they are in where it lies there."""
    whole = Path(path)
    here = Path.cwd()
    return whole.relative_to(here) if whole.is_relative_to(here) else whole


def mentions(path: Path, word: str) -> bool:
    """Whether a word stands in the file. Raises ConfigError."""
    return word.encode() in _bytes(path)


def text_of(path: Path) -> str:
    """The file's text. Raises ConfigError."""
    try:
        return _bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(path, None, f"it is not UTF-8: byte {error.start}; save it as UTF-8") from None


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ConfigError(path, None, f"it cannot be read: {reason}; check the path") from None


def parse(path: Path, text: str) -> dict[str, Any]:
    """The file's tables. Raises ConfigError."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place[1]) if place and place[1] else text.count("\n") + 1
        reason = _PLACE.sub("", str(error))
        raise ConfigError(path, line, f"it is not TOML: {reason[0].lower()}{reason[1:]}") from None
    except RecursionError:
        raise ConfigError(path, None, "it is nested too deeply to be read") from None


def check(path: Path, text: str, document: dict[str, Any], shape: str, table: tuple[str, ...] = ()) -> None:
    """Raise ConfigError, naming the line, unless a table of the file is valid against `schema/SHAPE.schema.json`."""
    from wikiproof.document import problems

    for problem in problems(document, shape):
        keys = problem.keys
        for key in _unknown(shape, document, keys):
            known = _properties(shape, keys)
            near = did_you_mean(key, known)
            message = f"there is no setting “{key}”{near}; there are {', '.join(known)}"
            if (key, *keys) == ("tool",) and not table:
                message = "[tool.wikiproof] is for pyproject.toml; here settings stand without it"
            raise ConfigError(path, line_of(text, (*table, *map(str, keys), key)), message)
        names = tuple(key for key in keys if isinstance(key, str))
        name = ".".join(names) or "the file"
        # What JSON calls an object is a table in TOML.
        raise ConfigError(
            path, line_of(text, (*table, *names)), f"{name} {problem.message.replace('an object', 'a table')}"
        )


def _unknown(shape: str, document: Any, keys: tuple[str | int, ...]) -> list[str]:
    """The keys that the schema does not have where it has a list of them."""
    for key in keys:
        document = document[key]
    known = _properties(shape, keys)
    return [key for key in document if key not in known] if known and isinstance(document, dict) else []


def _properties(shape: str, keys: tuple[str | int, ...]) -> list[str]:
    """The keys that may stand in a table of the document; none where they are free."""
    schema: Any = data.schema(f"{shape}.schema.json")
    for key in keys:
        schema = (
            schema.get("properties", {}).get(key) or schema.get("items") or schema.get("additionalProperties")
        )
        if not isinstance(schema, dict):
            return []
    return list(schema.get("properties", ()))
