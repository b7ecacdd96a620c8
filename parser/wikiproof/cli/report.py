"""`report`: an overview in HTML of the results of `batch`."""

from __future__ import annotations

from pathlib import Path

import click

from wikiproof.cli.run import Failure
from wikiproof.cli.stats import opened


@click.command()
@click.argument("folder", metavar="OUT")
@click.option("-o", "--output", metavar="FOLDER", help="Where to write it, instead of OUT/report.")
def report(folder: str, output: str | None) -> None:
    """Write an overview in HTML of the results that `wikiproof batch` wrote to OUT.

    Counts and plots, a timeline and a map of the events, all findings with filters, and a page for each article with
    findings, its infobox beside the text. Open index.html in the folder; nothing is asked of the network.
    """
    from rich.console import Console

    from wikiproof.corpus.overview.write import write

    target = Path(output) if output else Path(folder, "report")
    with opened(folder) as results, Console(stderr=True).status("Writing pages") as status:
        written = 0

        def told() -> None:
            nonlocal written
            written += 1
            status.update(f"Writing pages: {written:,}")

        try:
            write(results, target, told)
        except OSError as error:
            raise Failure(f"Cannot write {error.filename or target}: {error.strerror}.") from None
    click.echo(target / "index.html")
