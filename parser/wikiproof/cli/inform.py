"""`schema`, `rules` and `explain`: what wikiproof knows of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from wikiproof.cli.completion import words
from wikiproof.cli.options import Word, meant, output_option, rules_of
from wikiproof.cli.run import writing

if TYPE_CHECKING:
    from wikiproof.rules.base import Described


@click.command()
@click.argument("name", required=False, shell_complete=words.schemas)
def schema(name: str | None) -> None:
    """Print a JSON Schema, or the names of all."""
    from wikiproof import data

    paths = {
        file.removesuffix(".json").removesuffix(".schema"): (*folder, file)
        for folder in ((), ("infobox",))
        for file in data.files("schema", *folder)
    }
    if name is None:
        click.echo("\n".join(paths))
        return
    key = re.sub(r"[ _]+", "-", name.strip().lower().removeprefix("infobox").strip("/ _-"))
    if key not in paths:
        raise click.UsageError(
            f"There is no schema “{name}”{meant(key, paths)}; `wikiproof schema` lists them."
        )
    click.echo(data.text("schema", *paths[key]), nl=False)


@click.command()
@output_option
@click.option("--format", "layout", type=Word(["text", "markdown"]), default="text", show_default=True)
def rules(output: str | None, layout: str) -> None:
    """List the rules; in Markdown, explain each."""
    from wikiproof.related import ALL_RULES
    from wikiproof.report.handbook import handbook, listing

    with writing(output) as stream:
        stream.write(handbook(ALL_RULES) if layout == "markdown" else listing(ALL_RULES))


@click.command()
@click.argument("code", shell_complete=words.rules)
def explain(code: str) -> None:
    """Explain a rule or the note on a finding, by code or name."""
    from wikiproof.related import rule
    from wikiproof.rules.base import is_on, sections, title
    from wikiproof.rules.explanations import explanation

    known = rule(code)
    found: Described | None = known or explanation(code)
    if found is None:
        codes = ", ".join(each.CODE for each in rules_of(code))
        raise click.UsageError(f"“{code}” is the beginning of several rules: {codes}; name one.")
    click.secho(f"{found.CODE} {found.NAME}: {title(found)}", bold=True)
    if known is None:
        click.echo("A note on other findings.")
    else:
        off = "" if is_on(known) else f" Off unless selected: `wikiproof lint --select {known.CODE}`."
        click.echo(f"Severity {known.SEVERITY}, confidence {known.CONFIDENCE}.{off}")
    for heading, text in sections(found).items():
        click.secho(f"\n{heading}", bold=True)
        click.echo(text)
