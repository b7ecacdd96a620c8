"""Who is who in an article: its names, under which of them the same actor goes, and which cannot be one.

The table is built from the article itself, over a small lexicon of actors known by several names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.role import Role
from wikiproof.text import Kind
from wikiproof.values import Listing, Name, gazetteer
from wikiproof.values.folding import fold
from wikiproof.values.name import common_words, core, is_acronym, is_person, same, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article, Infobox
    from wikiproof.text import Text
    from wikiproof.values import Value

Mention = tuple[int, int, str]  # offsets in the sentence, and the actor's first known name

_ACTOR_ROLES = frozenset(
    (
        Role.PERPETRATOR, Role.SUSPECT, Role.ATTACKERS, Role.DEFENDER, Role.BELLIGERENT, Role.COMMANDER,
        Role.UNIT, Role.TARGET, Role.OPERATOR, Role.PERSON, Role.PARTY,
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Names:
    """The alias table of one article.

    `groups` leads from a folded name to the first known name of its actor, `members` back to all its names,
    `index` from the first word of a name to the names that start with it, longest first.
    """

    groups: dict[str, str]
    members: dict[str, frozenset[str]]
    index: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    body: str

    @staticmethod
    def of(article: Article) -> Names:
        """The table of an article: its own abbreviations, links and infobox names, over the lexicon."""
        table = _Table()
        for short, long in article.abbreviations:
            table.join(short, long)
        texts = [sentence.text for paragraph in article.paragraphs() for sentence in paragraph.sentences]
        for text in texts:
            for one, other in (*_bracketed(text.string), *_linked(text)):
                table.join(one, other)
        for box in article.all_infoboxes():
            for name in _actors(box):
                table.add(name)
        return table.build(" ".join(text.string for text in texts))

    def same(self, a: str, b: str) -> bool:
        """Whether two names are known to be one actor's."""
        ours, theirs = self._actor(a), self._actor(b)
        return ours == theirs or (
            same(a, b) and not (ours in _lexicon().groups and theirs in _lexicon().groups)
        )

    def aliases(self, name: str) -> frozenset[str]:
        """Every known name, folded, of the actor that the name is one of; at least the name itself."""
        actor = self._actor(name)
        return (
            frozenset((core(name),))
            | self.members.get(actor, frozenset())
            | _lexicon().members.get(actor, frozenset())
        )

    def known(self, name: str) -> bool:
        """Whether the body names the actor, under any name."""
        return any(f" {alias} " in self.body for alias in self.aliases(name))

    def mentions(self, sentence: str) -> list[Mention]:
        """Where a sentence names actors of the infobox, the article's abbreviations or the lexicon."""
        tokens = [(match.start(), match.end()) for match in _WORD.finditer(sentence)]
        found: list[Mention] = []
        at = 0
        while at < len(tokens):
            step = 1
            start = tokens[at][0]
            if sentence[start].isupper() or sentence[start - 1 : start + 3].casefold().startswith(
                ("-al", " al")
            ):
                for length, actor in self._starting(sentence, tokens, at):
                    found.append((start, tokens[at + length - 1][1], actor))
                    step = length
                    break
            at += step
        return found

    def related(self, a: str, b: str) -> bool:
        """Whether one may be part of, or loosely called, the other.

        For two actors of the lexicon it says; else they share a significant word or a country.
        """
        ours, theirs = self._actor(a), self._actor(b)
        lexicon = _lexicon()
        if ours in lexicon.groups and theirs in lexicon.groups:
            return ours == theirs or ours in lexicon.above(theirs) or theirs in lexicon.above(ours)
        if self.same(a, b) or _countries(a) & _countries(b):
            return True
        if is_person(a) and is_person(b) and self._in_body(a) and self._in_body(b):
            return False  # two full names of one text are two people, though they share a name
        return any(_kin(one, other) for one in self._significant(a) for other in self._significant(b))

    def different(self, a: str, b: str) -> bool:
        """Whether two names cannot be one actor's: both proper, both understood, and in no way related.

        A description ("Palestinian militants") fits many an actor: only its country can exclude one.
        """
        if self.related(a, b):
            return False
        ours, theirs = self._actor(a), self._actor(b)
        if ours in _lexicon().groups and theirs in _lexicon().groups:
            return True
        if _countries(a) and _countries(b):
            return True
        return not (_describes(a) or _describes(b)) and self._understood(a) and self._understood(b)

    def _actor(self, name: str) -> str:
        """The first known name of the actor; "IRA members" are the IRA."""
        for key in (core(name), core(_proper_part(name))):
            if actor := self.groups.get(key) or _lexicon().groups.get(key):
                return actor
        return core(name)

    def _in_body(self, name: str) -> bool:
        return f" {core(name)} " in self.body

    def _starting(self, sentence: str, tokens: list[tuple[int, int]], at: int) -> Iterator[tuple[int, str]]:
        """The names that stand at a token, the longest first: number of tokens and the actor."""
        first = fold(sentence[slice(*tokens[at])])
        for name, actor in (*self.index.get(first, ()), *_lexicon().index.get(first, ())):
            stretch = tokens[at : at + len(name)]
            if tuple(fold(sentence[start:end]) for start, end in stretch) != name:
                continue
            if len(name) > 1 or len(first) > _SHORT or sentence[slice(*tokens[at])].isupper():
                yield len(name), actor

    def _significant(self, name: str) -> frozenset[str]:
        """The words of all names of the actor that tell it from others."""
        found = {word for alias in self.aliases(name) for word in alias.split()}
        return frozenset(word for word in found - common_words() if len(word) > 2 and not word.isdecimal())

    def _understood(self, name: str) -> bool:
        """Whether the name is proper and clear: in the lexicon, in the body, or of two words and more."""
        if self._actor(name) in _lexicon().groups:
            return True
        return _proper(name) and (self.known(name) or len(name.split()) > 1)


