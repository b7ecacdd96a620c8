"""`completion`: the Tab key of a shell finishes commands, options, rule codes, formats and infobox types.

A shell asks by running `wikiproof` with `_WIKIPROOF_COMPLETE` set, which click answers; what it asks with is the
script that this command prints or installs.
"""

from __future__ import annotations

import os
from pathlib import PurePath

import click

from wikiproof.cli.run import Failure

_ASKED = "_WIKIPROOF_COMPLETE"
_SHELLS = ("bash", "zsh", "fish", "powershell")


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS), required=False)
@click.option("--install", is_flag=True, help="Write the script where the shell finds it, and say where.")
@click.pass_context
def completion(context: click.Context, shell: str | None, *, install: bool) -> None:
    """Print the script by which a shell completes what is typed after wikiproof.

    SHELL is bash, zsh, fish or powershell; the one that you use, if the environment tells it.
    """
    from wikiproof.cli.completion.scripts import CLASSES

    chosen = shell or _own()
    script = CLASSES[chosen](context.find_root().command, {}, "wikiproof", _ASKED).source().rstrip() + "\n"
    if install:
        _install(chosen, script)
    else:
        click.echo(script, nl=False)


def answer() -> None:
    """Let click know the shells in our form, if one of them is asking."""
    if _ASKED in os.environ:
        from click.shell_completion import add_completion_class

        from wikiproof.cli.completion.scripts import CLASSES

        for name, each in CLASSES.items():
            add_completion_class(each, name)


def _own() -> str:
    """The shell that the environment names."""
    name = PurePath(os.environ.get("SHELL", "")).stem
    if name in _SHELLS:
        return name
    if name == "pwsh" or os.name == "nt":
        return "powershell"
    raise click.UsageError(f"The environment does not tell your shell; name it: {', '.join(_SHELLS)}.")


def _install(shell: str, script: str) -> None:
    from wikiproof.cli.completion import places

    instead = f"`wikiproof completion {shell}` prints the script"
    try:
        place = places.place(shell)
        places.install(place, script)
    except LookupError as error:
        raise Failure(f"{error.args[0]}; {instead}.") from None
    except OSError as error:
        raise Failure(f"Cannot write {error.filename}: {error.strerror}; {instead}.") from None
    click.echo(f"Wrote {place.file}")
    if place.startup is not None:
        click.echo(f"which {place.startup} reads by the line\n\n    {place.line}\n")
    click.echo(f"Open a new {shell}, type wikiproof and a space, and press Tab.")
