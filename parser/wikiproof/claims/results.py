"""Who won and who lost, by the result field of an infobox."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from wikiproof import data, expressions


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a conflict ended: an actor, and whether it won; without an actor, nobody won."""

    actor: str | None
    won: bool = False


def outcome_of(result: str) -> Outcome | None:
    """The outcome in "Decisive Roman victory", "Saxon attack repelled", "Inconclusive"; None where it is not clear."""
    forms = _forms()
    first = result.strip().split("\n")[0]
    if forms.unclear.search(result) or result.lower().count("victory") > 1:
        return None
    if forms.undecided.search(result):
        return Outcome(None) if forms.undecided.match(first) and "victory" not in result.lower() else None
    for won, patterns in ((True, forms.won), (False, forms.lost)):
        for pattern in patterns:
            if match := pattern.match(first):
                return Outcome(match["actor"].strip(" ,"), won)
    return None


def is_decisive(words: str) -> bool:
    """Whether words of a section tell how the whole ended, not of one phase."""
    return _forms().decisive.search(words) is not None


def is_shaded(sentence: str) -> bool:
    """Whether a sentence weighs a victory: a tactical or narrow one may count as none."""
    return _forms().shade.search(sentence) is not None


@dataclass(frozen=True, slots=True)
class _Forms:
    won: tuple[re.Pattern[str], ...]
    lost: tuple[re.Pattern[str], ...]
    undecided: re.Pattern[str]
    unclear: re.Pattern[str]
    shade: re.Pattern[str]
    decisive: re.Pattern[str]


_KINDS = ("undecided", "unclear", "shade", "decisive")


@cache
def _forms() -> _Forms:
    table = data.table("grammar", "claims", "results.toml")
    words = {kind: "|".join(map(re.escape, table[kind]["words"])) for kind in ("praise", *_KINDS)}
    parts = {"praise": rf"(?:(?:{words['praise']})\b,? ?)*", "actor": r"(?P<actor>(?-i:[A-Z])[^\n;,:]*?)"}
    won, lost = (
        tuple(expressions.compile(form["form"].format(**parts), re.IGNORECASE) for form in table[kind])
        for kind in ("won", "lost")
    )
    return _Forms(
        won, lost, *(expressions.compile(rf"\b(?:{words[kind]})\b", re.IGNORECASE) for kind in _KINDS)
    )
