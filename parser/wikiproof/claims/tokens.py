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

_Class = tuple[str, "dict[str, tuple[list[str], ...]] | None"]  # a letter, and the phrases a word begins


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
        find = self.letters.find  # in place: most questions are asked of a few tokens of many
        return any(find(letter, start, end) >= 0 for letter in classes)

    def last(self, classes: str, before: int) -> int:
        """The last token of one of the classes before token `before`, or -1."""
        return max((self.letters.rfind(letter, 0, before) for letter in classes), default=-1)


@cache
def letters_of(*names: str) -> str:
    """The letters of some classes, to ask `Tokens` with."""
    return "".join(words().letters[name] for name in names)


def tokenise(sentence: str, mentions: Sequence[Mention]) -> list[Tokens]:
    """The sentence's token runs: the sentence itself first, then each bracketed part."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: dict[int, Mention] = {}
    at = 0
    for mention in mentions:
        _read(sentence, at, mention.start, letters, starts, ends)
        values[len(letters)] = mention
        letters.append(words().letters[MENTION_CLASSES[type(mention.value)]])
        starts.append(mention.start)
        ends.append(mention.end)
        at = mention.end
    _read(sentence, at, len(sentence), letters, starts, ends)
    whole = Tokens(sentence, "".join(letters), tuple(starts), tuple(ends), values)
    return list(_runs(whole)) if "(" in letters or ")" in letters else [whole]


def _runs(whole: Tokens) -> Iterator[Tokens]:
    """The tokens outside all brackets, then those of each bracket."""
    runs: list[list[int]] = [[]]
    done: list[list[int]] = []
    for index, letter in enumerate(whole.letters):
        if letter == "(":
            runs.append([])
        elif letter == ")":
            if len(runs) > 1:
                done.append(runs.pop())
        else:
            runs[-1].append(index)
    # A bracket that is never closed was no bracket.
    yield _at(whole, [index for run in runs for index in run], bracketed=False)
    yield from (_at(whole, run, bracketed=True) for run in done if run)


def _at(whole: Tokens, indexes: Sequence[int], *, bracketed: bool) -> Tokens:
    """The tokens at some indexes as a run of their own."""
    return Tokens(
        whole.string,
        "".join([whole.letters[index] for index in indexes]),
        tuple([whole.starts[index] for index in indexes]),
        tuple([whole.ends[index] for index in indexes]),
        {at: whole.mentions[index] for at, index in enumerate(indexes) if index in whole.mentions},
        bracketed,
    )


def _read(
    sentence: str, start: int, end: int, letters: list[str], starts: list[int], ends: list[int]
) -> None:
    """Append the words between two mentions; of phrases the longest that is known."""
    matches = list(_TOKEN.finditer(sentence, start, end))
    written = [match[0] for match in matches]
    known = _known()
    read = [known[token] for token in written]
    if start == 0 and matches and matches[0].start() == 0:
        read[0] = _class_of(written[0], opens=True)
    after = 0  # the token after the last phrase
    for index, (letter, phrases) in enumerate(read):
        if index < after:
            continue
        last = index
        if phrases is not None and index + 1 < len(written):
            for rest in phrases.get(written[index + 1].lower(), ()):
                if [word.lower() for word in written[index + 1 : index + len(rest) + 1]] == rest:
                    letter, last = _phrase(written[index], rest), index + len(rest)
                    after = last + 1
                    break
        if letter:
            letters.append(letter)
            starts.append(matches[index].start())
            ends.append(matches[last].end())


def _phrase(first: str, rest: Sequence[str]) -> str:
    """The class of a known phrase."""
    return words().classes[" ".join((first.lower(), *rest))]


def _class_of(token: str, *, opens: bool) -> _Class:
    """The class of a single token, and the phrases it begins, by their second words.

    A full stop has no class: it only ends or abbreviates.
    """
    lexicon = words()
    lower = token.lower()
    phrases = lexicon.phrases.get(lower)
    letter = lexicon.classes.get(lower, "")
    if letter and not (letter in lexicon.lower_case and token[0].isupper() and not opens):
        return letter, phrases
    return _shape(token, lexicon.letters), phrases


class _Classes(dict[str, _Class]):
    """The classes of tokens that do not open their sentence: found once for all that articles share."""

    def __missing__(self, token: str) -> _Class:
        if len(self) >= _MOST:
            self.clear()
        self[token] = found = _class_of(token, opens=False)
        return found


_MOST = 1 << 15


@cache
def _known() -> _Classes:
    return _Classes()


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
