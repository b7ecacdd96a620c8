"""Who is who in an article: under which names the same actor goes, and which names cannot be one actor's.

The table is built from the article itself, over a small lexicon.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.claims.lexicon import Longest, lexicon, longest_names
from wikiproof.claims.naming import bracketed, full_names, infobox_names, is_proper, linked
from wikiproof.values import gazetteer
from wikiproof.values.folding import fold, fold_text
from wikiproof.values.name import common_words, core, is_acronym, is_person, same, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wikiproof.article import Article

Mention = tuple[int, int, str]  # offsets in the sentence, and the actor's first known name, folded
Token = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Names:
    """The alias table of one article.

    `actors` leads from a folded name to the first known name of its actor, `members` back to all its names,
    `longest` from a first word to the words of the longest name. `body` is the article's text, folded.
    """

    actors: dict[str, str]
    members: dict[str, frozenset[str]]
    longest: Longest
    body: str

    @staticmethod
    def of(article: Article, aliases: Iterable[Sequence[str]] = ()) -> Names:
        """The table of an article: its own abbreviations, links and names, over the lexicon.

        Each of the `aliases` is names that mean the same, as somebody says who knows.
        """
        table = _Table()
        for one, *others in aliases:
            for other in others:
                table.join(one, other)
        for short, long in article.abbreviations:
            table.join(short, long)
        texts = [sentence.text for paragraph in article.paragraphs() for sentence in paragraph.sentences]
        body = "\n".join(text.string for text in texts)
        for box in article.all_infoboxes():
            for name in infobox_names(box):
                table.add(name)
        for text in texts:
            for one, other in (*bracketed(text.string), *linked(text)):
                table.join(one, other)
        for name in full_names(body):
            table.add(name)
        return table.build(fold_text(body))

    def same(self, a: str, b: str) -> bool:
        """Whether two names are known to be one actor's."""
        ours, theirs = self._actor(a), self._actor(b)
        return ours == theirs or (same(a, b) and not lexicon().knows(ours, theirs))

    def aliases(self, name: str) -> frozenset[str]:
        """Every known name, folded, of the actor that the name is one of; at least the name itself."""
        actor, none = self._actor(name), frozenset[str]()
        return frozenset((core(name),)) | self.members.get(actor, none) | lexicon().members.get(actor, none)

    def known(self, name: str) -> bool:
        """Whether the body names the actor, under any name."""
        return any(f" {alias} " in self.body for alias in self.aliases(name))

    def unnamed(self, name: str, within: str | None = None) -> bool:
        """Whether no word of a folded text (else all) can speak of the actor, under any name or nationality.

        "Prussia" is not unnamed where "Prussian" occurs, nor the Dutch Republic where "Netherlands" does.
        """
        text = self.body if within is None else f" {within} "
        telling = self._significant(name) - words("umbrella")
        if not telling or _describes(name) or any(f" {alias} " in text for alias in self.aliases(name)):
            return False
        if any(f" {form} " in text for code in _countries(name) for form in gazetteer.forms(code)):
            return False
        if any(f" {fold(known.name)} " in text for known in gazetteer.lookup(name)):
            return False  # "USSR" is the Soviet Union
        if any(f" {word} " in text for one in telling for word in _fellows(one)):
            return False
        starting = _starting(text)
        return not any(_form_of(word, other) for word in telling for other in starting.get(word[:_STEM], ()))

    def mentions(self, sentence: str) -> list[Mention]:
        """Where a sentence names actors: by a known name, or as "Egyptian security forces"."""
        tokens = [match.span() for match in _WORD.finditer(sentence)]
        found: list[Mention] = []
        at = 0
        while at < len(tokens):
            length = 0
            if _may_start(sentence, tokens, at):
                length, actor = self._named(sentence, tokens, at) or _forces(sentence, tokens, at) or (0, "")
                if length:
                    found.append((tokens[at][0], tokens[at + length - 1][1], actor))
            at += length or 1
        return found

    def is_group(self, name: str) -> bool:
        """Whether the lexicon knows the name, or the article gives it initials."""
        return lexicon().knows(self._actor(name)) or any(
            is_acronym(alias, name) for alias in self.aliases(name)
        )

    def related(self, a: str, b: str) -> bool:
        """Whether one may be part of, or loosely called, the other.

        For two actors of the lexicon it says; else they share a significant word or a country.
        """
        ours, theirs = self._actor(a), self._actor(b)
        if lexicon().knows(ours, theirs):
            return lexicon().akin(ours, theirs)
        if self.same(a, b) or _countries(a) & _countries(b):
            return True
        if self._is_person(a) and self._is_person(b):
            return False  # two full names in one text are two people, though they share a name
        return any(_kin(one, other) for one in self._significant(a) for other in self._significant(b))

    def allied(self, a: str, b: str) -> bool:
        """Whether two may be one side's: related, and not a country and rebels in it, who have its name in theirs."""
        return self.related(a, b) and not (self._fights(a, b) or self._fights(b, a))

    def _fights(self, rebels: str, country: str) -> bool:
        known, ours, theirs = lexicon(), self._actor(rebels), self._actor(country)
        return ours in known.rebels and not known.knows(theirs) and bool(_countries(country))

    def foreign(self, a: str, b: str) -> bool:
        """Whether the two are known to be two: groups of the lexicon, of two countries, rebels and a country."""
        if self._fights(a, b) or self._fights(b, a):
            return True
        known = lexicon().knows(self._actor(a), self._actor(b)) or bool(_countries(a) and _countries(b))
        return known and not self.related(a, b)

    @staticmethod
    def of_a_country(name: str) -> bool:
        """Whether a name speaks of a country, as "Dutch Republic" does."""
        return bool(_countries(name))

    def different(self, a: str, b: str) -> bool:
        """Whether two names cannot be one actor's: both proper, both understood, and in no way related.

        A description ("Palestinian militants") fits many an actor: only its country can exclude one.
        """
        if self.related(a, b):
            return False
        if lexicon().knows(self._actor(a), self._actor(b)) or (_countries(a) and _countries(b)):
            return True
        return not (_describes(a) or _describes(b)) and self._understood(a) and self._understood(b)

    def _actor(self, name: str) -> str:
        """The first known name of the actor; "IRA members" are the IRA."""
        key = core(name)
        for candidate in (key, core(_proper_part(name))):
            if actor := self.actors.get(candidate) or lexicon().actors.get(candidate):
                return actor
        return key

    def _is_person(self, name: str) -> bool:
        """Whether the name reads as a person's, in full, and the body has it so."""
        return is_person(name) and f" {core(name)} " in self.body and not lexicon().knows(self._actor(name))

    def _named(self, sentence: str, tokens: list[Token], at: int) -> tuple[int, str] | None:
        """The longest name that stands at a token: its number of tokens, and whose it is."""
        written = sentence[slice(*tokens[at])]
        first, known = fold(written), lexicon()
        most = max(self.longest.get(first, 0), known.longest.get(first, 0))
        for length in range(min(most, len(tokens) - at), 0, -1):
            name = _reading(sentence, tokens[at : at + length])
            actor = self.actors.get(name) or known.actors.get(name)
            if actor and (length > 1 or len(first) > _SHORT or written.isupper()):
                return length, actor
        return None

    def _significant(self, name: str) -> frozenset[str]:
        """The words of all names of the actor that tell it from others."""
        found = {word for alias in self.aliases(name) for word in alias.split()}
        return frozenset(word for word in found - common_words() if len(word) > 2 and not word.isdecimal())

    def _understood(self, name: str) -> bool:
        """Whether the name is proper and clear: in the lexicon, in the body, or of two words and more."""
        return lexicon().knows(self._actor(name)) or (
            is_proper(name) and (self.known(name) or len(name.split()) > 1)
        )


