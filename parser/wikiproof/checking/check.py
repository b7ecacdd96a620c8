"""From an article and settings to what is to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.checking.checked import Checked, Hidden, Why
from wikiproof.config import Settings
from wikiproof.edit import Touched, compare
from wikiproof.finding import State
from wikiproof.rules import lint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wikiproof.article import Article
    from wikiproof.finding import Finding

_STANDARD = Settings()


def check(article: Article, settings: Settings = _STANDARD) -> Checked:
    """The findings of an article, those that the settings hide apart."""
    shown, hidden = _sift(lint(article, settings.rules), settings)
    return Checked(article, shown, hidden)


def check_edit(
    before: Article | None, after: Article, settings: Settings = _STANDARD, *, only_new: bool = False
) -> Checked:
    """The findings of an article after an edit, each with its state, and those that the edit repaired.

    `before` is None for an article that is new as a whole. With `only_new` unchanged findings are hidden.
    """
    found = lint(after, settings.rules)
    if before is None:
        comparison = compare((), found)
    else:
        same = before.source.text == after.source.text
        comparison = compare(found if same else lint(before, settings.rules), found)
    shown, hidden = _sift(comparison.after, settings)
    if only_new:
        hidden += tuple(Hidden(each, Why.BEFORE) for each in shown if each.state is State.UNCHANGED)
        shown = tuple(each for each in shown if each.state is State.NEW)
    if before is not None:
        touched = Touched(before, after)
        shown = tuple(touched.mark(each) if each.state is State.NEW else each for each in shown)
    repaired, _ = _sift(comparison.repaired, settings)
    return Checked(after, shown, hidden, edited=True, before=before, repaired=repaired)


def _sift(findings: Iterable[Finding], settings: Settings) -> tuple[tuple[Finding, ...], tuple[Hidden, ...]]:
    """The findings to show and those to hide."""
    shown: list[Finding] = []
    hidden: list[Hidden] = []
    for finding in findings:
        if finding.severity < settings.min_severity:
            hidden.append(Hidden(finding, Why.SEVERITY))
        elif finding.confidence < settings.min_confidence:
            hidden.append(Hidden(finding, Why.CONFIDENCE))
        else:
            shown.append(finding)
    return tuple(shown), tuple(hidden)
