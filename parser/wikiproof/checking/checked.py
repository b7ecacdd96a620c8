"""An article that was checked: the findings to show, those that are not shown and why, and what an edit repaired."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wikiproof.article import Article
    from wikiproof.finding import Finding
    from wikiproof.source import Span


class Why(StrEnum):
    """Why a finding is not shown."""

    SEVERITY = "severity"
    CONFIDENCE = "confidence"
    BASELINE = "baseline"
    COMMENT = "comment"
    BEFORE = "before"

    @property
    def phrase(self) -> str:
        """The reason for a reader, after a number: "3 below the minimum severity"."""
        return _PHRASES[self]


_PHRASES = {
    Why.SEVERITY: "below the minimum severity",
    Why.CONFIDENCE: "below the minimum confidence",
    Why.BASELINE: "accepted in the baseline",
    Why.COMMENT: "ignored by a comment",
    Why.BEFORE: "from before the edit",
}


@dataclass(frozen=True, slots=True)
class Hidden:
    """A finding that is not shown, why, and the reason that an editor gave for it."""

    finding: Finding
    why: Why
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say of a place that is no finding: a comment of ours that hides nothing, or is misspelt."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Checked:
    """An article that was read, and its findings.

    `findings` are those to show, in the order of the text. Where an edit is looked at (`edited`), each has its
    `state`, new or unchanged, the places of a new one are `changed` or not, and `repaired` are the findings that
    the edit took away: their places are in `before`, the article as it was. That is None where there was none.
    `remarks` are on comments in the article that hide nothing or cannot be understood.
    """

    article: Article
    findings: tuple[Finding, ...]
    hidden: tuple[Hidden, ...] = ()
    edited: bool = False
    before: Article | None = None
    repaired: tuple[Finding, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def hidden_by_reason(self) -> Counter[Why]:
        """How many findings are not shown, by the reason."""
        return Counter(each.why for each in self.hidden)

    @property
    def path(self) -> str:
        """The path it was given under; text in memory has none."""
        return self.article.source.path or "-"
