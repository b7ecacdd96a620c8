"""The rules, and linting an article with them.

A new rule is a module of this package and a line in RULES; its cases are `tests/rules/cases/CODE.toml`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wikiproof.claims import gather
from wikiproof.finding import Severity
from wikiproof.rules import (
    bad_value,
    clock,
    country,
    date_impossible,
    date_lead,
    date_section,
    displaced_victims,
    duplicate_parameter,
    duration,
    fatalities,
    injuries,
    lead_vs_body,
    magnitude,
    min_max,
    missing,
    part_exceeds_total,
    part_of,
    parts_sum,
    perpetrator,
    range_order,
    region,
    result_winner,
    side_casualties,
    side_swap,
    title_year_place,
    unknown_parameter,
    weekday,
)
from wikiproof.rules.base import Rule, stamp
from wikiproof.text import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wikiproof.article import Article
    from wikiproof.finding import Finding, Location

__all__ = ["RULES", "Rule", "lint", "rule"]

RULES: tuple[Rule, ...] = (
    date_lead,
    date_section,
    date_impossible,
    range_order,
    duration,
    weekday,
    clock,
    fatalities,
    injuries,
    missing,
    displaced_victims,
    side_casualties,
    parts_sum,
    part_exceeds_total,
    min_max,
    magnitude,
    lead_vs_body,
    country,
    region,
    side_swap,
    perpetrator,
    part_of,
    result_winner,
    title_year_place,
    duplicate_parameter,
    bad_value,
    unknown_parameter,
)


def rule(code_or_name: str) -> Rule | None:
    """The rule with a code ("Q01", in any case) or a name ("fatalities")."""
    wanted = code_or_name.casefold()
    return next((r for r in RULES if wanted in (r.CODE.casefold(), r.NAME)), None)


def lint(article: Article, rules: Iterable[Rule] = RULES) -> list[Finding]:
    """All findings of an article whose infoboxes are resolved, in the order of the text."""
    claims = gather(article)
    found = [stamp(r, problem) for r in rules for problem in r.check(claims)]
    weighed = [replace(f, severity=Severity.INFO) if _acknowledged(f, article) else f for f in found]
    return sorted(_strongest(weighed), key=lambda finding: finding.order)


def _acknowledged(finding: Finding, article: Article) -> bool:
    """Whether editors know of it: the field or the page is tagged as contradictory, or figures are still moving."""
    if "current" in article.templates or any(name.startswith("contradict") for name in article.templates):
        return True
    return any(
        tag.value.startswith(("contradict", "disputed", "dubious"))
        for box in article.all_infoboxes()
        for field in box.fields
        if field.span == finding.primary.span
        for tag in field.text.of_kind(Kind.TAG)
    )


def _strongest(found: list[Finding]) -> list[Finding]:
    """One finding for each fact: of those that share role and place, the one that weighs most.

    A toll that is wrong in the infobox also falls short of its parts; to say so twice would be noise.
    """
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda f: (-f.severity, -f.confidence)):
        if not any(_same_fact(finding, other) for other in kept):
            kept.append(finding)
    return kept


def _same_fact(a: Finding, b: Finding) -> bool:
    if a.role is None or a.role is not b.role or a.code == b.code:
        return False
    return any(x.span == y.span for x in _places(a) for y in _places(b))


def _places(finding: Finding) -> tuple[Location, ...]:
    return (finding.primary, *finding.related)
