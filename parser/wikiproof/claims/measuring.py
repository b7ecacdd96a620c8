"""What keeps a measure from being the event's own, and heads of tables: `grammar/claims/measuring.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.role import Role

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Measuring:
    """The words of the file as patterns.

    `otherwise` is looked for before a measure, `event` and `storm` name another event in its sentence, `worth` says
    that an amount is in other money; `columns` are the heads of each role's columns.
    """

    otherwise: re.Pattern[str]
    event: re.Pattern[str]
    storm: re.Pattern[str]
    worth: re.Pattern[str]
    columns: Mapping[Role, frozenset[str]]


@cache
def measuring() -> Measuring:
    """The file's content."""
    table = data.table("grammar", "claims", "measuring.toml")
    storm = table["storm"]
    behind = "".join(rf"(?<!{re.escape(word)} )" for word in storm["not_behind"])
    return Measuring(
        re.compile(rf"\b(?:{_any(table['otherwise']['words'])}|in \d{{4}})", re.IGNORECASE),
        re.compile(rf"\bThe (?:\d{{4}} )?(?:[A-Z][\w’'-]+ )+(?:{_any(table['event']['kinds'])})\b"),
        re.compile(rf"{behind}\b(?:{_any(storm['kinds'])}) (?!{_any(storm['not_before'])})[A-Z][a-z]+"),
        re.compile(rf"\b(?:{_any(table['worth']['words'])}|\d{{4}} dollars)\b"),
        {Role(role): frozenset(column["heads"]) for role, column in table["column"].items()},
    )


def _any(words: list[str]) -> str:
    return "|".join(map(re.escape, words))
