"""What every format shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from wikiproof.article import Article
    from wikiproof.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Checked:
    """An article that was read, and what there is to say of it."""

    article: Article
    findings: tuple[Finding, ...]

    @property
    def path(self) -> str:
        """The path it was given under; text in memory has none."""
        return self.article.source.path or "-"


@dataclass(slots=True)
class Summary:
    """Counts over a whole run; `unreadable` holds path and reason of each input that is no article."""

    articles: int = 0
    with_findings: int = 0
    severities: Counter[Severity] = field(default_factory=Counter)
    hidden: int = 0
    unreadable: list[tuple[str, str]] = field(default_factory=list)

    @property
    def findings(self) -> int:
        """How many findings were shown."""
        return self.severities.total()

    def add(self, checked: Checked, hidden: int = 0) -> None:
        """Count an article, and how many of its findings were not worth showing."""
        self.articles += 1
        self.with_findings += bool(checked.findings)
        self.severities.update(finding.severity for finding in checked.findings)
        self.hidden += hidden


class Report(Protocol):
    """One format, written to the stream it was made with. Articles come sorted by path."""

    def article(self, checked: Checked) -> None:
        """Show the findings of one article."""
        ...

    def finish(self, summary: Summary) -> None:
        """Show what there is to say of all of them."""
        ...
