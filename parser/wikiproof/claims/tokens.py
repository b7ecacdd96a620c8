"""A sentence as a string of word classes, one letter a token, so that patterns are regular expressions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wikiproof.claims.words import MENTION_CLASSES, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wikiproof.values.mentions import Mention

_TOKEN = re.compile(r"[^\W_]+(?:['’.\-–][^\W_]+)*|\S")
_ARTICLE = re.compile(r"(?:a[a-z]|el|ul|wal)-[A-Z]")  # "al-Shabaab"
_COMMAS = frozenset(",")
_BREAKS = frozenset(";:—–")
_QUOTES = frozenset('"“”«»„')


@dataclass(frozen=True, slots=True)
class Tokens:
    """One run of tokens: a sentence without its bracketed parts, or one bracketed part.

    `letters[i]` is the class of the token that stands at `starts[i]` to `ends[i]` in the sentence;
    `mentions[i]` its value where it is a mention.
    """

    string: str
    letters: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    mentions: dict[int, Mention]
    bracketed: bool = False

    def text(self, start: int, end: int) -> str:
        """The sentence's words from token `start` to before token `end`."""
        return self.string[self.starts[start] : self.ends[end - 1]] if start < end else ""

    def has(self, classes: str, start: int = 0, end: int | None = None) -> bool:
        """Whether a token of one of the classes (letters) stands between the tokens."""
        return any(letter in classes for letter in self.letters[start:end])

    def last(self, classes: str, before: int) -> int:
        """The last token of one of the classes before token `before`, or -1."""
        return max((self.letters.rfind(letter, 0, before) for letter in classes), default=-1)


@cache
def letters_of(*names: str) -> str:
    """The letters of some classes, to ask `Tokens` with."""
    return "".join(words().letters[name] for name in names)


def tokenise(sentence: str, mentions: Sequence[Mention]) -> list[Tokens]:
    """The sentence's token runs: the sentence itself first, then each bracketed part."""
    runs: list[list[tuple[str, int, int, Mention | None]]] = [[]]
    done: list[list[tuple[str, int, int, Mention | None]]] = []
    for letter, start, end, mention in _classify(sentence, mentions):
        if letter == "(":
            runs.append([])
        elif letter == ")":
            if len(runs) > 1:
                done.append(runs.pop())
        else:
            runs[-1].append((letter, start, end, mention))
    # A bracket that is never closed was no bracket.
    main = [token for run in runs for token in run]
    return [_tokens(sentence, main, bracketed=False)] + [
        _tokens(sentence, run, bracketed=True) for run in done if run
    ]


def _tokens(sentence: str, run: list[tuple[str, int, int, Mention | None]], *, bracketed: bool) -> Tokens:
    return Tokens(
        sentence,
        "".join(token[0] for token in run),
        tuple(token[1] for token in run),
        tuple(token[2] for token in run),
        {index: token[3] for index, token in enumerate(run) if token[3] is not None},
        bracketed,
    )


def _classify(sentence: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, int, int, Mention | None]]:
    lexicon = words()
    at = 0
    for mention in mentions:
        yield from _plain(sentence, at, mention.start)
        yield lexicon.letters[MENTION_CLASSES[type(mention.value)]], mention.start, mention.end, mention
        at = mention.end
    yield from _plain(sentence, at, len(sentence))


def _plain(sentence: str, start: int, end: int) -> Iterator[tuple[str, int, int, None]]:
    lexicon = words()
    found = list(_TOKEN.finditer(sentence, start, end))
    lower = [match.group().lower() for match in found]
    index = 0
    while index < len(found):
        match = found[index]
        length = lexicon.phrase_at(lower, index)
        if length:
            yield (
                lexicon.classes[" ".join(lower[index : index + length])],
                match.start(),
                found[index + length - 1].end(),
                None,
            )
            index += length
            continue
        letter = lexicon.classes.get(lower[index], "")
        if not letter or (letter in lexicon.lower_case and match.group()[0].isupper() and match.start() > 0):
            letter = _shape(match.group(), lexicon.letters)
        if letter:
            yield letter, match.start(), match.end(), None
        index += 1


def _shape(token: str, letters: dict[str, str]) -> str:
    """The class of a token that is no known word; none for a full stop, which only ends or abbreviates."""
    if token == ".":
        return ""
    if token[0].isalnum():
        return letters["NAME"] if token[0].isupper() or _ARTICLE.match(token) else letters["WORD"]
    if token in "([{":
        return "("
    if token in ")]}":
        return ")"
    if token in _COMMAS:
        return letters["COMMA"]
    if token in _QUOTES:
        return letters["QUOTE"]
    return letters["BREAK"] if token in _BREAKS else letters["WORD"]
