"""The classes of words that claims are read by, from `grammar/claims/words.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from wikiproof import data
from wikiproof.values import Count, Date, Duration, Magnitude, Money, Number, Quantity, Time, Unread

MENTION_CLASSES: dict[type, str] = {
    Count: "COUNT",
    Date: "DATE",
    Time: "TIME",
    Duration: "DURATION",
    Quantity: "QUANTITY",
    Money: "MONEY",
    Magnitude: "MAG",
    Number: "NUMBER",
    Unread: "UNREAD",
}
PLAIN_CLASSES = ("WORD", "NAME", "COMMA", "BREAK", "QUOTE")


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon: one letter for each class, so that a sentence becomes a short string of letters."""

    letters: dict[str, str]
    classes: dict[str, str]  # word or phrase, lower case → letter
    triggers: frozenset[str]  # letters of classes that make a sentence worth reading
    lower_case: frozenset[str]  # letters of classes whose words in capitals belong to names
    # first word of a phrase → its second → the rest of the phrases that begin so, second included, longest first
    phrases: dict[str, dict[str, tuple[list[str], ...]]]


@cache
def words() -> Words:
    """The lexicon, read once."""
    entries = data.table("grammar", "claims", "words.toml")
    names = [*MENTION_CLASSES.values(), *PLAIN_CLASSES, *entries]
    letters = {name: chr(0xE000 + number) for number, name in enumerate(names)}
    classes: dict[str, str] = {}
    for name, entry in entries.items():
        for word in entry["words"]:
            classes.setdefault(word, letters[name])
    phrases: dict[str, dict[str, tuple[list[str], ...]]] = {}
    for phrase in sorted((word for word in classes if " " in word), key=len, reverse=True):
        first, *rest = phrase.split(" ")
        begun = phrases.setdefault(first, {})
        begun[rest[0]] = (*begun.get(rest[0], ()), rest)
    lower_case = frozenset(
        letters[name] for name, entry in entries.items() if entry.get("capitals") == "name"
    )
    triggers = frozenset(letters[name] for name, entry in entries.items() if entry.get("trigger"))
    return Words(letters, classes, triggers, lower_case, phrases)


_LETTERS = b"abcdefghijklmnopqrstuvwxyz"
_BETWEEN_WORDS = bytes(each if each in _LETTERS else ord(" ") for each in range(256))


def words_in(string: str) -> list[bytes]:
    """The words of a text in lower case, told apart by whatever is no English letter: to ask cheaply for one."""
    return string.lower().encode("ascii", "replace").translate(_BETWEEN_WORDS).split()


def longest_word(phrase: str) -> bytes:
    """That of `words_in` a word or phrase which is the rarest, so that a text without it cannot hold the phrase."""
    return max(words_in(phrase), key=len)


@cache
def cues(*names: str) -> frozenset[bytes]:
    """Words (`words_in`) one of which a sentence with a word of these classes must have."""
    lexicon = words()
    letters = {lexicon.letters[name] for name in names}
    return frozenset(longest_word(word) for word, letter in lexicon.classes.items() if letter in letters)
