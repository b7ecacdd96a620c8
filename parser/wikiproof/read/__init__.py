"""From a source to an article: which form it is in, which title its file gives it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article, Form, Problem
    from wikiproof.source import Source

WIKITEXT_ENDINGS = (".wiki", ".mediawiki", ".wikitext")
ENDINGS = (".txt", *WIKITEXT_ENDINGS)

_TEMPLATE = re.compile(r"[\s\ufeff]*\{\{|.*?\{\{\s*infobox", re.DOTALL | re.IGNORECASE)
_MARKUP = re.compile(r"\[\[|'''|\{\{|\{\||<ref")


def read(source: Source, title: str | None = None, form: Form | None = None) -> Article:
    """The article of a source, its infoboxes not yet resolved.

    Without a title that the caller or the text states, wikitext takes the one of its file.
    """
    if (form or form_of(source)) == "plain":
        from wikiproof.read.plain import read_plain

        article = read_plain(source, title)
    else:
        from wikiproof.read.wikitext import read_wikitext

        article = read_wikitext(source, title or title_of(source.path))
    return replace(article, problems=(*_missing(article), *article.problems))


def _missing(article: Article) -> Iterator[Problem]:
    """Which parts an article lacks."""
    from wikiproof.article import Fault, Problem
    from wikiproof.source import Span

    if not article.source.text.strip():
        yield Problem(Fault.EMPTY, "The article is empty.", Span(0, 0))
        return
    if not article.infoboxes:
        yield Problem(Fault.NO_INFOBOX, "The article has no infobox.", Span(0, 0))
    if next(article.paragraphs(), None) is None:
        yield Problem(Fault.NO_TEXT, "The article has no text.", Span(0, 0))


def form_of(source: Source) -> Form:
    """The form by the ending, though a .txt with an infobox template is wikitext; else by the content."""
    path = (source.path or "").casefold()
    if path.endswith(WIKITEXT_ENDINGS) or _TEMPLATE.match(source.text):
        return "wikitext"
    if path.endswith(".txt"):
        return "plain"
    return "wikitext" if _MARKUP.search(source.text) else "plain"


def title_of(path: str | None) -> str | None:
    """The title that a file is named for: `2016_Berlin_attack.wiki`, `AC%2FDC.wiki`."""
    if path is None or path == "-":
        return None
    name = path.replace("\\", "/").rpartition("/")[2]
    ending = next((e for e in ENDINGS if name.casefold().endswith(e)), "")
    name = name[: len(name) - len(ending)]
    if "%" in name:
        from urllib.parse import unquote

        name = unquote(name)
    return name.replace("_", " ").strip() or None
