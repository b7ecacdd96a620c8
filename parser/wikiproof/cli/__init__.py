"""The command line: options in; one call; a report and an exit status out. A command is a file of this package."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

import wikiproof
from wikiproof import expressions
from wikiproof.cli.batch import batch
from wikiproof.cli.completion import answer, completion
from wikiproof.cli.config import config
from wikiproof.cli.documents import convert, validate
from wikiproof.cli.inform import explain, rules, schema
from wikiproof.cli.lint import lint
from wikiproof.cli.lsp import lsp
from wikiproof.cli.report import report
from wikiproof.cli.run import FAILED, INTERRUPTED
from wikiproof.cli.stats import stats


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(wikiproof.__version__, prog_name="wikiproof", message="%(prog)s %(version)s")
def cli() -> None:
    """Read wiki articles into typed JSON and show where infobox and text contradict each other.

    PATH is a plain rendition (.txt), wikitext (.wiki, .mediawiki, .wikitext), a folder of such files,
    or "-" for standard input.

    Exit status: 0 nothing found, 1 findings, 2 wrong usage or an input that could not be read.
    """


for command in (
    convert,
    lint,
    batch,
    stats,
    report,
    validate,
    config,
    schema,
    rules,
    explain,
    lsp,
    completion,
):
    cli.add_command(command)


def main() -> NoReturn:
    """Run the command and leave with its exit status."""
    answer()
    try:
        status = cli.main(prog_name="wikiproof", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        status = FAILED
    except click.Abort:
        status = INTERRUPTED
    finally:
        expressions.keep()
    sys.exit(status)
