"""What a parameter's name says of its value, where no registered type has the parameter."""

from __future__ import annotations

from functools import cache, lru_cache

from wikiproof import data
from wikiproof.infobox.registry import fold


@lru_cache(maxsize=4096)
def is_dated(name: str) -> bool:
    """Whether a parameter of this name holds a time: "term_start2", "YearBuilt"."""
    spaced = "".join(f" {letter}" if letter.isupper() else letter for letter in name)
    words = {word.rstrip("0123456789") for each in (name, spaced) for word in fold(each).split()}
    return not words.isdisjoint(_dated()) and words.isdisjoint(_undated())


@cache
def _dated() -> frozenset[str]:
    return frozenset(data.table("grammar", "fields.toml")["dated"]["words"])


@cache
def _undated() -> frozenset[str]:
    return frozenset(data.table("grammar", "fields.toml")["undated"]["words"])