_WORD = re.compile(r"[^\W_]+(?:['’‘ʼʻʿʾ`.](?!s\b)[^\W_]+)*")
_SHORT = 4  # letters: a name as short as "IS" or "ETA" is one only in capitals


def _may_start(sentence: str, tokens: list[Token], at: int) -> bool:
    """Whether a name may start at a token: with a capital, or with a small word before one ("al-Shabaab")."""
    start, end = tokens[at]
    if sentence[start].isupper():
        return True
    following = tokens[at + 1][0] if at + 1 < len(tokens) else start
    return sentence[following].isupper() and sentence[start:end] in words("small")


def _reading(sentence: str, tokens: list[Token]) -> str:
    return " ".join(fold(sentence[start:end]) for start, end in tokens)


def _forces(sentence: str, tokens: list[Token], at: int) -> tuple[int, str] | None:
    """A nationality and people or forces after it: "Egyptian security forces"."""
    if gazetteer.demonym(sentence[slice(*tokens[at])]) is None:
        return None
    length = 1
    while at + length < len(tokens) and fold(sentence[slice(*tokens[at + length])]) in words("nobody"):
        length += 1
    return (length, _reading(sentence, tokens[at : at + length])) if length > 1 else None


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(data.table("grammar", "names.toml")["peoples"]["groups"]):
        for word in group:
            found[word].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _peoples(word: str) -> frozenset[int]:
    return _groups().get(word, frozenset())


