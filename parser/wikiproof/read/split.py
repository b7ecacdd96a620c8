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
    bounds: list[Bounds] = []
    depth = start = equals = 0
    at = -len("}}")  # all marks of a node are counted where it opens
    marked: list[bool] = []
    found = _Tokenizer().tokens(template)  # type: ignore[no-untyped-call]  # only its nodes are typed
    for token in found:
        kind = type(token)
        if depth == 0 and (kind is not tokens.TemplateOpen or at > 0):
            return None
        if kind is tokens.TemplateOpen:
            depth += 1
        elif kind is tokens.TemplateClose:
            depth -= 1
        if kind in _ENDS and depth == (kind is tokens.TemplateParamSeparator):
            if start:
                bounds.append((start, equals, at))
            start, equals = at + len("|"), -1
        elif kind is tokens.TemplateParamEquals and depth == 1:
            equals = at
        at += len(token.text) if kind is tokens.Text else _width(token, marked, found)
    return bounds if start and at + len("}}") == len(template) else None


_ENDS = frozenset({tokens.TemplateParamSeparator, tokens.TemplateClose})
# How long the marks are that a token stands for, those that close a node included.
_MARKS = {
    tokens.TemplateOpen: len("{{}}"),
    tokens.TemplateParamSeparator: len("|"),
    tokens.TemplateParamEquals: len("="),
    tokens.ArgumentOpen: len("{{{}}}"),
    tokens.ArgumentSeparator: len("|"),
    tokens.WikilinkOpen: len("[[]]"),
    tokens.WikilinkSeparator: len("|"),
    tokens.HTMLEntityStart: len("&;"),
    tokens.HTMLEntityNumeric: len("#"),
    tokens.CommentStart: len("<!---->"),
    tokens.TagAttrEquals: len("="),
    tokens.TagAttrQuote: len("'"),  # the other one is its attribute
}


def _width(token: Any, marked: list[bool], rest: Iterator[Any]) -> int:
    """How many characters a token stands for: its marks, and what its attributes say of white space.

    `marked` tells of the tags that are open whether wikitext's own marks ("*", "|-") stand for them; the name
    of such a tag is a token of the `rest` that stands for nothing.
    """
    kind = type(token)
    width = _MARKS.get(kind, 0) + sum(len(value) for value in token.values() if isinstance(value, str))
    if kind is tokens.TagOpenOpen:
        marked.append(token.wiki_markup is not None)
        if marked[-1]:
            next(rest)
        else:
            width += len("<>") + bool(token.invalid)
    elif kind is tokens.TagOpenClose:
        if marked[-1]:
            next(rest)
        else:
            width += len("</>")
    elif kind is tokens.TagCloseSelfclose:
        width += not (marked.pop() or token.implicit)
    elif kind is tokens.TagCloseClose:
        marked.pop()
    elif kind is tokens.ExternalLinkOpen:
        width += len("[]") if token.brackets else 0
    elif kind is tokens.ExternalLinkSeparator:
        width += not token.suppress_space
    elif kind is tokens.HeadingStart:
        width += 2 * token.level
    return width
