"""Finds the grammars and schemas, in a checkout and in an installed package alike."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@cache
def folder(name: str) -> Traversable:
    """The data folder `name` ("grammar" or "schema"): inside the wheel, or beside `parser/` in a checkout."""
    packaged = resources.files("wikiproof") / name
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / name


def text(name: str, *path: str) -> str:
    """The text of one data file, such as `text("grammar", "date.lark")`."""
    return folder(name).joinpath(*path).read_text(encoding="utf-8")


def table(name: str, *path: str) -> dict[str, Any]:
    """One TOML data file as nested dictionaries."""
    return tomllib.loads(text(name, *path))


def schema(*path: str) -> dict[str, Any]:
    """One JSON Schema, such as `schema("article.schema.json")`."""
    import orjson

    document: dict[str, Any] = orjson.loads(folder("schema").joinpath(*path).read_bytes())
    return document


def files(name: str, *path: str) -> list[str]:
    """The names of the data files in a folder, sorted."""
    return sorted(each.name for each in folder(name).joinpath(*path).iterdir() if each.is_file())
