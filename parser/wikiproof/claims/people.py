"""Kinds of people that a toll tells apart, from `grammar/claims/kinds.toml`."""

from __future__ import annotations

import re
from functools import cache

from wikiproof import data

_WORD = re.compile(r"[^\W\d_]+")
_STEM = 6  # letters that "Okinawans" and "Okinawan" share


@cache
def kind_named(phrase: str) -> str | None:
    """The kind that a noun phrase names, by its last word that names one; None where it is just people."""
    kinds = _kinds()
    return next((kinds[word] for word in reversed(_WORD.findall(phrase.lower())) if word in kinds), None)


def same_people(a: str, b: str) -> bool:
    """Whether two noun phrases are of one kind of people, or of one proper name ("Okinawans", "Okinawan civilians")."""
    kind = kind_named(a)
    return (kind is not None and kind == kind_named(b)) or bool(_stems(a) & _stems(b))


@cache
def _kinds() -> dict[str, str]:
    table = data.table("grammar", "claims", "kinds.toml")
    return {word: kind for kind, entry in table.items() for word in entry["words"] if " " not in word}


def _stems(phrase: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(phrase) if word[0].isupper() and len(word) >= _STEM}
