"""The command line: options in; one call; a report and an exit status out."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

import wikiproof
from wikiproof.cli.run import CLEAN, FAILED, FOUND, INTERRUPTED, complain, each, leave, watched, writing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wikiproof.article import Article
    from wikiproof.read.files import Unreadable
    from wikiproof.rules import Rule

_LARGEST_JSON = 1_000_000_000

_paths = click.argument("paths", metavar="PATH…", nargs=-1, required=True)
_output = click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Write to a file, which is replaced only when the new one is whole.",
)
_stdin = click.option(
    "--stdin-filename", metavar="NAME", help="What standard input is called; its ending tells the form."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(wikiproof.__version__, prog_name="wikiproof", message="%(prog)s %(version)s")
def cli() -> None:
    """Read wiki articles into typed JSON and show where infobox and text contradict each other.

    PATH is a plain rendition (.txt), wikitext (.wiki, .mediawiki, .wikitext), a folder of such files,
    or "-" for standard input.

    Exit status: 0 nothing found, 1 findings, 2 wrong usage or an input that could not be read.
    """


@cli.command()
@_paths
@_output
@click.option("--format", "layout", type=click.Choice(["json", "jsonl"]), default="json", show_default=True)
@click.option("--title", help="The title of an article that states none.")
@_stdin
def convert(
    paths: tuple[str, ...], output: str | None, layout: str, title: str | None, stdin_filename: str | None
) -> None:
    """Print articles as JSON documents.

    Each is validated against its schema before it is written.
    """
    from wikiproof.document import dumps, validate
    from wikiproof.read.files import inputs

    def document(article: Article) -> str:
        converted = wikiproof.convert(article)
        validate(converted)
        return dumps(converted, indent=layout == "json").decode()

    given = inputs(paths, stdin_filename)
    if title and len(given) > 1:
        raise click.UsageError(f"--title is for one article, and these are {len(given)}.")
    failures: list[Unreadable] = []
    with writing(output) as stream:
        for text in each(watched(given, stream), document, failures, title):
            stream.write(text)
    leave(FAILED if failures else CLEAN)


def _chosen(_: click.Context, __: click.Parameter, values: Sequence[str]) -> tuple[Rule, ...]:
    """The rules that an option names by code, by the beginning of a code, or by name."""
    from wikiproof.rules import RULES

    rules: list[Rule] = []
    for word in ",".join(values).replace(",", " ").split():
        named = [rule for rule in RULES if rule.CODE.startswith(word.upper()) or word.lower() == rule.NAME]
        rules += named or _unknown_rule(word)
    return tuple(rules)


@cli.command()
@_paths
@_output
@click.option("--format", "layout", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--min-severity",
    "floor",
    type=click.Choice(["info", "warning", "error"]),
    default="info",
    show_default=True,
    help="Leave out what matters less.",
)
@click.option("--select", metavar="CODES", multiple=True, callback=_chosen, help='Only these rules: "Q01,D".')
@click.option("--ignore", metavar="CODES", multiple=True, callback=_chosen, help="All rules but these.")
@click.option("--trace", is_flag=True, help="Show what the text claims of each field, and what became of it.")
@_stdin
def lint(
    paths: tuple[str, ...],
    output: str | None,
    layout: str,
    floor: str,
    select: tuple[Rule, ...],
    ignore: tuple[Rule, ...],
    trace: bool,
    stdin_filename: str | None,
) -> None:
    """Show where infobox and text contradict each other."""
    from wikiproof.finding import Severity
    from wikiproof.read.files import inputs
    from wikiproof.report import REPORTS, Checked, Summary
    from wikiproof.rules import DEFAULT
    from wikiproof.rules import lint as check

    if trace and layout != "text":
        raise click.UsageError(f"--trace is text for people; leave out --format {layout}.")
    rules = [rule for rule in select or DEFAULT if rule not in ignore]
    least = Severity[floor.upper()]

    def checked(article: Article) -> Checked:
        found = check(article, rules)
        shown = tuple(finding for finding in found if finding.severity >= least)
        return Checked(article, shown, hidden=len(found) - len(shown))

    summary = Summary()
    with writing(output) as stream:
        report = REPORTS["trace" if trace else layout](stream)
        given = watched(inputs(paths, stdin_filename), stream, report.console)
        for result in each(given, checked, summary.unreadable):
            summary.add(result)
            report.article(result)
        report.finish(summary)
    leave(FAILED if summary.unreadable else FOUND if summary.findings else CLEAN)


@cli.command()
@click.argument("paths", metavar="FILE.json…", nargs=-1, required=True)
def validate(paths: tuple[str, ...]) -> None:
    """Check JSON documents against their schemas.

    They may be articles or reports; a .jsonl file holds one on each line.
    """
    from wikiproof.document import problems
    from wikiproof.read.files import Unreadable

    status = CLEAN
    for path in paths:
        try:
            for place, document in _documents(path):
                found = list(problems(document))
                click.echo("\n".join(f"{place}: {problem}" for problem in found) or f"{place}: valid")
                status = max(status, FOUND if found else CLEAN)
        except Unreadable as failure:
            complain(failure)
            status = FAILED
    leave(status)


@cli.command()
@click.argument("name", required=False)
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
            f"There is no schema {name!r}.{_meant(key, paths)} `wikiproof schema` lists them."
        )
    click.echo(data.text("schema", *paths[key]), nl=False)


@cli.command()
@_output
@click.option(
    "--format", "layout", type=click.Choice(["text", "markdown"]), default="text", show_default=True
)
def rules(output: str | None, layout: str) -> None:
    """List the rules; in Markdown, explain each."""
    from wikiproof.report.handbook import handbook, listing
    from wikiproof.rules import RULES

    with writing(output) as stream:
        stream.write(handbook(RULES) if layout == "markdown" else listing(RULES))


@cli.command()
@click.argument("code")
def explain(code: str) -> None:
    """Explain a rule or the note on a finding, by code or name."""
    from wikiproof.rules import rule
    from wikiproof.rules.base import Described, is_on, sections, title
    from wikiproof.rules.explanations import explanation

    known = rule(code)
    found: Described = known or explanation(code) or _unknown_rule(code)
    click.secho(f"{found.CODE} {found.NAME}: {title(found)}", bold=True)
    if known is None:
        click.echo("A note on other findings.")
    else:
        off = "" if is_on(known) else f" Off unless selected: `wikiproof lint --select {known.CODE}`."
        click.echo(f"Severity {known.SEVERITY}, confidence {known.CONFIDENCE}.{off}")
    for heading, text in sections(found).items():
        click.secho(f"\n{heading}", bold=True)
        click.echo(text)


def main() -> NoReturn:
    """Run the command and leave with its exit status."""
    try:
        status = cli.main(prog_name="wikiproof", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        status = FAILED
    except click.Abort:
        status = INTERRUPTED
    sys.exit(status)


def _documents(path: str) -> Iterator[tuple[str, Any]]:
    """The JSON documents in a file, each with the place to name it by. Raises Unreadable."""
    import orjson

    from wikiproof.read.files import Input, Unreadable, load

    text = load(Input(path, None if path == "-" else Path(path)), largest=_LARGEST_JSON).text
    lines = text.rstrip("\n").split("\n") if path.endswith(".jsonl") else [text]
    for number, line in enumerate(lines, 1):
        place = f"{path}:{number}" if len(lines) > 1 else path
        try:
            yield place, orjson.loads(line)
        except orjson.JSONDecodeError as error:
            reason = f"it is not JSON: {error.msg} (line {error.lineno}, column {error.colno})"
            remedy = "give one document that `wikiproof convert` or `lint` wrote, or many as .jsonl"
            raise Unreadable(place, reason, remedy) from None


def _unknown_rule(word: str) -> NoReturn:
    from wikiproof.rules import RULES

    names = [name for rule in RULES for name in (rule.CODE, rule.NAME)]
    meant = _meant(word.upper(), names) or _meant(word.lower(), names)
    raise click.UsageError(f"There is no rule {word!r}.{meant} `wikiproof rules` lists them.")


def _meant(word: str, words: Iterable[str]) -> str:
    from wikiproof.infobox.spelling import nearest

    near = nearest(word, words)
    return f" Did you mean {near}?" if near else ""
