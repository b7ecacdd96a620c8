"""From an article and settings to what is to be shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wikiproof import rules
from wikiproof.checking.aliases import Aliases
from wikiproof.checking.checked import Checked, Hidden, Remark, Why
from wikiproof.checking.comments import Comments
from wikiproof.claims import gather
from wikiproof.config import Settings
from wikiproof.edit import Touched, compare
from wikiproof.finding import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wikiproof.article import Article
    from wikiproof.claims import Claims
    from wikiproof.finding import Finding, Severity
    from wikiproof.related import AnyRule

_STANDARD = Settings()


def check(
    article: Article, settings: Settings = _STANDARD, related: Sequence[Finding] | None = None
) -> Checked:
    """The findings of an article, those that the settings hide apart.

    `related` are what the rules over several articles found on it, None where they did not run.
    """
    return check_claims(_claims(article, settings), settings, related)


def check_claims(
    claims: Claims, settings: Settings = _STANDARD, related: Sequence[Finding] | None = None
) -> Checked:
    """The same of claims that are gathered, with the aliases of the settings."""
    both = [*_findings(claims, settings), *_related(related or (), settings)]
    found = sorted(both, key=lambda each: each.order)
    ran: tuple[AnyRule, ...] = (*settings.rules, *(() if related is None else settings.related))
    shown, hidden, remarks = _sift(found, claims.article, settings, ran)
    return Checked(claims.article, shown, hidden, remarks=remarks)


def check_edit(
    before: Article | None, after: Article, settings: Settings = _STANDARD, *, only_new: bool = False
) -> Checked:
    """The findings of an article after an edit, each with its state, and those that the edit repaired.

    `before` is None for an article that is new as a whole. With `only_new` unchanged findings are hidden.
    """
    found = all_findings(after, settings)
    if before is None:
        comparison = compare((), found)
    else:
        same = before.source.text == after.source.text
        known = found if same else all_findings(before, settings)
        comparison = compare(known, found)
    shown, hidden, remarks = _sift(comparison.after, after, settings, settings.rules)
    if only_new:
        hidden += tuple(Hidden(each, Why.BEFORE) for each in shown if each.state is State.UNCHANGED)
        shown = tuple(each for each in shown if each.state is State.NEW)
    if before is None:
        return Checked(after, shown, hidden, edited=True, remarks=remarks)
    touched = Touched(before, after)
    shown = tuple(touched.mark(each) if each.state is State.NEW else each for each in shown)
    repaired, *_ = _sift(comparison.repaired, before, settings, settings.rules)
    return Checked(after, shown, hidden, edited=True, before=before, repaired=repaired, remarks=remarks)


def all_findings(article: Article, settings: Settings = _STANDARD) -> list[Finding]:
    """All findings, none hidden, with the severities and aliases of the settings."""
    return _findings(_claims(article, settings), settings)


def _claims(article: Article, settings: Settings) -> Claims:
    return gather(article, aliases=settings.aliases)


def _findings(claims: Claims, settings: Settings) -> list[Finding]:
    aliases = Aliases(settings.aliases)
    own = {rule.CODE: rule.SEVERITY for rule in settings.rules}
    return [
        replace(each, severity=_severity(each, own[each.code], settings))
        for each in rules.check(claims, settings.rules)
        if not aliases.settle(each)
    ]


def _related(found: Iterable[Finding], settings: Settings) -> Iterator[Finding]:
    """Those of the rules that the settings want, with the severities and aliases of the settings."""
    aliases = Aliases(settings.aliases)
    own = {rule.CODE: rule.SEVERITY for rule in settings.related}
    for each in found:
        if each.code in own and not aliases.settle(each):
            yield replace(each, severity=_severity(each, own[each.code], settings))


def _severity(finding: Finding, own: Severity, settings: Settings) -> Severity:
    """What the settings say of its rule; a finding that weighs less than its rule's others still does."""
    chosen = settings.severities.get(finding.code, finding.severity)
    return chosen if finding.severity >= own else min(chosen, finding.severity)


def _sift(
    found: Iterable[Finding], article: Article, settings: Settings, ran: Iterable[AnyRule]
) -> tuple[tuple[Finding, ...], tuple[Hidden, ...], tuple[Remark, ...]]:
    """The findings to show, those to hide, and what there is to say of the comments that hide them."""
    shown: list[Finding] = []
    hidden: list[Hidden] = []
    comments = Comments(article)
    for finding in found:
        if comment := comments.hiding(finding):
            hidden.append(Hidden(finding, Why.COMMENT, comment.reason))
        elif accepted := settings.baseline.find(article, finding):
            hidden.append(Hidden(finding, Why.BASELINE, accepted.reason))
        elif finding.severity < settings.min_severity:
            hidden.append(Hidden(finding, Why.SEVERITY))
        elif finding.confidence < settings.min_confidence:
            hidden.append(Hidden(finding, Why.CONFIDENCE))
        else:
            shown.append(finding)
    unused = comments.unused({rule.CODE for rule in ran})
    return tuple(shown), tuple(hidden), (*comments.remarks, *unused)
