"""Whether two words are one name in two spellings."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from wikiproof import data, expressions
from wikiproof.article import Block
from wikiproof.claims.capitals import START, WORD
from wikiproof.claims.reading import settings
from wikiproof.claims.sections import SectionRole
from wikiproof.values import gazetteer
from wikiproof.values.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator

    from wikiproof.article import Article, Sentence

_SHORTEST = 5  # letters: shorter words are too near to each other
_LONG = 8  # letters from which on vowels may differ
_VOWELS = expressions.compile(r"[aeiou]+")
_DOUBLED = expressions.compile(r"(.)\1")
_NAME = expressions.compile(START + WORD)
# A quotation or a bracket, which are passed over, or a word.
_SPOKEN = expressions.compile(rf"“[^”]*”|\"[^\"]*\"|\([^()]*\)|(?P<word>{START}{WORD})")
_EDGES = ".,;:!?()[]\"“”'’"
_APOSTROPHES = str.maketrans("’‘`´ʼʻʿʾ′", "'" * 9)


def written(word: str) -> str:
    """The word as it is compared with others: apostrophes of one kind, no 's, no capitals."""
    return word.translate(_APOSTROPHES).casefold().removesuffix("'s").removesuffix("'")


@lru_cache(maxsize=1 << 12)
def sound(word: str) -> str | None:
    """What all spellings of a word have in common; None for a word too short to tell."""
    folded = fold(written(word))
    if len(folded) < _SHORTEST or " " in folded:
        return None
    for one, other in _sounds():
        folded = folded.replace(one, other)
    folded = _DOUBLED.sub(r"\1", folded)
    return _VOWELS.sub("a", folded[:-1]) + folded[-1] if len(folded) >= _LONG else folded


def are_spellings(a: str, b: str) -> bool:
    """Whether two words are one name, written differently."""
    if written(a) == written(b) or sound(a) is None or sound(a) != sound(b):
        return False
    known = gazetteer.lookup(a), gazetteer.lookup(b)
    return gazetteer.closest(*known) is not gazetteer.Relation.DIFFERENT


@dataclass(frozen=True, slots=True)
class Variant:
    """Another spelling of a name, and where it first stands in a sentence."""

    word: str
    sentence: Sentence
    start: int
    end: int


def names_in(text: str) -> list[str]:
    """The words with a capital that are long enough to have spellings."""
    return [word for word in _NAME.findall(text) if sound(word)]


def variants(article: Article, names: Collection[str]) -> Iterator[tuple[str, Variant]]:
    """Other spellings that the text has of some names; accents alone count where no single word has them."""
    spelt: dict[str | None, set[str]] = {}
    for name in names:
        spelt.setdefault(sound(name), set()).add(written(name))
    sentences = list(_sentences(article)) if names else []
    if all(spelt.get(sound(word), {written(word)}) == {written(word)} for word in _words(sentences, names)):
        return
    counted, first = _found(sentences, spelt)
    for name in names:
        for other, (word, sentence, start, end) in first.items():
            often = counted[other] > 1 and counted[written(name)] != 1  # once: in a title or a quotation
            if are_spellings(name, word) and (often or fold(written(name)) != fold(other)):
                yield name, Variant(word, sentence, start, end)


def _words(sentences: list[Sentence], names: Collection[str]) -> Iterator[str]:
    """The words of the text that begin as one of the names does: a quick look, before any place is known."""
    initials = frozenset(name[0] for name in names) | {fold(name[0])[:1].upper() for name in names}
    words: set[str] = set()
    for sentence in sentences:
        words.update(sentence.text.string.split())
    return (word.strip(_EDGES) for word in words if not initials.isdisjoint(word[:2]))


_Place = tuple[str, "Sentence", int, int]  # a word, the sentence, and its offsets there


def _found(
    sentences: list[Sentence], sounds: Container[str | None]
) -> tuple[Counter[str], dict[str, _Place]]:
    """How often each word with one of these sounds occurs, and where first the article uses it in its own voice."""
    counted: Counter[str] = Counter()
    first: dict[str, _Place] = {}
    for sentence in sentences:
        for match in _SPOKEN.finditer(sentence.text.string):
            word = match["word"]
            if word and sound(word) in sounds:
                counted[written(word)] += 1
                if not is_about_spelling(sentence.text.string):
                    first.setdefault(written(word), (word, sentence, *match.span()))
    return counted, first


def _sentences(article: Article) -> Iterator[Sentence]:
    """The article's own sentences: not quotations, nor the titles under "See also"."""
    for setting in settings(article):
        if setting.section is not SectionRole.SIMILAR and setting.paragraph.block is not Block.QUOTE:
            yield from setting.paragraph.sentences


def is_about_spelling(sentence: str) -> bool:
    """Whether a sentence tells how else something is called or written."""
    return _about().search(sentence) is not None


@cache
def _sounds() -> tuple[tuple[str, str], ...]:
    return tuple((one, other) for one, other in data.table("grammar", "spelling.toml")["sounds"]["pairs"])


@cache
def _about() -> re.Pattern[str]:
    words = data.table("grammar", "spelling.toml")["about"]["words"]
    return expressions.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
