"""`lint --fix` and `lint --diff`: the repairs that are safe, written to the articles or shown."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from wikiproof.cli.run import CLEAN, FAILED, FOUND, each, leave, note, watched, writing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from wikiproof.article import Article
    from wikiproof.checking import Checked
    from wikiproof.cli.work import Work
    from wikiproof.fix import Repaired
    from wikiproof.read.files import Input, Unreadable
    from wikiproof.source import Source

_BOM = "\ufeff"


class Fixing:
    """Repairs articles, and checks what is left."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self.made = 0

    def check(self, given: Input, article: Article) -> Checked:
        """The article as it is after its repairs, which are written. Raises Unreadable where they cannot be."""
        done = self._work.repair(given, article)
        if done.repairs:
            _write(given, article.source, done.article.source)
        _tell(done, article.source)
        self.made += len(done.repairs)
        return self._work.check(given, done.article)


def refuse_standard_input(given: Sequence[Input | Unreadable]) -> None:
    """What is not a file cannot be repaired in place."""
    from wikiproof.read.files import Input

    if any(isinstance(one, Input) and one.file is None for one in given):
        raise click.UsageError(
            "--fix writes articles, and standard input is no file; --diff shows the repairs."
        )


def show_diff(
    work: Work, given: Sequence[Input | Unreadable], output: str | None, *, exit_zero: bool
) -> None:
    """Show what `--fix` would write, and leave."""
    from wikiproof.fix import diff

    def repaired(one: Input, article: Article) -> tuple[Article, Repaired]:
        return article, work.repair(one, article)

    failures: list[Unreadable] = []
    made = articles = 0
    with writing(output) as stream:
        for article, done in each(watched(given, stream), repaired, failures):
            _show(diff(article.source, done.article.source), stream)
            _tell(done, article.source, refused_only=True)
            made += len(done.repairs)
            articles += bool(done.repairs)
    if made:
        click.echo(f"{made} to repair in {articles} of {len(given)}; --fix writes them", err=True)
    elif len(failures) < len(given):
        click.echo("nothing to repair", err=True)
    leave(FAILED if failures else FOUND if made and not exit_zero else CLEAN)


def _show(lines: Iterable[str], stream: TextIO) -> None:
    """Write the lines of a diff, in colours for a terminal that takes them."""
    if not stream.isatty():
        stream.writelines(lines)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    styles = {"+": "green", "-": "red", "@": "cyan"}
    for line in lines:
        text = "".join(char for char in line if char.isprintable() or char == "\t")
        console.print(Text(text, styles.get(line[0], "")), soft_wrap=True)


def _tell(done: Repaired, source: Source, *, refused_only: bool = False) -> None:
    """Say what was repaired and what was not."""
    for made in () if refused_only else done.repairs:
        note(source, made.finding.primary.span, f"repaired: {made.finding.code}: {made.message}")
    for refused in done.refused:
        finding = refused.repair.finding
        note(source, finding.primary.span, f"not repaired: {finding.code}: {refused.reason}")


def _write(given: Input, before: Source, after: Source) -> None:
    """Replace the file whole, with its mode, its line ends and its byte order mark. Raises Unreadable."""
    from wikiproof.read.files import Unreadable
    from wikiproof.report import output

    file = given.file
    if file is None or not file.is_file():
        raise Unreadable(given.path, "it is no file that can be written", "--diff shows the repairs")
    try:
        old = file.read_bytes().decode("utf-8")
        if old.removeprefix(_BOM) != before.text:
            raise Unreadable(given.path, "it changed while it was repaired", "run it again")
        if not os.access(file, os.W_OK):
            raise Unreadable(
                given.path, "it is not repaired: it may not be written", "give yourself the right to"
            )
        with output.writing(str(file.resolve())) as stream:
            stream.write((_BOM if old.startswith(_BOM) else "") + after.text)
    except OSError as error:
        reason = f"it is not repaired: {(error.strerror or str(error)).lower()}"
        raise Unreadable(given.path, reason, "the file is as it was") from None
