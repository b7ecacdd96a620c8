"""Words, and what they mean, as the tables of `grammar/*.toml` give them.

A table whose name is in capitals is a vocabulary: its keys are the words, its values their meaning. A list
will do where the words mean nothing further, and where words of one meaning come with more than one fact the
vocabulary is a list of tables (`[[unit]]`, called UNIT). A full stop at the end of a word may be left out.
`[patterns]` holds regular expressions; they may name vocabularies and other patterns in braces, those of
another file as `{file.NAME}`. `[priority]` says which are to be tried before others, or after.

Both are terminals of the grammars, and parts of the patterns that find values in running text. As in Lark,
the words of a name with "_" before it leave no trace: that they stood there tells all.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from wikiproof import data

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_PLAIN = str.maketrans(
    _SPACES + _DASHES + _CAPITALS + "\u2018\u2019\u2032\u02b9\u201c\u201d\u2033\u02ba\u00d7\u2044",
    " " * len(_SPACES) + "-" * len(_DASHES) + _CAPITALS.lower() + "''''" + '""""' + "x/",
)
# Keys under which an entry of several fields holds the ways to write it.
_SPELLINGS = ("names", "symbol", "code", "codes", "abbreviations")
_PLACEHOLDER = re.compile(r"\{(?:([a-z]+)\.)?([A-Z_]+)\}")


def plain(string: str) -> str:
    """The string with one kind of space, dash, quote and case of (English) letters; offsets stay the same."""
    if string.isascii():  # as nine sentences of ten are
        return string.lower().replace("\t", " ")
    return string.translate(_PLAIN)


@cache
def _tables(file: str) -> dict[str, Any]:
    """The tables of a file; `[[unit]]`, a vocabulary whose words have several fields, is called UNIT."""
    tables = data.table("grammar", f"{file}.toml")
    entries = {name.upper(): table for name, table in tables.items() if isinstance(table, list)}
    return tables | entries


@cache
def meaning(file: str, name: str) -> Mapping[str, Any]:
    """A vocabulary: every spelling, and what it means."""
    meanings: dict[str, Any] = {}
    for word, value in _entries(_tables(file)[name]):
        meanings.setdefault(plain(word), value)
        meanings.setdefault(plain(word).removesuffix("."), value)
    return meanings


def _entries(table: dict[str, Any] | list[Any]) -> Iterator[tuple[str, Any]]:
    """The words of a vocabulary: a table, a list, or tables that name their words themselves."""
    if isinstance(table, dict):
        yield from table.items()
        return
    for entry in table:
        if isinstance(entry, str):
            yield entry, None
        else:
            for key in _SPELLINGS:
                words = entry.get(key, ())
                yield from ((word, entry) for word in ([words] if isinstance(words, str) else words))


def look_up(file: str, name: str, word: str) -> Any:
    """What one word of a vocabulary means, however its spaces are written; KeyError for another word."""
    return meaning(file, name)[" ".join(word.split())]


@cache
def pattern(file: str, name: str) -> str:
    """The regular expression of a vocabulary or a pattern, for text made `plain`."""
    patterns = _tables(file).get("patterns", {})
    if name in patterns:
        return expand(file, patterns[name])
    return rf"(?:{alternatives(meaning(file, name))})(?![a-z])"


def expand(file: str, template: str) -> str:
    """A regular expression with each `{NAME}` or `{file.NAME}` in it replaced by what the file calls so."""
    return _PLACEHOLDER.sub(lambda match: f"(?:{pattern(match[1] or file, match[2])})", template)


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first.

    Words that begin alike stand together, so that most are passed over at their first letter.
    """
    groups = groupby(sorted(words), key=lambda word: word[0])
    return "|".join(f"{re.escape(first)}(?:{_tails(group)})" for first, group in groups)


def _tails(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word[1:]).replace(r"\ ", " +") for word in longest_first)


def terminals(file: str) -> Iterator[str]:
    """Each vocabulary and pattern of a file, as a Lark grammar defines a terminal."""
    tables = _tables(file)
    priorities = tables.get("priority", {})
    for name in (*tables.get("patterns", ()), *filter(str.isupper, tables)):
        expression = pattern(file, name).replace("/", r"\/")
        yield f"{name}.{priorities.get(name, 0)}: /{expression}/"
