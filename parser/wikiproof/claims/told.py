"""What a sentence names as the time, the place or the end of something, before the gates have judged whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wikiproof.claims.tokens import letters_of
from wikiproof.claims.words import cues, words_in

if TYPE_CHECKING:
    from wikiproof.claims.places import PlaceMention
    from wikiproof.claims.tokens import Tokens
    from wikiproof.values import Date

# Words that something happened, or was done to someone.
TELLS = ("EVENT", "HAPPENED", "KILLED", "KILLING", "MASSACRE", "DIED", "DONE", "DONE_TO")


@dataclass(frozen=True, slots=True)
class DateTold:
    """A date, the token of a sentence at `index`.

    `first` says that the sentence opens the article, or the account of the event where its lead gives no date;
    `silent` that nothing before it gave one.
    """

    tokens: Tokens
    index: int
    value: Date
    first: bool
    silent: bool

    @property
    def is_led(self) -> bool:
        """Whether a preposition leads to it, or nothing stands before it."""
        letters, index = self.tokens.letters, self.index
        near = letters[max(index - 2, 0) : index]
        # "the midnight of the second of May", but not "of the 1992 games"
        in_words = not self.tokens.string[self.tokens.starts[index]].isdigit()
        leading = ("IN", "DURING", "OF", "AND", "FROM") if self.value.start.month else ("IN", "DURING")
        return (
            not near
            or near[-1] in letters_of(*leading)
            or near == letters_of("IN", "THE")
            or (near == letters_of("OF", "THE") and in_words)
        )

    @property
    def opens(self) -> bool:
        """Whether it opens the sentence: "On 5 May …", "On the night of 5 May …"."""
        return opens_with(self.tokens, self.index)

    def away(self, *classes: str) -> str | None:
        """The last word of some classes before it that leads to another time, with no comma between."""
        at = self.tokens.last(letters_of(*classes), self.index)
        if at < 0 or letters_of("COMMA") in self.tokens.letters[at : self.index]:
            return None
        return self.tokens.text(at, at + 1)


@dataclass(frozen=True, slots=True)
class PlaceTold:
    """A place that a sentence names: the `first` of the article, or one that may wander off.

    `small` says that it is no country, `titled` that the article's title names it.
    """

    tokens: Tokens
    mention: PlaceMention
    first: bool
    small: bool
    titled: bool

    def away(self, *classes: str) -> str | None:
        """The first word of some classes before it, which leads to another place: what follows wanders off."""
        tokens = self.tokens
        found = (tokens.letters.find(letter) for letter in letters_of(*classes))
        at = min((index for index in found if index >= 0), default=-1)
        return tokens.text(at, at + 1) if at >= 0 and tokens.starts[at] < self.mention.start else None


@dataclass(frozen=True, slots=True)
class EndTold:
    """That something ended, as a sentence with these tokens says; `part` is the word that makes it a part, if any."""

    tokens: Tokens
    part: str | None


def says_it_happened(tokens: Tokens) -> bool:
    """Whether a sentence says of an event that it happened."""
    return all(tokens.has(letters_of(*classes)) for classes in _HAPPENING)


def may_say_it_happened(string: str) -> bool:
    """The same of a sentence that is not read, where it may also be wrong; cheap."""
    spoken = words_in(string)
    return not any(cues(*classes).isdisjoint(spoken) for classes in _HAPPENING)


_HAPPENING = (("HAPPENED",), ("EVENT", "MASSACRE"))


def opens_with(tokens: Tokens, index: int) -> bool:
    """Whether a token opens its sentence, after no more than "On the night of"."""
    before = tokens.letters[:index]
    return index <= 2 or (
        index <= 5 and all(x in letters_of("IN", "OF", "THE", "WORD", "ADVERB", "COMMA") for x in before)
    )
