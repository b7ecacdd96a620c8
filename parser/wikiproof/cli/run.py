"""What the commands share: reading many inputs, telling what went wrong, writing the output, leaving."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

import wikiproof

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TextIO, TypeVar

    from rich.console import Console

    from wikiproof.article import Article, Problem
    from wikiproof.checking import Remark
    from wikiproof.read.files import Input, Unreadable
    from wikiproof.source import Source, Span

    Item = TypeVar("Item")
    Result = TypeVar("Result")

CLEAN, FOUND, FAILED = 0, 1, 2
INTERRUPTED, PIPE_CLOSED = 130, 141  # as shells count them: 128 and the signal


_REMEDIES: dict[type[OSError], str] = {
    FileNotFoundError: "; make the folder first",
    IsADirectoryError: "; name a file",
    NotADirectoryError: "; name a file in a folder",
    PermissionError: "; name a place where you may write",
}


class Failure(click.ClickException):
    """What ends the run."""

    exit_code = FAILED


def each(
    inputs: Iterable[Input | Unreadable],
    work: Callable[[Input, Article], Result],
    failures: list[Unreadable],
    title: str | None = None,
) -> Iterator[Result]:
    """What the work makes of each article; what goes wrong with one is told and kept, and the rest go on."""
    from wikiproof.read.files import Unreadable, load

    for given in inputs:
        try:
            if isinstance(given, Unreadable):
                raise given
            article = wikiproof.read(load(given), title=title)
            result = work(given, article)
        except Unreadable as failure:
            failures.append(failure)
        except Exception as error:  # a fault of ours in one article must not cost the others
            reason = f"wikiproof failed on it ({type(error).__name__}: {error})"
            failures.append(Unreadable(given.path, reason, "please report this with the article"))
        else:
            for problem in article.problems:
                remark(article.source, problem)
            yield result
            continue
        complain(failures[-1])


def watched(items: Sequence[Item], stream: TextIO, console: Console | None = None) -> Iterable[Item]:
    """The items, with a progress bar where someone is watching and it is in nothing's way."""
    if len(items) < 2 or not sys.stderr.isatty() or (stream.isatty() and console is None):
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress

    place = console if console is not None and stream.isatty() else Console(stderr=True)
    with Progress(console=place, transient=True, redirect_stdout=False) as progress:
        yield from progress.track(items, description="Reading")


@contextmanager
def writing(path: str | None) -> Iterator[TextIO]:
    """A stream to the output; what prevents writing ends the run."""
    from wikiproof.report import output

    if path and _is_read(path):
        raise click.UsageError(f"{path} is read, and the output would replace it; name another file.")
    try:
        with output.writing(path) as stream:
            yield stream
    except BrokenPipeError:
        # Whoever read our output has enough; at exit Python must not try to flush the rest to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        leave(PIPE_CLOSED)
    except OSError as error:
        remedy = _REMEDIES.get(type(error), "")
        raise Failure(f"Cannot write {path or 'standard output'}: {error.strerror}{remedy}.") from None


def _is_read(path: str) -> bool:
    """Whether a file is one of the articles that the command is given."""
    from wikiproof.read import ENDINGS

    given = click.get_current_context().params.get("paths", ())
    if not os.path.isfile(path):
        return False
    return any(
        os.path.samefile(each, path)
        or (path.casefold().endswith(ENDINGS) and Path(each).resolve() in Path(path).resolve().parents)
        for each in given
        if os.path.exists(each)
    )


def remark(source: Source, about: Problem | Remark) -> None:
    """Tell what in an article could not be read as meant, or does nothing."""
    note(source, about.span, about.message)


def note(source: Source, span: Span, message: str) -> None:
    """Tell something of a place in an article."""
    position = source.position(span.start)
    click.echo(f"{source.path or '-'}:{position.line}:{position.column}: note: {message}", err=True)


def complain(failure: Unreadable) -> None:
    """Tell which input could not be read, and why."""
    click.echo(f"error: {failure}", err=True)


def leave(status: int) -> NoReturn:
    """End the command with an exit status."""
    click.get_current_context().exit(status)
