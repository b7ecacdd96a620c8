"""`lint --watch`: the report anew whenever an article or what it is checked by has changed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from wikiproof.cli.run import CLEAN, Failure, each, leave, remark
from wikiproof.cli.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from wikiproof.checking import Checked
    from wikiproof.cli.lint import Options
    from wikiproof.read.files import Input, Unreadable

_POLL = 2000  # milliseconds after which a change that the system did not tell of is seen all the same


def watch(
    ask: Callable[[], Options],
    report: Callable[[Options, Sequence[Input | Unreadable], Work, Kept], int],
    wakes: Iterable[object] | None = None,
) -> NoReturn:
    """Report at once, and after each of `wakes` where something has changed, until they or the user end it.

    `ask` reads the settings anew each time. The file system wakes it, unless something else is given.
    """
    from wikiproof.read.files import inputs

    status, before = CLEAN, None
    results: dict[str, _Result] = {}
    paths = ask().paths
    try:
        for _ in chain((None,), _wakes(paths) if wakes is None else wakes):
            state: object
            try:
                options = ask()
                given = inputs(paths, None)
                kept = Kept(results, Work(options.configs, given, options.against, only_new=options.only_new))
                state = [kept.state(each) for each in given]
                if state != before:
                    click.clear()
                    status = report(options, given, kept.work, kept)
            except Failure as failure:
                state = failure.message
                if state != before:
                    failure.show()
            if state != before:
                click.echo("Watching; Ctrl-C ends it.", err=True)
                before = state
    except KeyboardInterrupt:
        click.echo(err=True)  # behind the ^C of the terminal
    leave(status)


def _wakes(paths: Sequence[str]) -> Iterator[object]:
    """Something whenever a file may have changed, and now and then. Files are watched by their folders.

    An editor that saves may put another file in place of the old one, which would no longer be watched.
    """
    from watchfiles import watch as changes

    folders = {path for path in map(Path, paths) if path.is_dir()}
    places = folders | {path.parent for path in map(Path, paths) if path.parent.is_dir()} - folders
    yield from changes(
        *places, recursive=bool(folders), debounce=200, rust_timeout=_POLL, yield_on_timeout=True
    )


@dataclass(frozen=True, slots=True)
class _Result:
    """What came of an article, and what that depends on."""

    state: object
    checked: Checked


class Kept:
    """Checks articles as `work` does, but for those whose result is known and still holds."""

    def __init__(self, results: dict[str, _Result], work: Work) -> None:
        self.work = work
        self._results = results

    def state(self, given: Input | Unreadable) -> object:
        """What the result of an article depends on, itself aside from the old version of an edit."""
        from wikiproof.read.files import Unreadable

        return (
            str(given) if isinstance(given, Unreadable) else (_stamp(given.file), self.work.settings(given))
        )

    def check(self, given: Iterable[Input | Unreadable], failures: list[Unreadable]) -> Iterator[Checked]:
        """The results of all; what cannot be read is told and added to the failures."""
        for one in given:
            state, known = self.state(one), self._results.get(one.path)
            if known is not None and known.state == state and not self.work.edits:
                yield self._again(known.checked)
                continue
            for checked in each((one,), self.work.check, failures):
                self._results[one.path] = _Result(state, checked)
                yield checked

    def _again(self, checked: Checked) -> Checked:
        """A result that is known, with all that was told beside it when it was made."""
        self.work.meet(checked)
        for problem in checked.article.problems:
            remark(checked.article.source, problem)
        return checked


def _stamp(file: Path | None) -> tuple[int, ...]:
    """What changes when a file does."""
    try:
        status = file.stat() if file is not None else None
    except OSError:
        status = None
    return (status.st_mtime_ns, status.st_size, status.st_ino) if status else ()
