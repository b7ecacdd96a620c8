"""Pages in the XML of a MediaWiki export.

The bytes of a page are found without parsing: what stands in a page has its "<" escaped. Only pages that are
wanted are parsed, each alone, so that a broken one costs only itself.
"""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from wikiproof.corpus.page import Page, UnreadablePage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BEGIN, _END = b"<page>", b"</page>"
_ROOT_END = b"</mediawiki>"
_LONGEST_PAGE = 64_000_000  # bytes; a page of 2 MB has at most six times as many in XML


class Truncated(Exception):  # noqa: N818
    """The export ends within a page, or without its end tag."""


def split(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Each `<page>…</page>` of an export that comes in chunks. Raises Truncated at a premature end."""
    rest, ended = b"", False
    for chunk in chunks:
        # An end tag may lie across two chunks.
        start = max(len(rest) - len(_END), 0)
        rest += chunk
        at = 0
        while (end := rest.find(_END, max(start, at))) >= 0:
            begin = rest.find(_BEGIN, at, end)
            if begin >= 0:
                yield rest[begin : end + len(_END)]
            at = end + len(_END)
        rest = rest[at:]
        ended = _ROOT_END in rest
        if len(rest) > _LONGEST_PAGE:
            raise Truncated
    if not ended:
        raise Truncated


def articles(pages: Iterable[bytes], path: str) -> Iterator[Page | UnreadablePage]:
    """The articles among pages in XML."""
    return (article for page in pages if (article := _article(page, path)) is not None)


def _article(data: bytes, path: str) -> Page | UnreadablePage | None:
    """The page in its XML; None outside the article namespace, for a redirect, and for what is no wikitext."""
    try:
        page = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        return UnreadablePage(_title(data), path, f"its XML is malformed ({error})")
    title = page.findtext("title")
    if page.findtext("ns", "0") != "0" or page.find("redirect") is not None:
        return None
    revisions = page.findall("revision")
    if not revisions or revisions[-1].findtext("model", "wikitext") != "wikitext":
        return None
    return Page(title, path, revisions[-1].findtext("text") or "")


def _title(data: bytes) -> str | None:
    begin, end = data.find(b"<title>"), data.find(b"</title>")
    return (
        unescape(data[begin + len(b"<title>") : end].decode("utf-8", "replace")) if 0 <= begin < end else None
    )
