"""`config`: the settings in force, and where each comes from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wikiproof.cli.run import Failure
from wikiproof.cli.settings import configs_of, settings_options

if TYPE_CHECKING:
    from wikiproof.config import Choices


@click.command()
@click.argument("path", default="-", metavar="[PATH]", type=click.Path(readable=False))
@settings_options
def config(path: str, **options: Any) -> None:
    """Print the settings in force for an article, as a configuration file, and where each comes from.

    PATH may be a folder, for the articles in it. Without PATH, they are for text that has no file, as if it lay here.
    """
    from wikiproof.config import ConfigError, shown

    configs = configs_of(options)
    shown_path = "text without a file" if path == "-" else path
    place = Path(path, "-") if Path(path).is_dir() else path  # for what lies in a folder
    try:
        choices, settings, file = configs.choices(place), configs.settings(place), configs.file(place)
    except ConfigError as error:
        raise Failure(str(error)) from None
    click.echo(f"# for {shown_path}: {shown(file.path) if file else 'no file'}")
    for line in _lines(choices):
        click.echo(line)
    click.echo(f"# rules that run: {len(settings.rules)}: {' '.join(rule.CODE for rule in settings.rules)}")
    if settings.related:
        click.echo(f"# and with --related: {' '.join(rule.CODE for rule in settings.related)}")


def _lines(choices: Choices) -> list[str]:
    """Each setting as TOML, with its origin in a comment beside it."""
    import json

    from wikiproof.config import shown

    values = {name: choice.value for name, choice in choices.items() if choice.value is not None}
    if "baseline" in values:
        values["baseline"] = str(shown(values["baseline"]))
    written = {
        name: (f"{name} = {json.dumps(value, ensure_ascii=False)}", choices[name].origin)
        for name, value in values.items()
    }
    if choices["select"].origin == "default":
        written["select"] = ("# select: every rule that is on", "default")
    width = min(max(len(text) for text, _ in written.values()), 60)
    return [f"{text:<{width}}  # {origin}" for text, origin in written.values()]
