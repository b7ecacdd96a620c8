"""Types of aircraft and registrations, as infoboxes and sentences write them: `grammar/claims/aircraft.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from wikiproof import data, expressions
from wikiproof.claims.words import words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Aircraft:
    """A type of aircraft: its maker, its models by number or name ("737"), and which variant of one ("222").

    `text` is how it is written, from `start` to `end`.
    """

    maker: str
    models: frozenset[str]
    variant: str
    text: str
    start: int
    end: int

    def is_one_with(self, other: Aircraft) -> bool:
        """Whether both may be one type; the variant is compared where both tell it in the same way."""
        if not self.alike(other):
            return False
        ours, theirs = self._series(), other._series()
        return not (ours and theirs and self.models & other.models) or ours == theirs

    def alike(self, other: Aircraft) -> bool:
        """Whether a model of one is a model of the other, under any name."""
        return bool(_equal(self.models) & _equal(other.models))

    def excludes(self, other: Aircraft) -> bool:
        """Whether they cannot be one type: their numbers differ or, where one has only a name, their makers."""
        if self.alike(other):
            return False
        numbered = all(any(model.isdecimal() for model in type_.models) for type_ in (self, other))
        return numbered or bool(
            self.maker and other.maker and self.maker.split()[-1] != other.maker.split()[-1]
        )

    def is_named_in(self, folded: str) -> bool:
        """Whether a text, folded, has one of its models, with or without the maker."""
        numbers = "|".join(re.escape(model) for model in self.models)
        return re.search(rf"\b[a-z]{{0,3}} ?(?:{numbers})[a-z]?\b", folded) is not None

    def _series(self) -> str:
        """What tells the series of a variant: the 2 of "222", the 8 of "800", "MAX"."""
        word = re.match(r"MAX|neo|\d{3}(?!\d)", self.variant)
        return "" if word is None else word[0][:1] if word[0].isdecimal() else word[0]


def aircraft_in(string: str) -> Iterator[Aircraft]:
    """The types of aircraft that a text names."""
    for match in _types().finditer(string):
        number = _NUMBER.search(match["model"])
        named = {name for name in _named() if re.search(rf"\b{name}\b", match["model"].lower())}
        models = frozenset(named | ({number[0]} if number else set()))
        if models:
            variant = _VARIANT.match(match["model"], number.end()) if number else None
            text = match[0].rstrip(" .,(-")
            maker = (match["maker"] or "").lower()
            yield Aircraft(
                maker, models, variant[1] if variant else "", text, match.start(), match.start() + len(text)
            )


_NUMBER = expressions.compile(r"\d+")
_VARIANT = expressions.compile(r"[-/( ]*((?:MAX|neo)(?: \d+)?|[A-Z]?\d*[A-Z]*(?![a-z]))")


def registrations_in(string: str) -> Iterator[tuple[str, int]]:
    """The registrations that a sentence gives as such, with where each starts."""
    for match in _registered().finditer(string):
        yield match["mark"], match.start("mark")


def marks_in(string: str) -> list[str]:
    """All that may be registrations in a text of nothing else, such as an infobox field."""
    return re.findall(rf"(?<![\w-])(?:{_MARK})(?![\w-])", string)


# N345AN, HB-IXM, 4K-AZ48, 68-0218, JA8119; not "B-52" nor a year.
_MARK = (
    r"(?:[A-Z]\d?|\d[A-Z]|[A-Z]{2})-[A-Z0-9]{3,5}|N\d{1,5}[A-Z]{0,2}|\d\d-\d{3,5}"
    r"|[A-Z]{2}\d{3,5}[A-Z]{0,2}|[A-Z]{2,4}-?\d{3,5}[A-Z]?"
)


def words(kind: str) -> list[str]:
    """The words of one table of the grammar."""
    found: list[str] = _table()[kind]["words"]
    return found


@cache
def _table() -> dict[str, Any]:
    return data.table("grammar", "claims", "aircraft.toml")


def may_name_aircraft(words: Iterable[bytes]) -> bool:
    """Whether a text of these words (`words_in`) is worth searching for types."""
    return not _first_words("makers", "bare").isdisjoint(words)


def may_give_registration(words: Iterable[bytes]) -> bool:
    """The same for registrations."""
    return not _first_words("registration").isdisjoint(words)


@cache
def _first_words(*kinds: str) -> frozenset[bytes]:
    """The words one of which a text must hold to be searched for what these tables begin."""
    return frozenset(words_in(word)[0] for kind in kinds for word in words(kind))


@cache
def _named() -> frozenset[str]:
    return frozenset(name.lower() for name in words("named"))


@cache
def _types() -> re.Pattern[str]:
    makers, bare, names = (
        "|".join(sorted(map(re.escape, words(kind)), key=len, reverse=True))
        for kind in ("makers", "bare", "named")
    )
    part = r"(?:(?:Tu|Il|An|Yak|Ju|[A-Z]*)-?\d[\w/-]*(?:\([A-Z]+\))?|[A-Z]{1,3}(?![\w])|MAX|neo|Mk\.?)"
    name = rf"(?:{names})"
    return expressions.compile(
        rf"(?<![\w-])(?:(?P<maker>{makers})(?=[ -](?:{part}|[A-Z]))|(?={bare}[ -]?\d))"
        rf"(?P<model>(?:[ -]?(?:{part}|{name}|[A-Z][a-z]+(?= (?:{part}|{name})))){{1,5}})(?![\w])"
    )


@cache
def _registered() -> re.Pattern[str]:
    cues = "|".join(map(re.escape, words("registration")))
    between = r"(?:[ ,:;(\[“\"]|\bas\b|\bis\b|\bwas\b|\bof\b|No\.?|number|code|mark){0,6}"
    return expressions.compile(rf"(?i:\b(?:{cues})){between} ?(?P<mark>{_MARK})(?![\w-])")


@cache
def _equal_groups() -> tuple[frozenset[str], ...]:
    return tuple(map(frozenset, _table()["equal"]["groups"]))


def _equal(models: frozenset[str]) -> frozenset[str]:
    return models.union(*(group for group in _equal_groups() if group & models))
