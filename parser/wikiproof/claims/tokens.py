"""A sentence as a string of word classes, one letter a token, so that patterns are regular expressions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from wikiproof.claims.words import MENTION_CLASSES, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wikiproof.values.mentions import Mention

    Token = tuple[str, int, int, Mention | None]  # class, offsets, and the value of a mention

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
    runs: list[list[Token]] = [[]]
    done: list[list[Token]] = []
    for token in _classify(sentence, mentions):
        letter = token[0]
        if letter == "(":
            runs.append([])
        elif letter == ")":
            if len(runs) > 1:
                done.append(runs.pop())
        else:
            runs[-1].append(token)
    # A bracket that is never closed was no bracket.
    main = runs[0] if len(runs) == 1 else [token for run in runs for token in run]
    return [_tokens(sentence, main, bracketed=False)] + [
        _tokens(sentence, run, bracketed=True) for run in done if run
    ]


def _tokens(sentence: str, run: list[Token], *, bracketed: bool) -> Tokens:
    if not run:
        return Tokens(sentence, "", (), (), {}, bracketed)
    letters, starts, ends, mentions = zip(*run, strict=True)
    found = {index: mention for index, mention in enumerate(mentions) if mention is not None}
    return Tokens(sentence, "".join(letters), starts, ends, found, bracketed)


def _classify(sentence: str, mentions: Sequence[Mention]) -> Iterator[Token]:
    letters = words().letters
    lower = sentence.lower()
    if len(lower) != len(sentence):  # "İ" grows in lower case, and offsets must not move
        lower = "".join(character.lower()[:1] for character in sentence)
    at = 0
    for mention in mentions:
        yield from _plain(sentence, lower, at, mention.start)
        yield letters[MENTION_CLASSES[type(mention.value)]], mention.start, mention.end, mention
        at = mention.end
    yield from _plain(sentence, lower, at, len(sentence))


def _plain(sentence: str, lower: str, start: int, end: int) -> Iterator[Token]:
    """The tokens between two mentions; of a phrase the longest that is known."""
    phrases, classes = words().phrases, words().classes
    spans = [match.span() for match in _TOKEN.finditer(sentence, start, end)]
    folded = [lower[low:high] for low, high in spans]
    index, count = 0, len(spans)
    while index < count:
        low, high = spans[index]
        letter = ""
        for phrase in phrases.get(folded[index], ()):
            if folded[index : index + len(phrase)] == phrase:
                index += len(phrase) - 1
                high = spans[index][1]
                letter = classes[" ".join(phrase)]
                break
        letter = letter or _letter(sentence[low:high], low == 0)
        if letter:
            yield letter, low, high, None
        index += 1


@lru_cache(maxsize=1 << 15)
def _letter(token: str, opens: bool) -> str:
    """The class of a single token; none for a full stop, which only ends or abbreviates."""
    lexicon = words()
    letter = lexicon.classes.get(token.lower(), "")
    if letter and not (letter in lexicon.lower_case and token[0].isupper() and not opens):
        return letter
    return _shape(token, lexicon.letters)


def _shape(token: str, letters: dict[str, str]) -> str:
    """The class of a token that is no known word."""
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
