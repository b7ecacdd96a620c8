"""What people choose: which rules, and which of their findings are to be shown.

settings = Configs().settings("articles/Tessit_massacres.wiki")
checked = wikiproof.checking.check(article, settings)
"""

from __future__ import annotations

from wikiproof.config.baseline import REASONS, Accepted, Baseline
from wikiproof.config.baseline import load as load_baseline
from wikiproof.config.choices import COMMAND_LINE, Choice, Choices
from wikiproof.config.configs import Configs
from wikiproof.config.reading import ConfigError, shown
from wikiproof.config.settings import Settings
from wikiproof.config.words import UnknownRule, did_you_mean, rules_named

__all__ = [
    "COMMAND_LINE",
    "REASONS",
    "Accepted",
    "Baseline",
    "Choice",
    "Choices",
    "ConfigError",
    "Configs",
    "Settings",
    "UnknownRule",
    "did_you_mean",
    "load_baseline",
    "rules_named",
    "shown",
]
