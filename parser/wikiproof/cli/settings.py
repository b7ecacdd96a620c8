"""The options that choose rules and hide findings, and the settings they come to with the files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wikiproof.cli.completion import words
from wikiproof.cli.options import Word, rule_words
from wikiproof.cli.run import Failure

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from wikiproof.config import Choice, Configs

    Command = TypeVar("Command", bound=Callable[..., Any])


def _rules_option(name: str, text: str) -> Callable[[Command], Command]:
    return click.option(
        name, metavar="RULES", multiple=True, callback=rule_words, shell_complete=words.rules, help=text
    )


_OPTIONS = (
    _rules_option("--select", "Only these: “Q01,D”."),
    _rules_option("--ignore", "All but these."),
    click.option("--min-severity", type=Word(["info", "warning", "error"]), help="Hide what matters less."),
    click.option("--min-confidence", type=Word(["low", "medium", "high"]), help="Hide what is less sure."),
    click.option(
        "--baseline",
        metavar="FILE",
        type=click.Path(readable=False),
        help="Hide the findings that the file accepts.",
    ),
    click.option(
        "--config",
        metavar="FILE",
        type=click.Path(readable=False),
        help="Take the settings from this file, not from the nearest.",
    ),
    click.option("--isolated", is_flag=True, help="Take no settings from any file."),
)
_CHOOSING = ("select", "ignore", "min_severity", "min_confidence", "baseline")


def settings_options(command: Command) -> Command:
    """The command with all options that choose."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def configs_of(options: dict[str, Any], baseline: str | None = None) -> Configs:
    """Where the settings of each path come from; takes the options out of all that were given.

    A `baseline` is one to be written: it goes before that of a file, also where there is none yet.
    """
    from wikiproof.config import COMMAND_LINE, Choice, ConfigError, Configs

    overrides: dict[str, Choice] = {}
    for name in _CHOOSING:
        if value := options.pop(name):
            overrides[name.replace("_", "-")] = Choice(
                list(value) if isinstance(value, tuple) else value, COMMAND_LINE
            )
    if baseline is not None:
        overrides["baseline"] = Choice(baseline if Path(baseline).exists() else None, COMMAND_LINE)
    file, isolated = options.pop("config"), options.pop("isolated")
    if file and isolated:
        raise click.UsageError("--config names a file, and --isolated wants none: leave one out.")
    try:
        return Configs(overrides, file=Path(file) if file else None, isolated=isolated)
    except ConfigError as error:
        raise Failure(str(error)) from None
