"""`lint`: where infobox and text contradict each other, in an article or in an edit of one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from wikiproof.cli.baseline import unused_entries, write_baseline
from wikiproof.cli.between import between
from wikiproof.cli.fix import Fixing, refuse_standard_input, show_diff
from wikiproof.cli.options import Word, check_stdin_name, output_option, paths_argument, stdin_option
from wikiproof.cli.run import CLEAN, FAILED, FOUND, each, leave, remark, watched, writing
from wikiproof.cli.settings import configs_of, settings_options
from wikiproof.cli.watch import Kept, watch
from wikiproof.cli.work import Work
from wikiproof.report import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikiproof.config import Configs
    from wikiproof.read.files import Input, Unreadable


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line asks for, beside what `configs` makes of the settings."""

    configs: Configs
    paths: tuple[str, ...]
    output: str | None
    stdin_filename: str | None
    layout: str | None
    trace: bool
    statistics: bool
    against: str | None
    only_new: bool
    write_baseline: str | None
    reason: str | None
    exit_zero: bool
    related: bool
    watch: bool
    fix: bool
    diff: bool

    def __post_init__(self) -> None:
        check_stdin_name(self.paths, self.stdin_filename)
        shown = self.layout or self.trace or self.statistics
        repairs = self.fix or self.diff
        refused = (
            (
                self.trace and self.layout not in (None, "text"),
                f"--trace is text for people; leave out --format {self.layout}.",
            ),
            (
                self.statistics and self.layout not in (None, "text"),
                "--statistics is text; --format json has the same in its summary.",
            ),
            (self.fix and self.diff, "--diff shows what --fix would write; give one of them."),
            (
                repairs and self.against,
                "--fix and --diff repair an article as it is; leave out --against.",
            ),
            (self.diff and shown, "--diff shows repairs alone; leave out how to show findings."),
            (
                self.write_baseline and (shown or self.output or repairs),
                "--write-baseline writes that file alone; leave out what else to write or show.",
            ),
            (
                self.watch and (self.write_baseline or repairs),
                "--write-baseline, --fix and --diff are done once; leave out --watch.",
            ),
            (self.watch and self.related, "--related reads all articles each time; leave out --watch."),
            (
                self.watch and ("-" in self.paths or self.against == "-"),
                "--watch looks at files, and standard input is read once: name files.",
            ),
            (
                self.only_new and self.against is None,
                "--only-new is for an edit: give --against OLD, too.",
            ),
            (
                self.related and (self.against is not None or repairs),
                "--related looks at articles as they are; leave out --against, --fix and --diff.",
            ),
            (
                self.reason and self.write_baseline is None,
                "--reason is for what is newly accepted: give --write-baseline FILE, too.",
            ),
        )
        for wrong, message in refused:
            if wrong:
                raise click.UsageError(message)


@click.command()
@paths_argument
@output_option
@click.option(
    "--format",
    "layout",
    type=Word(FORMATS),
    help="text unless given; in GitHub Actions, annotations on the standard output.",
)
@settings_options
@click.option(
    "--against",
    metavar="OLD",
    help="What an edit did: PATH against a file, a folder, - or a revision of git as it was before.",
)
@click.option("--only-new", is_flag=True, help="With --against: only what the edit introduced.")
@click.option(
    "--write-baseline",
    metavar="FILE",
    type=click.Path(readable=False),
    help="Accept all findings; reasons given before are kept.",
)
@click.option(
    "--reason",
    type=Word(["common knowledge", "sources differ", "other scope", "wrong finding"]),
    help="With --write-baseline: why.",
)
@click.option("--fix", is_flag=True, help="Make the repairs that are right whichever side is.")
@click.option("--diff", is_flag=True, help="Show what --fix would write.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead of showing them.")
@click.option("--trace", is_flag=True, help="Show what the text claims of each field, and what became of it.")
@click.option("--related", is_flag=True, help="Check the articles against each other, too.")
@click.option("--exit-zero", is_flag=True, help="Leave with 0, not 1, where there are findings.")
@click.option("--watch", is_flag=True, help="Report anew whenever an article or a setting changes.")
@stdin_option
def lint(**options: Any) -> None:
    """Show where infobox and text contradict each other."""
    if options["watch"]:
        watch(lambda: _chosen(dict(options)), report)
    run(_chosen(options))


def _chosen(options: dict[str, Any]) -> Options:
    """The options as one, with the settings read from their files."""
    configs = configs_of(options, baseline=options["write_baseline"])
    return Options(configs=configs, **options)


def run(options: Options) -> None:
    """Check what the options name, report, and leave with the exit status."""
    from wikiproof.read.files import inputs

    given = inputs(options.paths, options.stdin_filename)
    work = Work(options.configs, given, options.against, only_new=options.only_new)
    if options.related:
        work.related = between(given)
    if options.write_baseline:
        write_baseline(options.write_baseline, work, given, options.reason or "")
    if options.diff:
        show_diff(work, given, options.output, exit_zero=options.exit_zero)
    if options.fix:
        refuse_standard_input(given)
    leave(report(options, given, work, fixing=Fixing(work) if options.fix else None))


def report(
    options: Options,
    given: Sequence[Input | Unreadable],
    work: Work,
    kept: Kept | None = None,
    fixing: Fixing | None = None,
) -> int:
    """Check all that is given, but for results that are kept, report, and give the exit status."""
    from wikiproof.report import Summary, default_format, report_in

    summary = Summary()
    with writing(options.output) as stream:
        special = "trace" if options.trace else "statistics" if options.statistics else None
        written = report_in(special or options.layout or default_format(options.output), stream)
        items = watched(given, stream, written.console)
        check = kept.check if kept else partial(each, work=fixing.check if fixing else work.check)
        for checked in check(items, failures=summary.unreadable):
            for each_remark in checked.remarks:
                remark(checked.article.source, each_remark)
            summary.add(checked)
            written.article(checked)
        summary.unused = unused_entries(work)
        summary.repaired = fixing.made if fixing else None
        written.finish(summary)
    return FAILED if summary.unreadable else FOUND if summary.findings and not options.exit_zero else CLEAN
