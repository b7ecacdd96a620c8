"""A sentence with signs for what it links, dates and counts, for the forms of `grammar/events/clauses.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from wikiproof import data, expressions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SIGNS = {"LINK": "\ue000", "EVENT": "\ue001", "DATE": "\ue002", "TOLL": "\ue003", "KILLING": "\ue004"}
_NAME = re.compile(r"[A-Z]{2,}")
_IN_FORMS = {**SIGNS, "TOLL": f"[{SIGNS['TOLL']}{SIGNS['KILLING']}]"}  # a KILLING is a TOLL, too
_NEXT_TOLL = re.compile(rf"(?:,? and |,? |; |,? with ){_IN_FORMS['TOLL']}")


@dataclass(frozen=True, slots=True)
class Sign:
    """A stretch of a sentence that a sign stands for, and what it holds."""

    kind: str
    start: int
    end: int
    holds: Any = None


@dataclass(frozen=True, slots=True)
class Outline:
    """The sentence with a sign for each stretch, and the stretches by where their signs stand."""

    string: str
    signs: dict[int, Sign]

    @staticmethod
    def of(sentence: str, stretches: Iterable[Sign]) -> Outline:
        """The outline; of stretches that overlap the first given counts."""
        kept: list[Sign] = []
        for stretch in stretches:
            if all(stretch.end <= other.start or other.end <= stretch.start for other in kept):
                kept.append(stretch)
        parts: list[str] = []
        signs: dict[int, Sign] = {}
        at = length = 0
        for stretch in sorted(kept, key=lambda each: each.start):
            between = sentence[at : stretch.start]
            signs[length + len(between)] = stretch
            parts += [between, SIGNS[stretch.kind]]
            length += len(between) + 1
            at = stretch.end
        return Outline("".join((*parts, sentence[at:])), signs)


@dataclass(frozen=True, slots=True)
class Form:
    """One way of saying it; see the file."""

    expression: re.Pattern[str]
    partial: bool
    acts: bool
    firm: bool
    sample: str
    reads: tuple[str, ...]

    def find(self, outline: Outline) -> Iterator[Sign]:
        """What the form captures."""
        for match in self.expression.finditer(outline.string):
            at = match.start("value")
            yield outline.signs[at]
            while following := _NEXT_TOLL.match(outline.string, at + 1):
                at = following.end() - 1
                yield outline.signs[at]


@cache
def forms(kind: str) -> tuple[Form, ...]:
    """The forms that give dates ("date", "row-date") or tolls ("toll", "row-toll"), in the order of the file."""
    table = data.table("grammar", "events", "clauses.toml")
    return tuple(
        Form(
            expressions.compile(_written_out(entry["form"], table["shorthand"])),
            entry.get("partial", False),
            entry.get("acts", False),
            entry.get("firm", False),
            entry["sample"],
            tuple(entry["reads"]),
        )
        for entry in table[kind]
    )


def _written_out(form: str, shorthand: dict[str, str]) -> str:
    """The form as an expression."""
    form = re.sub("<([A-Z]+)>", r"(?P<value>\1)", form)
    for name in sorted(shorthand, key=len, reverse=True):
        form = form.replace(name, shorthand[name])
    return _NAME.sub(lambda match: _IN_FORMS.get(match[0], match[0]), form)
