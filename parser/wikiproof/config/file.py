"""A file of settings: `wikiproof.toml`, or `[tool.wikiproof]` in `pyproject.toml`; and which one counts for a path."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wikiproof.config.choices import Choice, Choices
from wikiproof.config.lines import line_of
from wikiproof.config.reading import ConfigError, check, mentions, parse, shown, text_of
from wikiproof.config.words import UnknownRule, rules_named

if TYPE_CHECKING:
    from pathlib import Path

    from pathspec import GitIgnoreSpec

OWN, SHARED = "wikiproof.toml", "pyproject.toml"
_TABLE = ("tool", "wikiproof")


@dataclass(frozen=True, slots=True)
class PerPath:
    """Settings for the paths that a pattern matches, seen from the folder of the file."""

    pattern: str
    spec: GitIgnoreSpec
    choices: Choices


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """The choices of a file, and those it makes for some paths alone."""

    path: Path
    choices: Choices
    per_path: tuple[PerPath, ...] = ()

    def layers(self, path: Path) -> list[Choices]:
        """Its choices for an article, given by its whole path; the last go before the others."""
        try:
            inside = path.relative_to(self.path.parent).as_posix()
        except ValueError:  # a file that was named for an article elsewhere
            return [self.choices]
        return [self.choices, *(each.choices for each in self.per_path if each.spec.match_file(inside))]


def nearest(folder: Path) -> ConfigFile | None:
    """The file that counts for the articles in a folder: the first one on the way up. Raises ConfigError."""
    for each in (folder, *folder.parents):
        if (own := each / OWN).is_file():
            return load(own)
        shared = each / SHARED
        if shared.is_file() and (found := _load(shared)) is not None:
            return found
    return None


def load(path: Path) -> ConfigFile:
    """The settings in a file. Raises ConfigError."""
    found = _load(path)
    if found is None:
        raise ConfigError(path, None, "it has no table [tool.wikiproof]; add one, or name another file")
    return found


def _load(path: Path) -> ConfigFile | None:
    """The same; None for a `pyproject.toml` that says nothing of us."""
    path = path.resolve()
    table = _TABLE if path.name == SHARED else ()
    if table and not mentions(path, table[-1]):  # what else is wrong with it is not for us to say
        return None
    text = text_of(path)
    document: Any = parse(path, text)
    for key in table:
        document = document.get(key) if isinstance(document, dict) else None
    if document is None:
        return None
    check(path, text, document, "config", table)
    return _Reader(path, text, table).read(document)


class _Reader:
    """From the tables of a valid file to choices, each with its place."""

    def __init__(self, path: Path, text: str, table: tuple[str, ...]) -> None:
        self._path = path
        self._text = text
        self._table = table

    def read(self, document: dict[str, Any]) -> ConfigFile:
        own = {key: value for key, value in document.items() if key != "per-path"}
        per_path = (self._per_path(pattern, told) for pattern, told in document.get("per-path", {}).items())
        return ConfigFile(self._path, self._choices(own, ()), tuple(per_path))

    def _per_path(self, pattern: str, told: dict[str, Any]) -> PerPath:
        from pathspec import GitIgnoreSpec

        keys = ("per-path", pattern)
        try:
            spec = GitIgnoreSpec.from_lines([pattern])
        except (ValueError, re.error):
            message = f"“{pattern}” is no pattern; write it as in a .gitignore: drafts/, *.draft.wiki"
            raise ConfigError(self._path, self._line(keys), message) from None
        return PerPath(pattern, spec, self._choices(told, keys))

    def _choices(self, told: dict[str, Any], inside: tuple[str, ...]) -> dict[str, Choice]:
        choices: dict[str, Choice] = {}
        for key, value in told.items():
            keys = (*inside, key)
            if key == "severity":
                for word, severity in value.items():
                    choice = self._choice(severity, (*keys, word), inside)
                    choices |= {f"severity.{code}": choice for code in self._codes(word, (*keys, word))}
                continue
            if key in ("select", "ignore"):
                for word in value:
                    self._codes(word, keys)
            if key == "baseline":
                value = str(self._path.parent / value)  # from the folder of the file
            choices[key] = self._choice(value, keys, inside)
        return choices

    def _choice(self, value: Any, keys: tuple[str, ...], inside: tuple[str, ...]) -> Choice:
        where = f" (per-path “{inside[1]}”)" if inside else ""
        return Choice(value, f"{shown(self._path)}:{self._line(keys)}{where}")

    def _codes(self, word: str, keys: tuple[str, ...]) -> list[str]:
        try:
            return [rule.CODE for rule in rules_named(word)]
        except UnknownRule as error:
            named = None if keys[-1] == word else f"{word}"
            line = line_of(self._text, (*self._table, *keys), named)
            raise ConfigError(self._path, line, str(error)) from None

    def _line(self, keys: tuple[str, ...]) -> int:
        return line_of(self._text, (*self._table, *keys))
