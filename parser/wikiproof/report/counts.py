"""What every report says in the same words: the counts of a run, what an edit did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.finding import Severity, State

if TYPE_CHECKING:
    from collections import Counter

    from wikiproof.checking import Why
    from wikiproof.report.base import Summary

STATES = {
    State.NEW: "introduced by the edit",
    State.UNCHANGED: "there before the edit",
    State.REPAIRED: "repaired by the edit",
}


def counts(summary: Summary) -> str:
    """One line such as "3 findings (2 errors, 1 warning) in 2 of 5 articles"."""
    severities = (
        number(summary.severities[severity], str(severity))
        for severity in sorted(Severity, reverse=True)
        if summary.severities[severity]
    )
    articles = number(summary.articles, "article")
    if summary.findings:
        among = f"{summary.with_findings:,} of {articles}" if summary.articles > 1 else articles
        line = f"{number(summary.findings, 'finding')} ({', '.join(severities)}) in {among}"
    else:
        line = f"no findings in {articles}"
    if summary.edited:
        line += f"; introduced {summary.states[State.NEW]}, repaired {summary.states[State.REPAIRED]}"
    if summary.repaired is not None:
        line += f"; {number(summary.repaired, 'repair')} made"
    if summary.hidden:
        line += f"; {not_shown(summary.hidden)}"
    if summary.unreadable:
        line += f"; {number(len(summary.unreadable), 'input')} could not be read"
    return line


def not_shown(hidden: Counter[Why]) -> str:
    """How many findings are not shown and why: "not shown: 2 below the minimum severity"."""
    return "not shown: " + ", ".join(f"{count} {why.phrase}" for why, count in sorted(hidden.items()))


def number(count: int, noun: str) -> str:
    """A number of things: "1 finding", "2 findings"."""
    return f"{count} {noun}" if count == 1 else f"{count:,} {noun}s"
