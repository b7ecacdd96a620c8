"""Words that armies are counted in, and what became of them: `grammar/claims/forces.toml`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from wikiproof import data, expressions
from wikiproof.claims.tokens import letters_of
from wikiproof.values import gazetteer

if TYPE_CHECKING:
    from wikiproof.claims.tokens import Tokens

Run = tuple[int, int, int | None]  # a run of names, as tokens, and the side of who is named

_PHRASE = 7  # tokens of a noun phrase behind a number
_FATE_AFTER = 6  # tokens behind a noun in which it is said what became of them
_FATE_BEFORE = 9
_VERB_BEFORE = 6
_WORD = expressions.compile(r"[a-z]+(?:-[a-z]+)*")
_CENTURIES = tuple(map(str, range(10, 21)))


def kind_of(phrase: str) -> str:
    """The kind of what an infobox counts, by the last noun of the words behind the number; "" where none is known."""
    return next((_kinds()[word] for word in reversed(_WORD.findall(phrase.lower())) if word in _kinds()), "")


def fate_of(phrase: str) -> str:
    """What became of those whom an infobox counts, by the words behind the number; several fates are "lost"."""
    fates = {_fates()[word] for word in _WORD.findall(phrase.lower()) if word in _fates()}
    return "" if not fates else fates.pop() if len(fates) == 1 else "lost"


@cache
def _table() -> dict[str, Any]:
    return data.table("grammar", "claims", "forces.toml")


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind, entry in _table()["kind"].items() for word in entry["words"]}


@cache
def _fates() -> dict[str, str]:
    return {word: fate for fate, entry in _table()["fate"].items() for word in entry["words"]}


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of one table of the grammar."""
    return frozenset(_table()[kind]["words"])


def names_a_kind(string: str) -> bool:
    """Whether a sentence has a noun that armies are counted in."""
    return not _kinds().keys().isdisjoint(_WORD.findall(string.lower()))


def noun(tokens: Tokens, index: int, named: list[Run]) -> tuple[int, str]:
    """Where the noun phrase behind a number ends, and of which kind its last known noun is."""
    stop = letters_of(
        "COMMA", "BREAK", "COUNT", "AND", "BE", "HAVE", "IN", "OR", "DATE", "QUOTE", "BY", "WHO"
    )
    found, end = "", index + 1
    for at in range(index + 1, min(index + 1 + _PHRASE, len(tokens.letters))):
        letter, word = tokens.letters[at], tokens.text(at, at + 1).lower()
        if letter == letters_of("AND") and tokens.letters[at - 1 : at] == letters_of("NAME") and not found:
            continue  # "150 British and colonial troops"
        if letter in stop or (letter == letters_of("OF") and not found and at > index + 1):
            break
        if word in _kinds():
            found, end = _kinds()[word], at + 1
        elif found and letter not in letters_of("NAME"):
            break
    if not found:  # "37,000 Prussians"
        for start, last, side in named:
            if start == index + 1 and (side is not None or gazetteer.demonym(tokens.text(start, last))):
                return last, "men"
    if re.match(r"-(?:m[ae]n-)?strong", tokens.string[tokens.ends[index] :][:12]):
        return end, "men"
    return end, found


def is_year(tokens: Tokens, index: int, kind: str) -> bool:
    """Whether a number with no comma and no noun of its own may be a year."""
    text = tokens.text(index, index + 1)
    return kind in ("", "men") and text.isdigit() and len(text) == 4 and text[:2] in _CENTURIES


def fate(tokens: Tokens, index: int, end: int) -> str:
    """What became of them: told behind the noun, or before the number."""
    fates, letters = _fates(), tokens.letters
    for at in range(index + 1, min(end + _FATE_AFTER, len(letters))):
        letter, word = letters[at], tokens.text(at, at + 1).lower()
        if word in fates:
            joined = letters[at + 1 : at + 2] in (letters_of("OR"), letters_of("AND"), letters_of("COMMA"))
            other = (
                fates.get(tokens.text(at + 2, at + 3).lower()) if joined and at + 2 < len(letters) else None
            )
            return "lost" if other and other != fates[word] else fates[word]
        if letter == letters_of("AND") and letters_of("COUNT") in letters[at + 1 : at + 3]:
            return _behind(tokens, at + 1 + letters[at + 1 : at + 3].index(letters_of("COUNT")))
        if letter in letters_of("COUNT", "BREAK", "COMMA", "AND"):
            break
        if at >= end and letter not in _passed():
            break
    for at in range(index - 1, max(index - _FATE_BEFORE, -1), -1):
        letter, word = letters[at], tokens.text(at, at + 1).lower()
        if word in fates and (index - at < _VERB_BEFORE or word in words_of("sums")):
            return fates[word]
        if letter not in _passed() and letter not in letters_of("SAID", "THAN", "DATE", "QUOTE"):
            break
    return ""


def _behind(tokens: Tokens, index: int) -> str:
    """What became of those of a number joined to another: the 20 of "12 Whites and at least 20 Reds were killed"."""
    for at in range(index + 1, min(index + 7, len(tokens.letters))):
        word = tokens.text(at, at + 1).lower()
        if word in _fates():
            verb = tokens.letters[at - 1] in letters_of("BE", "ADVERB", "HAVE") or word in (
                "died",
                "perished",
                "fell",
            )
            return _fates()[word] if verb else ""
        if tokens.letters[at] in letters_of("COUNT", "BREAK", "COMMA", "AND"):
            break
    return ""


@cache
def _passed() -> str:
    return letters_of(
        "BE", "HAVE", "ADVERB", "WHO", "WORD", "OF", "IN", "THE", "LEAVE", "NAME", "FORCE", "PERSON", "ATTACKER",
        "MEMBER", "EVENT",
    )  # fmt: skip


def is_whole(tokens: Tokens, index: int) -> bool:
    """Whether the words speak of an army as one: "an army of 9,000", "had 9,000", "9,000-strong", "Harker's 9,000"."""
    after = tokens.string[tokens.ends[index] :][:7]
    if re.match(r"[-–]m[ae]n|(?:[-– ]|-m[ae]n-)strong", after):
        return True
    start = tokens.last(letters_of("COUNT", "BREAK", "COMMA", "MONEY", "NUMBER"), index) + 1
    before = [tokens.text(at, at + 1).lower() for at in range(max(index - 6, start), index)]
    if before and (before[-1].endswith(("'s", "’s")) or not words_of("army").isdisjoint(before)):
        return True
    while before and before[-1] in words_of("about"):
        before.pop()
    return bool(before) and before[-1] in words_of("had")


def is_detached(tokens: Tokens, index: int) -> bool:
    """Whether the words before a number speak of a part of an army ("a rearguard of"); a garrison is a whole."""
    return any(
        letter in letters_of("DETACHMENT") and tokens.text(at, at + 1).lower() != "garrison"
        for at, letter in enumerate(tokens.letters[max(index - 4, 0) : index], max(index - 4, 0))
    )
