"""`lint`: where infobox and text contradict each other, in an article or in an edit of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

import wikiproof
from wikiproof.cli.options import output_option, paths_argument, stdin_option, unknown_rule
from wikiproof.cli.run import CLEAN, FAILED, FOUND, Failure, each, leave, watched, writing
from wikiproof.report import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikiproof.article import Article
    from wikiproof.checking import Checked
    from wikiproof.edit.versions import Versions
    from wikiproof.read.files import Input, Unreadable
    from wikiproof.rules import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line asks for."""

    paths: tuple[str, ...]
    output: str | None
    stdin_filename: str | None
    layout: str | None
    trace: bool
    min_severity: str
    select: tuple[Rule, ...]
    ignore: tuple[Rule, ...]
    against: str | None
    only_new: bool

    def __post_init__(self) -> None:
        if self.trace and self.layout not in (None, "text"):
            raise click.UsageError(f"--trace is text for people; leave out --format {self.layout}.")
        if self.only_new and self.against is None:
            raise click.UsageError("--only-new is for an edit: give --against OLD, too.")


def _chosen(_: click.Context, __: click.Parameter, values: Sequence[str]) -> tuple[Rule, ...]:
    """The rules that an option names by code, by the beginning of a code, or by name."""
    from wikiproof.rules import RULES

    rules: list[Rule] = []
    for word in ",".join(values).replace(",", " ").split():
        named = [rule for rule in RULES if rule.CODE.startswith(word.upper()) or word.lower() == rule.NAME]
        rules += named or unknown_rule(word)
    return tuple(rules)


@click.command()
@paths_argument
@output_option
@click.option(
    "--format",
    "layout",
    type=click.Choice(FORMATS),
    help="text unless given; in GitHub Actions, annotations on the standard output.",
)
@click.option(
    "--min-severity",
    type=click.Choice(["info", "warning", "error"]),
    default="info",
    show_default=True,
    help="Leave out what matters less.",
)
@click.option("--select", metavar="CODES", multiple=True, callback=_chosen, help='Only these rules: "Q01,D".')
@click.option("--ignore", metavar="CODES", multiple=True, callback=_chosen, help="All rules but these.")
@click.option(
    "--against",
    metavar="OLD",
    help="What an edit did: PATH against a file, a folder, - or a revision of git as it was before.",
)
@click.option("--only-new", is_flag=True, help="With --against: only what the edit introduced.")
@click.option("--trace", is_flag=True, help="Show what the text claims of each field, and what became of it.")
@stdin_option
def lint(**options: Any) -> None:
    """Show where infobox and text contradict each other."""
    run(Options(**options))


def run(options: Options) -> None:
    """Check what the options name, report, and leave with the exit status."""
    from wikiproof.read.files import inputs
    from wikiproof.report import Summary, default_format, report_in

    given = inputs(options.paths, options.stdin_filename)
    work = _Work(options, given)
    summary = Summary()
    with writing(options.output) as stream:
        layout = "trace" if options.trace else options.layout or default_format(options.output)
        report = report_in(layout, stream)
        for checked in each(watched(given, stream, report.console), work.check, summary.unreadable):
            summary.add(checked)
            report.article(checked)
        report.finish(summary)
    leave(FAILED if summary.unreadable else FOUND if summary.findings else CLEAN)


class _Work:
    """What is done with each article."""

    def __init__(self, options: Options, given: Sequence[Input | Unreadable]) -> None:
        from wikiproof.config import Settings
        from wikiproof.finding import Severity
        from wikiproof.rules import DEFAULT

        rules = tuple(rule for rule in options.select or DEFAULT if rule not in options.ignore)
        self._settings = Settings(rules, Severity[options.min_severity.upper()])
        self._versions = _versions(options.against, given) if options.against else None
        self._only_new = options.only_new

    def check(self, given: Input, article: Article) -> Checked:
        from wikiproof.checking import check, check_edit

        if self._versions is None:
            return check(article, self._settings)
        source = self._versions.before(given)
        before = None if source is None else wikiproof.read(source, title=article.title)
        return check_edit(before, article, self._settings, only_new=self._only_new)


def _versions(old: str, given: Sequence[Input | Unreadable]) -> Versions:
    from wikiproof.edit.versions import versions
    from wikiproof.read.files import Input, Unreadable

    try:
        return versions(old, [each for each in given if isinstance(each, Input)])
    except Unreadable as failure:
        raise Failure(f"Cannot compare with {failure}.") from None
