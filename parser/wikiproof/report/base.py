"""What every format shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.console import Console

    from wikiproof.checking import Checked, Why
    from wikiproof.config import Accepted
    from wikiproof.finding import Severity, State
    from wikiproof.read.files import Unreadable


@dataclass(slots=True)
class Summary:
    """Counts over a whole run, and the inputs that could not be read.

    `states` counts new, unchanged and repaired findings where edits are looked at (`edited`); `unused` are the
    entries of baselines that were not found; `repaired` counts repairs, where they were asked for;
    `rules` counts the findings of each rule, by code and name, and `articles_by_rule` the articles that have any.
    """

    articles: int = 0
    with_findings: int = 0
    severities: Counter[Severity] = field(default_factory=Counter)
    hidden: Counter[Why] = field(default_factory=Counter)
    states: Counter[State] = field(default_factory=Counter)
    edited: bool = False
    unreadable: list[Unreadable] = field(default_factory=list)
    unused: list[Accepted] = field(default_factory=list)
    repaired: int | None = None
    rules: Counter[tuple[str, str]] = field(default_factory=Counter)
    articles_by_rule: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def findings(self) -> int:
        """How many findings were shown."""
        return self.severities.total()

    def add(self, checked: Checked) -> None:
        """Count an article."""
        self.articles += 1
        self.with_findings += bool(checked.findings)
        self.severities.update(finding.severity for finding in checked.findings)
        rules = [(finding.code, finding.name) for finding in checked.findings]
        self.rules.update(rules)
        self.articles_by_rule.update(set(rules))
        self.hidden.update(checked.hidden_by_reason)
        self.edited |= checked.edited
        states = (finding.state for finding in (*checked.findings, *checked.repaired))
        self.states.update(state for state in states if state)


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
