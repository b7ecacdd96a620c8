"""Cuts a paragraph's rendered text into sentences.

A sentence ends at ".", "!", "?" or an ellipsis, closing quotes and brackets included, if what follows can
begin one. `grammar/sentences.toml` says for which words the stop belongs to the word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.article import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.text import Text

# Closers hold the reference marks of copied pages ("[1]", "[citation needed]"). What follows the white space
# is a word or the sign of an amount. The look-behind keeps a row of stops from being tried at each of them;
# behind the first stop it leaves the search for one fast.
_STOP = re.compile(
    r"""(?P<stop>[.!?…](?<![.!?…]{2})[.!?…]*+)
        (?P<closers>(?:["'”’»)\]]|\[[\w ]{1,20}\])*+)
        (?P<space>\s*+)
        (?P<openers>["'“‘«(\[]*+)
        (?P<next>\w+|[$€£¥\#])""",
    re.VERBOSE,
)
_LETTERS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\.")
_NUMBER = re.compile(r"\d|[IVXLC]{2,}\b")
_ARTICLE_OF_NAME = re.compile(r"a[a-z]{1,2}-[A-Z]|el-[A-Z]")
_BREAK = re.compile(r"[(\[\"'“‘«/–—-]")
_LONGEST_WORD = 30


@dataclass(frozen=True, slots=True)
class _Words:
    """The tables of `grammar/sentences.toml`."""

    title: frozenset[str]
    number: frozenset[str]
    open: frozenset[str]
    starters: frozenset[str]


@cache
def _words() -> _Words:
    tables = data.table("grammar", "sentences.toml")
    return _Words(
        title=frozenset(tables["title"]),
        number=frozenset(tables["number"]),
        open=frozenset(tables["open"]),
        starters=frozenset(tables["starters"]["words"]),
    )


def cut(text: Text) -> tuple[Sentence, ...]:
    """The sentences of a paragraph in order, without the white space between them."""
    bounds = list(_bounds(text.string))
    if bounds == [(0, len(text))]:
        return (Sentence(text),)
    return tuple(map(Sentence, text.pieces(bounds)))


def _bounds(string: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence."""
    words = _words()
    end = len(string.rstrip())
    start = len(string) - len(string.lstrip())
    for stop in _STOP.finditer(string, start, end):
        if _ends(string, start, stop, words):
            yield start, stop.end("closers")
            start = stop.start("openers")
    if start < end:
        yield start, end


def _ends(string: str, start: int, stop: re.Match[str], words: _Words) -> bool:
    """Whether the sentence from `start` ends at a stop."""
    mark, space, following = stop.group("stop", "space", "next")
    if following[0].islower() and not _ARTICLE_OF_NAME.match(string, stop.start("next")):
        return False
    if not space:
        return _runs_on(string, stop, words)
    if len(mark) > 1 or mark == "…":
        return True
    word = _word_before(string, start, stop)
    if word in words.title:
        return False
    if word in words.number:
        return not _NUMBER.match(string, stop.start("next"))
    if word in words.open or _LETTERS.fullmatch(word):
        return following in words.starters and string[stop.end() : stop.end() + 1] != "."
    # "1. The first" numbers an item.
    return not (word[:-1].isdecimal() and stop.start() - start < len(word))


def _runs_on(string: str, stop: re.Match[str], words: _Words) -> bool:
    """Whether a stop without white space after it ends a sentence, as where a reference was taken out."""
    before = string[max(stop.start() - 2, 0) : stop.start()]
    following = stop["next"]
    if not (before.isalpha() and before.islower() and following.istitle() and len(following) > 1):
        return bool(stop["closers"]) and stop["closers"][-1] == "]" and not following[0].islower()
    return _word_before(string, 0, stop) not in words.title


def _word_before(string: str, start: int, stop: re.Match[str]) -> str:
    """The word a stop stands on, with the stop."""
    at = stop.start()
    first = max(start, at - _LONGEST_WORD)
    word = string[max(first, string.rfind(" ", first, at) + 1) : at + 1]
    return _BREAK.split(word)[-1]
