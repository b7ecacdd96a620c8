"""Tables of an earthquake's shocks, as far as they stand in the text: rows of cells between bars."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wikiproof.claims.measuring import measuring
from wikiproof.claims.model import Claim
from wikiproof.claims.reading import settings
from wikiproof.claims.sections import SectionRole
from wikiproof.role import Role
from wikiproof.values import Date, Magnitude, magnitude, quantity
from wikiproof.values.mentions import mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article, Sentence
    from wikiproof.claims.event import Event
    from wikiproof.claims.model import Standing
    from wikiproof.values import Value

_ROW = re.compile(r"\|(?:(?!\+[-=]).)*")  # up to a rule between rows: "+-----+"
_CELL = re.compile(r"[^|]+")


@dataclass(frozen=True, slots=True)
class Shock:
    """One row: the magnitude, and the depth where the table gives one."""

    magnitude: Claim
    depth: Claim | None


def shocks(article: Article, event: Event) -> Iterator[Shock]:
    """The rows that are dated within the event, under a head that names their columns."""
    columns: dict[Role, int] = {}
    for setting in settings(article):
        if setting.section is SectionRole.SIMILAR:
            continue
        for sentence in setting.paragraph.sentences:
            for row in _ROW.finditer(sentence.text.string) if "|" in sentence.text.string else ():
                cells = [(row.start() + m.start(), m[0]) for m in _CELL.finditer(row[0])]
                head = _head(cells)
                if Role.MAGNITUDE in head:
                    columns = head
                elif Role.MAGNITUDE in columns and _is_dated(row[0], event):
                    found = {
                        role: _claim(role, at, cells, sentence, setting.standing)
                        for role, at in columns.items()
                    }
                    size = found[Role.MAGNITUDE]
                    if size is not None:
                        yield Shock(size, found.get(Role.DEPTH))


def size_of(value: Value) -> float:
    """The number by which shocks are told apart."""
    return value.high or value.low if isinstance(value, Magnitude) else 0


def _head(cells: list[tuple[int, str]]) -> dict[Role, int]:
    """Which column holds which, by the words over it."""
    words = [cell.partition("(")[0].strip().lower() for _, cell in cells]
    found = {
        role: next((at for at, word in enumerate(words) if word in heads), None)
        for role, heads in measuring().columns.items()
    }
    return {role: at for role, at in found.items() if at is not None}


def _is_dated(string: str, event: Event) -> bool:
    dates = [m.value for m in mentions(string) if isinstance(m.value, Date)]
    return bool(event.dates and dates) and all(map(event.may_be, dates))


def _claim(
    role: Role, at: int, cells: list[tuple[int, str]], sentence: Sentence, standing: Standing
) -> Claim | None:
    if at >= len(cells):
        return None
    start, cell = cells[at]
    text = cell.strip()
    value: Value | None = magnitude.read(text) if role is Role.MAGNITUDE else quantity.read(text)
    if value is None:
        return None
    start += cell.index(text)
    return Claim(
        role, value, text, sentence.text.locate(start, start + len(text)), standing, sentence=sentence
    )
