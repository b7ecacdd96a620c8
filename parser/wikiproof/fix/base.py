"""What a repair is, and what repairs share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wikiproof.article import Article, Field, Infobox
    from wikiproof.claims import Claims
    from wikiproof.finding import Finding
    from wikiproof.source import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to stand in the place of a stretch of the source."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Repair:
    """One repair: the finding that it settles, what it does in a few words, its edits, and the field they are of.

    No other field, and nothing of the text, may read otherwise afterwards; `removes` tells that the field is gone.
    """

    finding: Finding
    message: str
    edits: tuple[Edit, ...]
    field: Field
    removes: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A repair that was tried and not made, and why."""

    repair: Repair
    reason: str


class Repairer(Protocol):
    """A module of this package: how the findings of one rule are repaired."""

    CODE: str

    def repair(self, finding: Finding, claims: Claims) -> Repair | None:
        """The repair of a finding of the rule; None where none is safe."""
        ...


def field_of(finding: Finding, article: Article) -> tuple[Infobox, Field] | None:
    """The infobox field that a finding is on, with its box."""
    for box in article.all_infoboxes():
        for field in box.fields:
            if field.span == finding.primary.span:
                return box, field
    return None


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made; they may not overlap."""
    parts, at = [], 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join((*parts, text[at:]))
