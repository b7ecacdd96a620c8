"""The rules, and linting an article with them.

A new rule is a module of this package and a line in RULES; its cases are `tests/rules/cases/CODE.toml`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.claims import gather
from wikiproof.finding import Confidence, Severity
from wikiproof.rules import (
    age_arithmetic,
    aircraft_id,
    alias_clash,
    bad_value,
    category_place_kind,
    category_year,
    clock,
    commander_fate,
    coord_country,
    coord_pair,
    country,
    date_impossible,
    date_lead,
    date_section,
    detained,
    displaced_victims,
    duplicate_parameter,
    duration,
    fatalities,
    injuries,
    lead_vs_body,
    link_target,
    magnitude,
    measure_unit,
    min_max,
    missing,
    money,
    multi_box,
    name_title_bold,
    occupants_sum,
    ongoing_status,
    part_exceeds_total,
    part_of,
    parts_sum,
    percent,
    perpetrator,
    placeholder,
    range_order,
    region,
    result_winner,
    short_description,
    side_casualties,
    side_strength,
    side_swap,
    spelling_variants,
    title_year_place,
    uncovered_fact,
    unknown_parameter,
    utc_local,
    verdict,
    weekday,
    word_digit,
)
from wikiproof.rules.base import Rule, is_on, stamp
from wikiproof.text import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wikiproof.article import Article, Field
    from wikiproof.claims import Claims
    from wikiproof.finding import Finding
    from wikiproof.role import Role
    from wikiproof.source import Span

__all__ = ["DEFAULT", "RULES", "Rule", "check", "lint", "rule"]

RULES: tuple[Rule, ...] = (
    date_lead,
    date_section,
    date_impossible,
    range_order,
    duration,
    weekday,
    clock,
    utc_local,
    age_arithmetic,
    ongoing_status,
    fatalities,
    injuries,
    missing,
    displaced_victims,
    detained,
    side_casualties,
    side_strength,
    parts_sum,
    occupants_sum,
    part_exceeds_total,
    word_digit,
    min_max,
    magnitude,
    measure_unit,
    money,
    percent,
    lead_vs_body,
    country,
    region,
    coord_pair,
    coord_country,
    side_swap,
    perpetrator,
    commander_fate,
    part_of,
    aircraft_id,
    link_target,
    spelling_variants,
    result_winner,
    verdict,
    title_year_place,
    name_title_bold,
    short_description,
    category_year,
    category_place_kind,
    multi_box,
    duplicate_parameter,
    alias_clash,
    bad_value,
    unknown_parameter,
    placeholder,
    uncovered_fact,
)

DEFAULT: tuple[Rule, ...] = tuple(filter(is_on, RULES))


def rule(code_or_name: str) -> Rule | None:
    """The rule with a code ("Q01", in any case) or a name ("fatalities")."""
    wanted = code_or_name.casefold()
    return next((r for r in RULES if wanted in (r.CODE.casefold(), r.NAME)), None)


def lint(article: Article, rules: Iterable[Rule] = DEFAULT) -> list[Finding]:
    """All findings of an article whose infoboxes are resolved, in the order of the text."""
    return check(gather(article), rules)


def check(claims: Claims, rules: Iterable[Rule] = DEFAULT) -> list[Finding]:
    """The same of claims that are gathered."""
    article = claims.article
    found = [stamp(r, problem) for r in rules for problem in r.check(claims)]
    fields: dict[Span, list[Field]] = {}
    for box in article.all_infoboxes():
        for field in box.fields:
            fields.setdefault(field.span, []).append(field)
    weighed = [_weighed(finding, article, fields.get(finding.primary.span, [])) for finding in found]
    return sorted(_strongest(weighed), key=lambda f: f.order)


def _weighed(finding: Finding, article: Article, fields: list[Field]) -> Finding:
    """The finding about some fields with less weight where editors know of it, or where they were not read whole.

    Tags say that a field or page is contradictory or that figures still move; a template that is not known may
    print what would settle the matter.
    """
    tags = {tag.value for field in fields for tag in field.text.of_kind(Kind.TAG)}
    known, moving = _tags()
    if moving.intersection(article.templates) or any(
        t.startswith(known) for t in (*article.templates, *tags)
    ):
        return replace(finding, severity=Severity.INFO)
    if any(field.text.partly_unread for field in fields):
        severity = min(finding.severity, Severity.WARNING)
        return replace(finding, severity=severity, confidence=Confidence.LOW)
    return finding


@cache
def _tags() -> tuple[tuple[str, ...], frozenset[str]]:
    """How templates begin that say the editors know, and those that say figures still move."""
    tags = data.table("grammar", "tags.toml")
    return tuple(tags["known"]["begins"]), frozenset(tags["moving"]["names"])


def _strongest(found: list[Finding]) -> list[Finding]:
    """One finding for each fact: of those that share role and place, the one that weighs most.

    A toll that is wrong in the infobox also falls short of its parts; to say so twice would be noise.
    """
    kept: list[Finding] = []
    told: dict[tuple[Role, Span], set[str]] = {}  # the rules that told of a role at a place
    for finding in sorted(found, key=lambda f: (-f.severity, -f.confidence)):
        facts = [(finding.role, place.span) for place in finding.places if finding.role is not None]
        if not any(told.get(fact, set()) - {finding.code} for fact in facts):
            kept.append(finding)
            for fact in facts:
                told.setdefault(fact, set()).add(finding.code)
    return kept
