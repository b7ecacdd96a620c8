"""Reads wiki articles into typed JSON and shows where infobox and text contradict each other.

    from pathlib import Path
    import wikiproof

    article = wikiproof.read(Path("Tessit_massacres.wiki"))
    for finding in wikiproof.lint(article):
        print(finding.severity, finding.code, finding.message)
    document = wikiproof.convert(article)

A Path is a file, a str is the text of an article itself.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

# First of all, so that the function of the same name below is what `wikiproof.read` stays.
import wikiproof.read as _read
from wikiproof.source import Source, WikiproofError

if TYPE_CHECKING:
    from wikiproof.article import Article, Form
    from wikiproof.finding import Finding

__version__ = "0.1.0"

__all__ = ["Source", "WikiproofError", "convert", "lint", "read"]


def read(source: str | Path | Source, *, title: str | None = None, form: Form | None = None) -> Article:
    """The article in a text or file, its infobox fields with roles and typed values.

    A `str` is the text, a `Path` a file in UTF-8. `title` is for a text that states none; without it wikitext
    is named after its file. `form` is "plain" or "wikitext"; without it the file's ending or the content
    decides. Every text is an article; a file that holds no text raises a WikiproofError.
    """
    from wikiproof.infobox import resolve

    if isinstance(source, Path):
        from wikiproof.read.files import load_path

        source = load_path(source)
    elif isinstance(source, str):
        source = Source(source)
    return resolve(_read.read(source, title, form))


def convert(article: Article) -> dict[str, Any]:
    """The article as JSON data, valid against `wikiproof schema article`."""
    from wikiproof.document import document

    return document(article)


def lint(article: Article) -> list[Finding]:
    """Where the article contradicts itself, in the order of the text; nothing found is an empty list."""
    from wikiproof.rules import lint

    return lint(article)
