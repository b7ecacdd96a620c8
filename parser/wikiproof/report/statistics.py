"""How many findings each rule has, the most first.

12 Q01 fatalities: in 11 articles
"""

from __future__ import annotations

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

    def article(self, checked: Checked) -> None:
        """Nothing: the summary counts."""

    def finish(self, summary: Summary) -> None:
        """Write the lines."""
        order = sorted(summary.rules, key=lambda rule: (-summary.rules[rule], rule))
        width = len(str(summary.rules[order[0]])) if order else 0
        for code, name in order:
            found, among = summary.rules[code, name], summary.articles_by_rule[code, name]
            self._write(f"{found:>{width}} {code} {name}: in {number(among, 'article')}\n")
        self._write(f"{counts(summary)}\n")
