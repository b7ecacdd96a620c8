"""Who won and who lost: by an infobox, and by the clause of a link."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data, expressions
from wikiproof.claims.results import outcome_of
from wikiproof.events.model import Fact
from wikiproof.events.spots import fact_of, spot
from wikiproof.events.telling import told
from wikiproof.events.titles import is_engagement
from wikiproof.role import Role
from wikiproof.values import Name

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from wikiproof.article import Article, Infobox
    from wikiproof.claims import Claims
    from wikiproof.claims.reading import Reader, ReadSentence, Setting
    from wikiproof.events.links import Linked

WINNER, LOSER = "winner", "loser"


def result_of_box(claims: Claims, box: Infobox) -> Iterator[Fact]:
    """Who won and who lost by the result of an infobox, each side with all its names."""
    for field in box.fields:
        outcome = outcome_of(field.text.string) if field.role is Role.RESULT else None
        if outcome is None or outcome.actor is None:
            continue
        sides = claims.sides
        side = sides.side(outcome.actor)
        theirs = sides.belligerents.get(side, ()) if side is not None else ()
        others = [each for number, each in sides.belligerents.items() if number != side]
        if side is None or len(others) != 1:
            continue
        won, lost = (theirs, others[0]) if outcome.won else (others[0], theirs)
        values = (*(Name(n, note=WINNER) for n in won), *(Name(n, note=LOSER) for n in lost))
        where = spot(claims.article, f"infobox: {field.name}", field.text.string, field.span)
        yield Fact(Role.RESULT, values, where, field.name)


def results_told(
    article: Article,
    setting: Setting,
    reader: Reader,
    read: ReadSentence,
    link: Linked,
    *,
    item: bool = False,
) -> Iterator[Fact]:
    """Who won and who lost the battle that a sentence links, where it is the only one."""
    if not is_engagement(link.title):
        return
    string = read.sentence.text.string
    for claim, start, end in told(read, setting, reader, frozenset({Role.RESULT})):
        if not isinstance(claim.value, Name) or claim.of not in (WINNER, LOSER):
            continue
        if _tied(string, start, end, link, item=item):
            yield fact_of(article, claim, (Name(claim.value.name, note=claim.of),))


def _tied(string: str, start: int, end: int, link: Linked, *, item: bool) -> bool:
    """Whether the words from `start` to `end` are about the battle that is linked."""
    if start < link.start < end:
        return True  # "won the [[Battle of the Mill]]"
    if end <= link.start:
        return between("where").search(string[end : link.start]) is not None
    if link.end > start:
        return False
    if between("opens").search(string[: link.start]) and string[link.end : start] in (", ", " "):
        return True
    return between("item" if item else "ended").search(string[link.end : start]) is not None


@cache
def between(entry: str) -> re.Pattern[str]:
    """What may stand between a link and who won or lost: "where", "ended", "opens" or "item"."""
    return expressions.compile(data.table("grammar", "events", "results.toml")[entry]["form"])
