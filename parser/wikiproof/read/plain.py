"""The plain rendition: an article as `grammar/article.lark` describes it."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from wikiproof.article import Article, Block, Fault, Field, Infobox, Paragraph, Problem
from wikiproof.read.outline import Outline
from wikiproof.read.sentences import cut
from wikiproof.source import Span
from wikiproof.text import TextBuilder, verbatim
from wikiproof.values.grammar import parser

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wikiproof.source import Source
    from wikiproof.text import Text
    from wikiproof.values.lalr import Token

    Node = Token | list[Token]  # a block, or those of an infobox

_PARAGRAPHS = {"PARAGRAPH": Block.PROSE, "ITEM": Block.ITEM, "QUOTE": Block.QUOTE}
_DEEPEST = 6
_LINE_BREAK = re.compile(r"\s*<br\s*/?\s*>\s*", re.IGNORECASE)
_BULLET = re.compile(r"[ \t]*[-*•]+[ \t]*")
_FIELD = re.compile(r"[ \t]*[-*•]+[ \t]*(?P<name>[^:]*):")
_LINE = re.compile(r"[^\n]+")
# What may stand between blocks without a word: white space, a byte order mark, a ruled line.
_SILENT = " \t\r\n\v\f\ufeff-=_*"


def read_plain(source: Source, title: str | None = None) -> Article:
    """The article in a plain rendition; every text has one. A title that it states goes before `title`."""
    nodes: list[Node] = parser("article", object, "start").parse(source.text)
    outline = Outline()
    infoboxes = []
    for node in nodes:
        if not isinstance(node, str):
            infoboxes.append(_infobox(source, node))
        elif node.type in _PARAGRAPHS:
            outline.add(_paragraph(node))
        elif node.type == "TITLE":
            title = source[_heading(node)[1]]
        else:
            level, span = _heading(node)
            outline.heading(level, source[span], span, _span(node).start)
    lead, sections = outline.finish(len(source.text))
    return Article(
        source,
        title,
        "plain",
        tuple(infoboxes),
        lead,
        _lead_span(source, nodes),
        sections,
        problems=tuple(_problems(source, _tokens(nodes))),
    )


def _tokens(nodes: Sequence[Node]) -> list[Token]:
    """All blocks in order, those of infoboxes among them."""
    return [token for node in nodes for token in ([node] if isinstance(node, str) else node)]


def _span(token: Token) -> Span:
    """A block without the white space around it."""
    return _trimmed(token, token.start_pos)


def _heading(token: Token) -> tuple[int, Span]:
    """Level and title; of unequal marks the surplus is title, as in MediaWiki."""
    marked = token.rstrip()
    left = len(marked) - len(marked.lstrip("="))
    right = len(marked) - len(marked.rstrip("="))
    level = min(left, right, _DEEPEST)
    return level, _trimmed(marked[level:-level], token.start_pos + level)


def _lead_span(source: Source, nodes: Sequence[Node]) -> Span:
    """From the end of title and infoboxes at the top to the first heading."""
    opening = takewhile(lambda node: not isinstance(node, str) or node.type == "TITLE", nodes)
    start = max((_span(token).end for token in _tokens(list(opening))), default=0)
    headings = (_span(node).start for node in nodes if isinstance(node, str) and node.type == "HEADING")
    return Span(start, next(headings, len(source.text)))


def _infobox(source: Source, tokens: Sequence[Token]) -> Infobox:
    head = _span(tokens[0])
    span = Span(head.start, _span(tokens[-1]).end)
    name = source[head]
    fields = tuple(_field(source, token) for token in tokens if token.type == "FIELD")
    return Infobox(None if name.rstrip(": \t").casefold() == "infobox" else name, source[span], span, fields)


def _field(source: Source, token: Token) -> Field:
    name = _FIELD.match(token)
    assert name is not None, "the grammar's FIELD has a bullet and a colon"
    start = token.start_pos
    name_span = _trimmed(name["name"], start + name.start("name"))
    value = token[name.end() :]
    span = _trimmed(value, start + name.end())
    text = _lines(_flow(value, start + name.end(), items=True))
    return Field(source[name_span], name_span, source[span], span, text)


def _lines(text: Text) -> Text:
    """A value with a line for each that `<br>` parts, as a reader of the page sees it."""
    if "<br" not in text.string.lower():
        return text
    builder = TextBuilder()
    at = 0
    for mark in _LINE_BREAK.finditer(text.string):
        builder.append(text.slice(at, mark.start()))
        builder.write("\n", text.locate(*mark.span()))
        at = mark.end()
    builder.append(text.slice(at, len(text)))
    return builder.build().strip()


def _paragraph(token: Token) -> Paragraph:
    skipped = 0
    if token.type == "ITEM" and (bullet := _BULLET.match(token)):
        skipped = bullet.end()
    text = _flow(token[skipped:], token.start_pos + skipped)
    return Paragraph(_PARAGRAPHS[token.type], cut(text))


def _flow(string: str, start: int, *, items: bool = False) -> Text:
    """Lines as one text; with `items`, a bulleted line after the first stays on a line of its own."""
    if "\n" not in string:
        span = _trimmed(string, start)
        return verbatim(string.strip(), span.start)
    builder = TextBuilder()
    end = start
    for line in _LINE.finditer(string):
        bullet = _BULLET.match(line[0]) if items and line.start() else None
        words = line[0][bullet.end() if bullet else 0 :]
        span = _trimmed(words, start + line.end() - len(words))
        if span and len(builder):
            builder.write("\n" if bullet else " ", Span(end, span.start))
        builder.copy(words.strip(), span.start)
        end = span.end
    return builder.build()


def _trimmed(string: str, start: int) -> Span:
    """Where a string that stands at `start` is without the white space around it; a blank one, at `start`."""
    inner = string.lstrip()
    first = start + len(string) - len(inner) if inner else start
    return Span(first, first + len(inner.rstrip()))


def _problems(source: Source, tokens: Sequence[Token]) -> Iterator[Problem]:
    """What is no block, or not the one it seems to be."""
    end = 0
    previous = ""
    for token in tokens:
        span = _span(token)
        yield from _stray(source, Span(end, span.start))
        if token.type == "NAMELESS":
            yield Problem(Fault.STRAY_LINE, 'A field is written "- Name: value"; this line names none.', span)
        if (previous, token.type) == ("FIELD", "PARAGRAPH") and source.text.count("\n", end, span.start) == 1:
            message = "The infobox runs on into the text; a blank line would end it."
            yield Problem(Fault.UNCLOSED_FIELD, message, span)
        end, previous = span.end, token.type
    yield from _stray(source, Span(end, len(source.text)))


def _stray(source: Source, gap: Span) -> Iterator[Problem]:
    """Whether something stands between two blocks."""
    if source[gap].strip(_SILENT):
        message = "The line is no field, heading or paragraph: it has no letter or digit."
        yield Problem(Fault.STRAY_LINE, message, _trimmed(source[gap], gap.start))
