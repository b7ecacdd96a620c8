"""Finds the grammars and schemas, in a checkout and in an installed package alike."""

from __future__ import annotations

import json
import os
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from wikiproof import cache as kept_between_runs


@cache
def folder(name: str) -> Path:
    """The data folder `name` ("grammar" or "schema"): inside the wheel, or beside `parser/` in a checkout."""
    packaged = Path(__file__).parent / name
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / name


def text(name: str, *path: str) -> str:
    """The text of one data file, such as `text("grammar", "date.lark")`."""
    return folder(name).joinpath(*path).read_text(encoding="utf-8")


def table(name: str, *path: str) -> dict[str, Any]:
    """One TOML data file as nested dictionaries, which are not to be changed."""
    found: dict[str, Any] = _tables(name)["/".join(path)]
    return found


def schema(*path: str) -> dict[str, Any]:
    """One JSON Schema, such as `schema("article.schema.json")`."""
    import orjson

    document: dict[str, Any] = orjson.loads(folder("schema").joinpath(*path).read_bytes())
    return document


def files(name: str, *path: str) -> list[str]:
    """The names of the data files in a folder, sorted."""
    return sorted(each.name for each in folder(name).joinpath(*path).iterdir() if each.is_file())


@cache
def stamp(name: str) -> str:
    """A short text that changes whenever a file of the data folder `name` does."""
    return kept_between_runs.stamp(_paths(name))


def _paths(name: str) -> list[str]:
    return sorted(os.path.join(at, file) for at, _, names in os.walk(folder(name)) for file in names)


@cache
def _tables(name: str) -> dict[str, Any]:
    """All TOML files of a folder by their paths in it: kept as JSON, which is read twenty times as fast."""
    content = kept_between_runs.kept(f"{name}.json", stamp(name), lambda: _read_tables(name))
    tables: dict[str, Any] = json.loads(content)
    return tables


def _read_tables(name: str) -> bytes:
    tables = {
        Path(path).relative_to(folder(name)).as_posix(): tomllib.loads(Path(path).read_text(encoding="utf-8"))
        for path in _paths(name)
        if path.endswith(".toml")
    }
    return json.dumps(tables).encode()
