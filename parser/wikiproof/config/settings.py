"""The settings that an article is checked with."""

from __future__ import annotations

from dataclasses import dataclass

from wikiproof.finding import Confidence, Severity
from wikiproof.rules import DEFAULT, Rule


@dataclass(frozen=True, slots=True)
class Settings:
    """Which rules run, and the least severity and confidence of what is shown."""

    rules: tuple[Rule, ...] = DEFAULT
    min_severity: Severity = Severity.INFO
    min_confidence: Confidence = Confidence.LOW
