"""Rules as people name them, and which known word an unknown one was meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.infobox.spelling import nearest
from wikiproof.related import ALL_RULES, AnyRule
from wikiproof.source import WikiproofError

if TYPE_CHECKING:
    from collections.abc import Iterable

_BEGUN = 3  # letters that are enough to know a word by


class UnknownRule(WikiproofError):  # noqa: N818
    """A word that is neither a code, nor the beginning of one, nor a name; says which was meant."""


def rules_named(word: str) -> tuple[AnyRule, ...]:
    """The rules with a code, with codes that begin so ("Q", in any case), or with a name. Raises UnknownRule."""
    named = tuple(r for r in ALL_RULES if r.CODE.startswith(word.upper()) or word.lower() == r.NAME)
    if not word or not named:
        names = [name for rule in ALL_RULES for name in (rule.CODE, rule.NAME)]
        near = did_you_mean(word.upper(), names) or did_you_mean(word.lower(), names)
        raise UnknownRule(f"there is no rule “{word}”{near}; `wikiproof rules` lists them")
    return named


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """The middle of a sentence that names the nearest of the words, or one that begins so, or nothing."""
    known = list(words)
    begun = (each for each in known if len(word) >= _BEGUN and each.startswith(word))
    near = nearest(word, known) or next(begun, None)
    return f" (did you mean {near}?)" if near else ""