_SHORT = 4  # letters: a name as short as "IS" or "ETA" is one only in capitals
_WORD = re.compile(r"[^\W_]+(?:['’‘ʼʻʿʾ`.](?!s\b)[^\W_]+)*")


def _kin(a: str, b: str) -> bool:
    """Whether two words can be forms of one: "goths" and "gothic", "pompey" and "pompeius"."""
    shorter = min(len(a), len(b))
    common = next((at for at in range(shorter) if a[at] != b[at]), shorter)
    return a == b or (common >= _STEM and common * 3 >= shorter * 2)


_STEM = 4  # letters


def _describes(name: str) -> bool:
    """Whether the words describe rather than name: "two Palestinians", "Soldiers of the Legione Tagliamento"."""
    parts = name.split()
    people = core(name).partition(" ")[0]
    if not _proper(name) or (people in words("nobody") and people.endswith(("s", "men"))):
        return True
    return any(not any(map(str.isupper, part)) and fold(part) not in words("small") for part in parts)


def _proper_part(name: str) -> str:
    """The name without the common nouns that follow it: "Provisional IRA" of "Provisional IRA members"."""
    parts = name.split()
    while len(parts) > 1 and parts[-1][:1].islower():
        parts.pop()
    return " ".join(parts)


@lru_cache(maxsize=1 << 12)
def _countries(name: str) -> frozenset[str]:
    """The countries that a name speaks of: "Indian Army", "Sri Lanka Police"."""
    tokens = fold(name).split()
    pieces = {" ".join(tokens[at : at + size]) for size in (1, 2) for at in range(len(tokens) - size + 1)}
    found = {code for piece in pieces if (code := gazetteer.demonym(piece))}
    for piece in pieces:
        found.update(known.code for known in gazetteer.lookup(piece) if known.kind == "country")
    return frozenset(found)


_ABBREVIATION = re.compile(r"\(\s*(?:also |abbreviated |or |the )?([A-Z][\w’'–-]{1,9})[\s;,)]")
_LONG_FORM = re.compile(r"\b([A-Z][\w-]{1,9}) \(([A-Z][^()]{6,80})\)")


def _bracketed(string: str) -> Iterator[tuple[str, str]]:
    """Short and long form, from "Long Name (ABC)" and "ABC (Long Name)", where the letters fit."""
    if "(" not in string:
        return
    for match in _ABBREVIATION.finditer(string):
        if long := _spelt_before(string[max(match.start() - _REACH, 0) : match.start()], match[1]):
            yield match[1], long
    for match in _LONG_FORM.finditer(string):
        if is_acronym(match[1], match[2]):
            yield match[1], match[2]


