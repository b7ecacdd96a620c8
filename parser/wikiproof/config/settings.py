"""The settings that one article is checked with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wikiproof.config.baseline import Baseline
from wikiproof.finding import Confidence, Severity
from wikiproof.related import RULES as RELATED
from wikiproof.related import Rule as RelatedRule
from wikiproof.rules import DEFAULT, Rule

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Settings:
    """Which rules run, how much their findings matter, and which of these are hidden.

    `severities` are by rule code; each of `aliases` is names that mean the same. `related` are rules over several
    articles, which run where articles are checked together.
    """

    rules: tuple[Rule, ...] = DEFAULT
    severities: Mapping[str, Severity] = field(default_factory=dict)
    min_severity: Severity = Severity.INFO
    min_confidence: Confidence = Confidence.LOW
    aliases: tuple[tuple[str, ...], ...] = ()
    baseline: Baseline = field(default_factory=Baseline)
    related: tuple[RelatedRule, ...] = RELATED
