"""`convert` and `validate`: articles as JSON documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import wikiproof
from wikiproof.cli.options import output_option, paths_argument, stdin_option
from wikiproof.cli.run import CLEAN, FAILED, FOUND, complain, each, leave, watched, writing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article
    from wikiproof.read.files import Input, Unreadable

_LARGEST_JSON = 1_000_000_000


@click.command()
@paths_argument
@output_option
@click.option("--format", "layout", type=click.Choice(["json", "jsonl"]), default="json", show_default=True)
@click.option("--title", help="The title of an article that states none.")
@stdin_option
def convert(
    paths: tuple[str, ...], output: str | None, layout: str, title: str | None, stdin_filename: str | None
) -> None:
    """Print articles as JSON documents.

    Each is validated against its schema before it is written.
    """
    from wikiproof.document import dumps, validate
    from wikiproof.read.files import inputs

    def document(_: Input, article: Article) -> str:
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


@click.command()
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