_REACH = 120  # characters before a bracket that may spell its letters


def _spelt_before(before: str, short: str) -> str | None:
    """The shortest end of the words before a bracket that spells an abbreviation."""
    tokens = before.split()
    for start in range(len(tokens) - 1, max(len(tokens) - 13, -1), -1):
        if tokens[start][:1].isupper() and is_acronym(short, " ".join(tokens[start:])):
            wider = tokens[start - 1] if start else ""
            # "Provisional Irish Republican Army (IRA)": the whole name goes by the letters.
            whole = (
                start - 1
                if wider[:1].isupper() and wider.isalpha() and fold(wider) not in words("title")
                else start
            )
            return " ".join(tokens[whole:])
    return None


def _linked(text: Text) -> Iterator[tuple[str, str]]:
    """Label and page, of links whose label is a proper name."""
    for link in text.of_kind(Kind.LINK):
        label = text.string[link.start : link.end]
        target = re.sub(r"\s*\([^()]*\)$", "", link.value.partition("#")[0])
        if (
            label[:1].isupper()
            and target
            and fold(label) != fold(target)
            and _proper(label)
            and _proper(target)
        ):
            yield label, target


def _names_one(name: str) -> bool:
    """Whether a link's label or page can be an actor's name: capitals and no numbers."""
    return name[:1].isupper() and not any(c.isdigit() for c in name) and _proper(name)


def _proper(name: str) -> bool:
    """Whether a word of it names somebody."""
    return any(part[:1].isupper() and fold(part) not in words("nobody") for part in name.split())


def _actors(box: Infobox) -> Iterator[str]:
    """The names in an infobox's fields that name actors."""
    for field in box.fields:
        if field.role in _ACTOR_ROLES and field.value is not None:
            yield from _names(field.value)


def _names(value: Value) -> Iterator[str]:
    if isinstance(value, Name):
        yield value.name
        if value.link:
            yield value.link
        if value.note and _proper(value.note):
            yield value.note
    elif isinstance(value, Listing):
        for item in value.items:
            if isinstance(item.value, Name):
                yield from _names(item.value)


class _Table:
    """Collects names that are one actor's."""

    def __init__(self) -> None:
        self._first: dict[str, str] = {}
        self._names: dict[str, str] = {}

    def add(self, name: str) -> str:
        """The first known name of the name's actor."""
        key = core(name)
        self._names.setdefault(key, name)
        return self._first.setdefault(key, _lexicon().groups.get(key, key))

    def join(self, one: str, other: str) -> None:
        """Say that two names are one actor's, unless the lexicon knows them as two."""
        ours, theirs = self.add(one), self.add(other)
        known = _lexicon().groups
        if ours == theirs or (ours in known and theirs in known):
            return
        kept, gone = (theirs, ours) if theirs in known else (ours, theirs)
        for key, first in self._first.items():
            if first == gone:
                self._first[key] = kept

    def build(self, body: str) -> Names:
        members: defaultdict[str, set[str]] = defaultdict(set)
        for key, first in self._first.items():
            members[first].add(key)
        return Names(
            self._first,
            {first: frozenset(keys) for first, keys in members.items()},
            _index(self._first),
            f" {fold(body)} ",
        )


def _index(groups: dict[str, str]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    index: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name, actor in groups.items():
        if parts := tuple(name.split()):
            index[parts[0]].append((parts, actor))
    return {first: tuple(sorted(names, key=lambda name: -len(name[0]))) for first, names in index.items()}


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """`grammar/aliases.toml`: as in `Names`, and which group is part of which."""

    groups: dict[str, str]
    members: dict[str, frozenset[str]]
    index: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    parents: dict[str, str]

    def above(self, actor: str) -> Iterator[str]:
        """The groups that an actor is part of, nearest first."""
        while actor := self.parents.get(actor, ""):
            yield actor


@cache
def _lexicon() -> _Lexicon:
    entries = data.table("grammar", "aliases.toml")["group"]
    groups = {core(name): core(entry["names"][0]) for entry in entries for name in entry["names"]}
    return _Lexicon(
        groups,
        {core(entry["names"][0]): frozenset(map(core, entry["names"])) for entry in entries},
        _index(groups),
        {core(entry["names"][0]): core(entry["parent"]) for entry in entries if "parent" in entry},
    )
