"""What every format shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.console import Console

    from wikiproof.article import Article
    from wikiproof.finding import Finding, Severity
    from wikiproof.read.files import Unreadable


@dataclass(frozen=True, slots=True)
class Checked:
    """An article that was read, the findings to show, and how many more there are."""

    article: Article
    findings: tuple[Finding, ...]
    hidden: int = 0

    @property
    def path(self) -> str:
        """The path it was given under; text in memory has none."""
        return self.article.source.path or "-"


@dataclass(slots=True)
class Summary:
    """Counts over a whole run, and the inputs that could not be read."""

    articles: int = 0
    with_findings: int = 0
    severities: Counter[Severity] = field(default_factory=Counter)
    hidden: int = 0
    unreadable: list[Unreadable] = field(default_factory=list)

    @property
    def findings(self) -> int:
        """How many findings were shown."""
        return self.severities.total()

    def add(self, checked: Checked) -> None:
        """Count an article."""
        self.articles += 1
        self.with_findings += bool(checked.findings)
        self.severities.update(finding.severity for finding in checked.findings)
        self.hidden += checked.hidden


class Report(Protocol):
    """One format, written to the stream it was made with. Articles come sorted by path.

    `console` is where a progress bar can stand while the report goes by, None where it would be in the way.
    """

    @property
    def console(self) -> Console | None:
        """See above."""
        ...

    def article(self, checked: Checked) -> None:
        """Show the findings of one article."""
        ...

    def finish(self, summary: Summary) -> None:
        """Show what there is to say of all of them."""
        ...
