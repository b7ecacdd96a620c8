"""Settings one by one, each with where it was chosen, and what becomes of them all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wikiproof.config.baseline import Baseline, load
from wikiproof.config.settings import Settings
from wikiproof.config.words import rules_named
from wikiproof.finding import Confidence, Severity
from wikiproof.related import ALL_RULES
from wikiproof.related import RULES as RELATED
from wikiproof.rules import RULES
from wikiproof.rules.base import is_on

COMMAND_LINE = "command line"


@dataclass(frozen=True, slots=True)
class Choice:
    """What a setting was set to, and where: a file with its line, or the command line."""

    value: Any
    origin: str


# By the setting's name in the schema; severities as "severity.CODE".
Choices = Mapping[str, Choice]

DEFAULTS: Choices = {
    "select": Choice([rule.CODE for rule in ALL_RULES if is_on(rule)], "default"),
    "ignore": Choice([], "default"),
    "min-severity": Choice("info", "default"),
    "min-confidence": Choice("low", "default"),
    "aliases": Choice([], "default"),
    "baseline": Choice(None, "default"),
}


def in_order(*layers: Choices) -> Choices:
    """The choices in force: each layer goes before those in front of it.

    Who selects rules on the command line wants those, so that what a file ignores does not stand against it.
    """
    chosen: dict[str, Choice] = {}
    for layer in layers:
        chosen.update(layer)
    if chosen["select"].origin == COMMAND_LINE != chosen["ignore"].origin:
        chosen["ignore"] = DEFAULTS["ignore"]
    return chosen


def settings_of(choices: Choices) -> Settings:
    """The settings that choices come to; their rules are known. Raises ConfigError for an unreadable baseline."""
    selected = _codes(choices["select"].value) - _codes(choices["ignore"].value)
    return Settings(
        tuple(rule for rule in RULES if rule.CODE in selected),
        {
            key.removeprefix("severity."): Severity[choice.value.upper()]
            for key, choice in choices.items()
            if key.startswith("severity.")
        },
        Severity[choices["min-severity"].value.upper()],
        Confidence[choices["min-confidence"].value.upper()],
        tuple(map(tuple, choices["aliases"].value)),
        _baseline(choices["baseline"]),
        tuple(rule for rule in RELATED if rule.CODE in selected),
    )


def told(choices: Choices) -> dict[str, Any]:
    """The choices without where they come from, and what the baseline holds in place of its path.

    Raises ConfigError for an unreadable baseline.
    """
    import hashlib

    values = {name: choice.value for name, choice in choices.items()}
    if "baseline" in choices:
        values["baseline"] = hashlib.sha256(_baseline(choices["baseline"]).dumps().encode()).hexdigest()
    return values


def _baseline(choice: Choice) -> Baseline:
    return load(Path(choice.value), choice.origin) if choice.value else Baseline()


def _codes(words: list[str]) -> set[str]:
    return {rule.CODE for word in words for rule in rules_named(word)}
