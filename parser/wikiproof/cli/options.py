"""What several commands take: paths, where to write, which rules."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING, Any

import click

from wikiproof.cli.run import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wikiproof.related import AnyRule


class Word(click.Choice[str]):
    """One of a few words; who writes another is told which may be meant."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:  # noqa: ARG002  # click's
        """What is wrong with a word that is none of them."""
        return f"there is no “{value}”{meant(value, self.choices)}; there are {', '.join(self.choices)}."


# Of paths click knows only that files complete them: what cannot be read is ours to tell, and costs no other.
paths_argument = click.argument(
    "paths", metavar="PATH…", nargs=-1, required=True, type=click.Path(readable=False)
)
output_option = click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(readable=False),
    help="Write to a file, which is replaced only when the new one is whole.",
)
stdin_option = click.option(
    "--stdin-filename",
    metavar="NAME",
    help="What standard input is called: it is read, and settings are chosen, as for that file.",
)


def rule_words(_: click.Context, param: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    """The words of an option that names rules: codes, beginnings of codes, names."""
    words = ",".join(values).replace(",", " ").split()
    if values and not words:
        raise click.UsageError(f"{param.opts[0]} names no rule; name one, or leave it out.")
    for word in words:
        rules_of(word)
    return tuple(words)


def check_stdin_name(paths: Sequence[str], name: str | None) -> None:
    """Refuse a name for standard input that is none, or for standard input that is not read."""
    if name is not None and "-" not in paths:
        raise click.UsageError("--stdin-filename names standard input: give - as PATH, too.")
    if name == "":
        raise click.UsageError("--stdin-filename cannot be empty; name a file, or leave it out.")


def rules_of(word: str) -> tuple[AnyRule, ...]:
    """The rules that a word names; an unknown one is wrong usage."""
    from wikiproof.config import UnknownRule, rules_named

    try:
        return rules_named(word)
    except UnknownRule as error:
        raise click.UsageError(sentence(error)) from None


def meant(word: str, words: Iterable[str]) -> str:
    """The middle of a sentence that names the nearest of the words, or nothing."""
    from wikiproof.config import did_you_mean

    return did_you_mean(word, words)


def sentence(error: Exception) -> str:
    """What an error says, as a sentence."""
    text = str(error)
    return f"{text[0].upper()}{text[1:]}."


def needed(package: str, extra: str = "batch") -> None:
    """End the run where a package of an extra is not installed."""
    if importlib.util.find_spec(package) is None:
        raise Failure(f"This needs the extra {extra}: pip install 'wikiproof[{extra}]'.")
