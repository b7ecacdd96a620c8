"""A template split into its parameters by mwparserfromhell, with offsets.

Its tokenizer finds where parameters end; the tree its builder makes of the tokens costs ten times as much, and
has no positions either. Tokens lose no character, so offsets follow from accumulated lengths.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mwparserfromhell.parser import Parser, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

Bounds = tuple[int, int, int]  # offsets of a parameter's start, of its "=" (-1 if it has none) and its end


class _Tokenizer(Parser):
    """mwparserfromhell's parser as far as its first step goes."""

    def tokens(self, text: str) -> Iterator[Any]:
        """The text's tokens; bold and italic marks are text."""
        return iter(self._tokenizer.tokenize(text, 0, True))


def split(template: str) -> list[Bounds] | None:
    """The parameters of a template in order; None where the text is anything but one template."""
    found = _Tokenizer().tokens(template)  # type: ignore[no-untyped-call]  # only its nodes are typed
    if type(next(found, None)) is not tokens.TemplateOpen:
        return None
    bounds: list[Bounds] = []
    at, depth = len("{{"), 1
    start = equals = 0
    marked: list[bool] = []
    for token in found:
        kind = type(token)
        if kind is tokens.Text:
            at += len(token["text"])
            continue
        if kind is tokens.TemplateOpen:
            depth += 1
        elif kind is tokens.TemplateParamEquals and depth == 1:
            equals = at
        elif kind in _ENDS and depth == 1:
            if start:
                bounds.append((start, equals, at))
            start, equals = at + len("|"), -1
        if kind is tokens.TemplateClose:
            depth -= 1
            if depth == 0:
                break
        width = _MARKS.get(kind)
        at += _width(token, marked, found) if width is None else width
    return bounds if next(found, None) is None and at + len("}}") == len(template) else None


_ENDS = frozenset({tokens.TemplateParamSeparator, tokens.TemplateClose})
# How long the marks are that a token stands for, where nothing else says; all of a node count where it opens.
_MARKS = {
    tokens.TemplateOpen: len("{{}}"),
    tokens.TemplateParamSeparator: len("|"),
    tokens.TemplateParamEquals: len("="),
    tokens.TemplateClose: 0,
    tokens.ArgumentOpen: len("{{{}}}"),
    tokens.ArgumentSeparator: len("|"),
    tokens.ArgumentClose: 0,
    tokens.WikilinkOpen: len("[[]]"),
    tokens.WikilinkSeparator: len("|"),
    tokens.WikilinkClose: 0,
    tokens.ExternalLinkClose: 0,
    tokens.HTMLEntityStart: len("&;"),
    tokens.HTMLEntityNumeric: len("#"),
    tokens.HTMLEntityEnd: 0,
    tokens.HeadingEnd: 0,
    tokens.CommentStart: len("<!---->"),
    tokens.CommentEnd: 0,
    tokens.TagAttrEquals: len("="),
}


def _width(token: Any, marked: list[bool], rest: Iterator[Any]) -> int:
    """How many characters a token stands for of which some are its attributes: names, quotes, white space."""
    kind = type(token)
    width = sum(len(value) for value in token.values() if isinstance(value, str))
    if kind in _TAGS:
        return width + _tag(token, marked, rest)
    if kind is tokens.TagAttrQuote:
        return 2 * width
    if kind is tokens.ExternalLinkOpen and token.brackets:
        return width + len("[]")
    if kind is tokens.ExternalLinkSeparator and not token.suppress_space:
        return width + len(" ")
    return width + 2 * token.level if kind is tokens.HeadingStart else width


def _tag(token: Any, marked: list[bool], rest: Iterator[Any]) -> int:
    """How long the marks of a tag are.

    `marked` tells of the tags that are open whether wikitext's own marks ("*", "|-") stand for them, which are
    attributes; the name of such a tag is a token of the `rest` that stands for nothing.
    """
    kind = type(token)
    if kind is tokens.TagOpenOpen:
        marked.append(token.wiki_markup is not None)
    if kind is tokens.TagCloseSelfclose:
        return 0 if marked.pop() or token.implicit else len("/")
    if kind is tokens.TagCloseClose:
        marked.pop()
        return 0
    if marked[-1]:
        next(rest)
        return 0
    return len("</>") if kind is tokens.TagOpenClose or token.invalid else len("<>")


_TAGS = frozenset({tokens.TagOpenOpen, tokens.TagOpenClose, tokens.TagCloseSelfclose, tokens.TagCloseClose})
