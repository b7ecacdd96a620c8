"""Names in a wiki: how they are compared, and which of them mean something to the reader of a page."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from wikiproof import data

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NAME = re.compile(r"\s*(?:<!--[^>]*-->\s*)?([^{}|\[\]<>\n]{1,80})")
_PREFIX = re.compile(r"(?:template|subst|safesubst)\s*:\s*")


def written(name: str) -> str:
    """A template's name as its editor wrote it: without comments and superfluous white space."""
    if "<" in name:
        name = _COMMENT.sub("", name)
    return " ".join(name.replace("_", " ").split())


@lru_cache(8192)
def fold(name: str) -> str:
    """A template's name as it is looked up: without case and without the namespace."""
    name = written(name).lower()
    return _PREFIX.sub("", name) if ":" in name else name


class _Infoboxes(NamedTuple):
    also: frozenset[str]
    never: frozenset[str]


@cache
def _infoboxes() -> _Infoboxes:
    table = data.table("grammar", "templates", "infoboxes.toml")
    return _Infoboxes(frozenset(table["also"]), frozenset(table["never"]))


def template_name(text: str, start: int) -> str:
    """The name as written of the template whose name begins at `start`."""
    name = _NAME.match(text, start)
    return written(name[1]) if name else ""


def is_infobox(text: str, start: int) -> bool:
    """Whether the template whose name begins at `start` is an infobox."""
    return names_infobox(template_name(text, start))


@lru_cache(8192)
def names_infobox(name: str) -> bool:
    """Whether a template of this name, as written, is an infobox."""
    folded = fold(name)
    if folded.startswith("infobox"):
        return folded not in _infoboxes().never
    return folded in _infoboxes().also


class Namespace(NamedTuple):
    """Link prefixes, folded, of pages that are no text of the page itself."""

    category: frozenset[str]
    file: frozenset[str]
    interwiki: frozenset[str]


@cache
def namespaces() -> Namespace:
    """The prefixes of `grammar/wiki.toml`."""
    wiki = data.table("grammar", "wiki.toml")
    return Namespace(frozenset(wiki["category"]), frozenset(wiki["file"]), frozenset(wiki["interwiki"]))


class Tags(NamedTuple):
    """HTML and extension tags: those whose content is text, those of them that part lines, and all others."""

    shown: frozenset[str]
    line: frozenset[str]
    extension: frozenset[str]


@cache
def tags() -> Tags:
    """The tags of `grammar/wiki.toml`."""
    wiki = data.table("grammar", "wiki.toml")
    line = frozenset([*wiki["line_tags"], "blockquote"])
    hidden = [*wiki["hidden_tags"], *wiki["struck_tags"], "ref", "nowiki"]
    return Tags(line | {*wiki["text_tags"], "br"}, line, frozenset(hidden))


def is_category(target: str) -> bool:
    """Whether a link with this target files the page under a category."""
    prefix, colon, _ = target.partition(":")
    return bool(colon) and prefix.strip().lower() in namespaces().category
