"""Finds the grammars and schemas, in a checkout and in an installed package alike."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@cache
def folder(name: str) -> Traversable:
    """The data folder `name` ("grammar" or "schema"): inside the wheel, or beside `parser/` in a checkout."""
    packaged = files("wikiproof") / name
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / name


def text(name: str, *path: str) -> str:
    """The text of one data file, such as `text("grammar", "date.lark")`."""
    return folder(name).joinpath(*path).read_text(encoding="utf-8")


def table(name: str, *path: str) -> dict[str, Any]:
    """One TOML data file as nested dictionaries."""
    return tomllib.loads(text(name, *path))
