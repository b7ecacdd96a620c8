"""What a parameter's name says of its value, where no registered type has the parameter."""

from __future__ import annotations

from functools import cache, lru_cache

from wikiproof import data
from wikiproof.infobox.registry import fold


@lru_cache(maxsize=4096)
def likely_kind(name: str) -> str:
    """The kind of value a parameter of this name holds: "date" for "term_start2" and "YearBuilt"; or nothing.

    "code" stands for what looks like a number and is none.
    """
    spaced = "".join(f" {letter}" if letter.isupper() else letter for letter in name)
    in_order = [word.rstrip("0123456789") for each in (spaced, name) for word in fold(each).split()]
    words = {*in_order, *fold(name).split()}
    if not words.isdisjoint(_words("coded")):
        return "code"
    if in_order[-1:] and in_order[-1] in _words("dated_last"):
        return "date"
    if not words.isdisjoint(_words("dated")) and words.isdisjoint(_words("undated")):
        return "date"
    return "" if words.isdisjoint(_words("lasting")) else "duration"


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(data.table("grammar", "fields.toml")[group]["words"])
