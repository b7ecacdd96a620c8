"""`stats`: counts over the results of `batch`."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wikiproof.cli.options import needed, output_option
from wikiproof.cli.run import Failure, writing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.corpus.answers.results import Results

_MISMATCHES = "mismatch-finder"
_TABLES = ("rules", "severities", "infoboxes", "articles", "coverage", "roles", "failures")


@click.command()
@click.argument("folder", metavar="OUT")
@click.option(
    "--table", "tables", multiple=True, type=click.Choice(_TABLES), help="Only this; may be repeated."
)
@click.option("--top", type=click.IntRange(1), default=20, show_default=True, help="Rows of each table.")
@click.option("--all", "every", is_flag=True, help="All rows.")
@click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "csv", "json", "markdown", _MISMATCHES]),
    default="text",
    show_default=True,
)
@click.option("--items", metavar="FILE", help="For mismatch-finder: a CSV with title and item_id (Q…).")
@click.option(
    "--wiki", metavar="URL", help="For mismatch-finder: where the articles are, with the final slash."
)
@output_option
def stats(
    folder: str,
    tables: tuple[str, ...],
    top: int,
    every: bool,
    layout: str,
    items: str | None,
    wiki: str | None,
    output: str | None,
) -> None:
    """Count the results that `wikiproof batch` wrote to OUT.

    Findings by rule, severity and infobox type, the most affected articles, and how many infobox fields were typed,
    could not be read, and were checked: something in the text was held against them.

    With --format mismatch-finder, findings that a property of Wikidata can hold, as its Mismatch Finder takes them.
    """
    if layout == _MISMATCHES:
        if items is None:
            raise click.UsageError(
                "--format mismatch-finder needs --items: no finding knows its article's item."
            )
        _write_mismatches(folder, items, wiki, output)
        return
    from wikiproof.corpus.answers.statistics import count
    from wikiproof.corpus.answers.writing import WRITERS

    with opened(folder) as results, writing(output) as stream:
        WRITERS[layout](count(results, tables, None if every else top), stream)


@contextmanager
def opened(folder: str) -> Iterator[Results]:
    """The results in a folder; that there are none ends the run."""
    needed("duckdb")
    from wikiproof.corpus.answers.results import results
    from wikiproof.source import WikiproofError

    try:
        with results(Path(folder)) as found:
            yield found
    except WikiproofError as problem:
        raise Failure(f"{problem}.") from None


def _write_mismatches(folder: str, items: str, wiki: str | None, output: str | None) -> None:
    with opened(folder) as results, writing(output) as stream:
        from wikiproof.corpus.answers.mismatches import WIKI, write_mismatches

        left = write_mismatches(results, Path(items), stream, wiki or WIKI)
    for reason, number in left.reasons.most_common():
        click.echo(f"{number:,} findings left out: they {reason}", err=True)
    if left.unasked:
        click.echo(
            f"note: {items} has no statements, so each line says that Wikidata has no such value;"
            " add property_id, statement_guid and wikidata_value to it before you upload",
            err=True,
        )
