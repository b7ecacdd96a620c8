"""A claim before the gates have judged it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wikiproof.claims.anchors import Anchors
    from wikiproof.claims.reading import ReadSentence, Setting
    from wikiproof.claims.tokens import Tokens
    from wikiproof.role import Role
    from wikiproof.values import Value


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pattern's match in a sentence: tokens `start` to `end`, its value in tokens `low` to `high`.

    `of` is the words that say of whom; `anchors` what its paragraph named before the sentence;
    `follows` says whether an earlier claim already stands in the sentence, `claimed` whether what it says is what
    the named claim of themselves, `whole` whether the sentence itself calls it all there were.
    """

    role: Role
    value: Value
    of: str
    tokens: Tokens
    start: int
    end: int
    low: int
    high: int
    read: ReadSentence
    setting: Setting
    anchors: Anchors
    follows: bool
    claimed: bool = False
    whole: bool = False
