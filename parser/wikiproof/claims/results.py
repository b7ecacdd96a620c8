"""Who won, by the result field of an infobox."""

from __future__ import annotations

import re
from functools import cache

from wikiproof import data


def winner_of(result: str) -> str | None:
    """The winner in "Decisive Roman victory"; None where nobody won or it is not said so."""
    won, undecided = _patterns()
    match = won.match(result)
    if result.lower().count("victory") > 1:
        return None
    return None if match is None or undecided.search(result) else match["winner"].strip(" ,")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = data.table("grammar", "claims", "results.toml")
    praise, undecided = ("|".join(map(re.escape, table[kind]["words"])) for kind in ("praise", "undecided"))
    return (
        re.compile(
            rf"^(?:(?:{praise})\b,? ?)*(?P<winner>[A-Z][^\n]*?),? (?:(?:{praise}) )*victory\b", re.IGNORECASE
        ),
        re.compile(rf"\b(?:{undecided})\b", re.IGNORECASE),
    )
