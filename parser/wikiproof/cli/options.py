"""What several commands take: paths, where to write, which rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

paths_argument = click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=click.Path())
output_option = click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(),
    help="Write to a file, which is replaced only when the new one is whole.",
)
stdin_option = click.option(
    "--stdin-filename", metavar="NAME", help="What standard input is called; its ending tells the form."
)


def unknown_rule(word: str) -> NoReturn:
    """Say that there is no such rule, and which was meant."""
    from wikiproof.rules import RULES

    names = [name for rule in RULES for name in (rule.CODE, rule.NAME)]
    near = meant(word.upper(), names) or meant(word.lower(), names)
    raise click.UsageError(f"There is no rule {word!r}.{near} `wikiproof rules` lists them.")


def meant(word: str, words: Iterable[str]) -> str:
    """A question that names the nearest of the words, or nothing."""
    from wikiproof.infobox.spelling import nearest

    near = nearest(word, words)
    return f" Did you mean {near}?" if near else ""
