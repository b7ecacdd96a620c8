"""`batch`: all articles of a folder, a dump or a table, with results that can be gone on with."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wikiproof.cli.completion import words
from wikiproof.cli.options import meant, needed
from wikiproof.cli.run import CLEAN, FAILED, FOUND, Failure, leave
from wikiproof.cli.settings import configs_of, settings_options

if TYPE_CHECKING:
    from wikiproof.config import Configs
    from wikiproof.corpus.filter import Filter
    from wikiproof.corpus.job import Job
    from wikiproof.corpus.page import Input
    from wikiproof.corpus.store import Store
    from wikiproof.corpus.worker import Done


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line asks for."""

    path: str
    output: str
    index: str | None
    title_column: str
    text_column: str
    infobox: tuple[str, ...]
    all_pages: bool
    configs: Configs
    jobs: int | None
    time_limit: float
    memory_limit: int
    parquet: bool


@click.command()
@click.argument("path", metavar="INPUT")
@click.option("-o", "--output", metavar="OUT", required=True, help="The folder of the results.")
@click.option("--index", metavar="FILE", help="The index of a multistream dump, if it is not beside it.")
@click.option("--title-column", default="title", show_default=True, help="Of a table.")
@click.option("--text-column", default="text", show_default=True, help="Of a table; a.b.c goes into columns.")
@click.option(
    "--infobox",
    metavar="TYPE",
    multiple=True,
    shell_complete=words.infobox_types,
    help='Only pages with this: "civilian attack".',
)
@click.option("--all-pages", is_flag=True, help="Also pages without an infobox that is known.")
@settings_options
@click.option("-j", "--jobs", type=click.IntRange(1), help="Processes; as many as there are processors.")
@click.option(
    "--time-limit", type=click.FloatRange(0.1), default=30, show_default=True, help="Seconds a page."
)
@click.option("--memory-limit", type=click.IntRange(50), default=1000, show_default=True, help="MB a page.")
@click.option("--parquet", is_flag=True, help="Write the tables as Parquet too.")
def batch(**options: Any) -> None:
    """Check and convert all articles of INPUT into the folder OUT.

    INPUT is a folder, a MediaWiki XML dump (.xml, .xml.bz2, .xml.gz, multistream with its index), or a table
    (.jsonl, .jsonl.gz, .parquet). The configuration file nearest to INPUT counts for all of it.

    A run that was stopped goes on where it stopped when it is started again.
    """
    run_batch(Options(configs=configs_of(options), **options))


def run_batch(options: Options) -> None:
    """Run, say what came of it, and leave with the exit status."""
    from wikiproof.corpus.run import run
    from wikiproof.source import WikiproofError

    if options.parquet:
        needed("pyarrow")
    try:
        given = _input(options)
        with _Progress(given) as progress:
            store = run(
                given,
                _job(options),
                Path(options.output),
                processes=options.jobs or os.cpu_count() or 1,
                parquet=options.parquet,
                told=progress.told,
                skipped=progress.skipped,
            )
    except KeyboardInterrupt:
        click.echo(f"Stopped; the same command goes on where it stopped ({options.output}).", err=True)
        raise
    except WikiproofError as problem:
        raise Failure(f"{problem}.") from None
    except OSError as problem:
        raise Failure(f"{problem.filename}: {problem.strerror}.") from None
    _tell(store)


def _input(options: Options) -> Input:
    from wikiproof.corpus.inputs import input_of

    index = Path(options.index) if options.index else None
    return input_of(Path(options.path), index=index, title=options.title_column, text=options.text_column)


def _job(options: Options) -> Job:
    from wikiproof.corpus.job import Job

    return Job(
        wanted=_filter(options),
        configs=options.configs.pinned(options.path),
        time_limit=options.time_limit,
        memory_limit=options.memory_limit * 1_000_000,
    )


def _filter(options: Options) -> Filter:
    from wikiproof.corpus.filter import Filter
    from wikiproof.infobox.registry import infobox_type, infobox_types

    if options.all_pages:
        return Filter()
    if not options.infobox:
        return Filter(frozenset(each.name for each in infobox_types()))
    found = {name: infobox_type(name) or infobox_type(f"Infobox {name}") for name in options.infobox}
    for name, each in found.items():
        if each is None:
            near = meant(name.lower(), [known.name for known in infobox_types()])
            raise click.UsageError(f"There is no infobox type “{name}”{near}; `wikiproof schema` lists them.")
    return Filter(frozenset(each.name for each in found.values() if each))


class _Progress:
    """How far a run is, its rate and the time left, where someone is watching."""

    def __init__(self, given: Input) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            Progress,
            TaskProgressColumn,
            TextColumn,
            TimeRemainingColumn,
        )

        self._progress = Progress(
            TextColumn("{task.fields[pages]:,} pages"),
            BarColumn(),
            TaskProgressColumn(show_speed=False),
            TextColumn("{task.fields[rate]:,.0f} pages/s"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[findings]:,} findings, {task.fields[failures]:,} failures"),
            console=Console(stderr=True),
            transient=True,
            disable=not sys.stderr.isatty(),
        )
        total = given.size or None
        self._task = self._progress.add_task("", total=total, pages=0, rate=0.0, findings=0, failures=0)

    def __enter__(self) -> _Progress:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def told(self, done: Done) -> None:
        """Count a block that is done."""
        task = self._progress.tasks[self._task]
        pages = task.fields["pages"] + done.pages
        self._progress.update(
            self._task,
            advance=done.size,
            pages=pages,
            rate=pages / task.elapsed if task.elapsed else 0.0,
            findings=task.fields["findings"] + done.findings,
            failures=task.fields["failures"] + done.failures,
        )

    def skipped(self, size: int) -> None:
        """Leave out a block that was done before: what is left is what rate and time speak of."""
        total = self._progress.tasks[self._task].total
        if total is not None:
            self._progress.update(self._task, total=total - size)


_NOUNS = {"findings": "finding", "documents": "article", "failures": "failure"}


def _tell(store: Store) -> None:
    """Say what a run found, and leave."""
    from wikiproof.report.counts import number

    result = store.summary()
    counts, severities = result["counts"], result["severities"]
    parts = ", ".join(number(amount, severity) for severity, amount in severities.items() if amount)
    said = [number(counts[table], noun) for table, noun in _NOUNS.items()]
    click.echo(f"{said[0]}{f' ({parts})' if parts else ''} in {said[1]}, {said[2]}: {store.folder}")
    if result["broken"]:
        click.echo(f"error: {result['broken']}", err=True)
        leave(FAILED)
    leave(FOUND if counts["findings"] else CLEAN)