def _kin(a: str, b: str) -> bool:
    """Whether two words can be forms of one: "goths" and "gothic", "pompey" and "pompeius", or name one people."""
    if not _peoples(a).isdisjoint(_peoples(b)):
        return True
    shorter = min(len(a), len(b))
    common = next((at for at in range(shorter) if a[at] != b[at]), shorter)
    return a == b or f"{a}s" == b or f"{b}s" == a or (common >= _STEM and common * 3 >= shorter * 2)


_STEM = 4  # letters


@cache
def _fellows(word: str) -> frozenset[str]:
    """The other words for the people that a word names."""
    return frozenset(other for other, numbers in _groups().items() if not numbers.isdisjoint(_peoples(word)))


def _form_of(a: str, b: str) -> bool:
    """Whether two words are kin and neither much longer: "goth" and "gothic", not "march" and "marcomanni"."""
    return _kin(a, b) and min(len(a), len(b)) * 2 > max(len(a), len(b))


@lru_cache(maxsize=8)
def _starting(text: str) -> dict[str, frozenset[str]]:
    """The words of a text by their first letters."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word in text.split():
        found[word[:_STEM]].add(word)
    return {start: frozenset(those) for start, those in found.items()}


def _describes(name: str) -> bool:
    """Whether the words describe rather than name: "two Palestinians", "Soldiers of the Legione"."""
    people = core(name).partition(" ")[0]
    if not is_proper(name) or (people in words("nobody") and people.endswith(("s", "men"))):
        return True
    written = (part for part in name.split() if any(map(str.isalpha, part)))  # "Northland – Eastern Command"
    return any(not any(map(str.isupper, part)) and fold(part) not in words("small") for part in written)


def _proper_part(name: str) -> str:
    """The name without the common nouns that follow it: "Provisional IRA" of "Provisional IRA members"."""
    parts = name.split()
    while len(parts) > 1 and parts[-1][:1].islower():
        parts.pop()
    return " ".join(parts)


@lru_cache(maxsize=1 << 12)
def _countries(name: str) -> frozenset[str]:
    """The countries that a name speaks of: "Indian Army", "Sri Lanka Police"."""
    parts = fold(name).split()
    pieces = {" ".join(parts[at : at + size]) for size in (1, 2) for at in range(len(parts) - size + 1)}
    found = {code for piece in pieces if (code := gazetteer.demonym(piece))}
    found |= {known.code for piece in pieces for known in gazetteer.lookup(piece) if known.kind == "country"}
    return frozenset(found)


class _Table:
    """Collects names, and which of them are one actor's."""

    def __init__(self) -> None:
        self._actors: dict[str, str] = {}
        self._merged: dict[str, str] = {}
        self._surnames: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, name: str) -> str:
        """Note a name; the first known name of its actor."""
        key = core(name)
        if is_person(name):
            self._surnames[key.rpartition(" ")[2]].add(key)
        return self._first(self._actors.setdefault(key, lexicon().actors.get(key, key)))

    def _first(self, actor: str) -> str:
        first = actor
        while first in self._merged:
            first = self._merged[first]
        if first != actor:
            self._merged[actor] = first  # a shortcut: long chains of aliases stay cheap
        return first

    def join(self, one: str, other: str) -> None:
        """Say that two names are one actor's, unless the lexicon knows them as two.

        Where it has one above the other, the article means the lower: its "IRA" is the Provisional IRA.
        """
        ours, theirs = self.add(one), self.add(other)
        known = lexicon()
        if ours == theirs or (known.knows(ours, theirs) and not known.akin(ours, theirs)):
            return
        lower = known.is_below(theirs, ours) if known.knows(ours, theirs) else known.knows(theirs)
        kept, gone = (theirs, ours) if lower else (ours, theirs)
        self._merged[gone] = kept

    def build(self, body: str) -> Names:
        """The table over the article's text, folded; a last name that only one person bears is that person's."""
        self._actors = {key: self._first(actor) for key, actor in self._actors.items()}
        folded, often = f" {body} ", Counter(body.split())
        for surname, people in self._surnames.items():
            if len(people) > 1 or len(surname) < _STEM or not often[surname]:
                continue
            person = next(iter(people))
            if often[surname] > folded.count(f" {person} "):  # it also stands alone
                self._actors.setdefault(surname, self._actors[person])
        members: defaultdict[str, set[str]] = defaultdict(set)
        for key, actor in self._actors.items():
            members[actor].add(key)
        groups = {actor: frozenset(keys) for actor, keys in members.items()}
        return Names(self._actors, groups, longest_names(self._actors), folded)
