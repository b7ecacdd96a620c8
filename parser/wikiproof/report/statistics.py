"""How many findings each rule has, the most first.

12 Q01 fatalities: in 11 articles
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wikiproof.report.counts import counts, number

if TYPE_CHECKING:
    from typing import TextIO

    from wikiproof.checking import Checked
    from wikiproof.report.base import Summary


class StatisticsReport:
    """One line a rule, then one line that counts all."""

    console = None

    def __init__(self, stream: TextIO) -> None:
        self._write = stream.write
        self._findings: Counter[tuple[str, str]] = Counter()
        self._articles: Counter[tuple[str, str]] = Counter()

    def article(self, checked: Checked) -> None:
        """Count the findings of an article."""
        rules = [(finding.code, finding.name) for finding in checked.findings]
        self._findings.update(rules)
        self._articles.update(set(rules))

    def finish(self, summary: Summary) -> None:
        """Write the lines."""
        order = sorted(self._findings, key=lambda rule: (-self._findings[rule], rule))
        width = len(str(self._findings[order[0]])) if order else 0
        for rule in order:
            code, name = rule
            among = number(self._articles[rule], "article")
            self._write(f"{self._findings[rule]:>{width}} {code} {name}: in {among}\n")
        self._write(f"{counts(summary)}\n")
