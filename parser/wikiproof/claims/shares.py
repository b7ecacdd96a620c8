"""Parts, wholes and percentages that a sentence states together: "45 of the 60 (75%)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from wikiproof.role import Role
from wikiproof.values import Count, Number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wikiproof.claims.model import Claim
    from wikiproof.values.mentions import Mention

# Between the part and the whole: "45 people out of the 60"; between the whole and the percentage: "60 seats (";
# with the percentage first ("75% (45 of 60"), or in the middle ("45 (75%) of the 60").
_OF = re.compile(r"(?: [a-z-]+){0,3} (?:out )?of (?:(?:the|its|their|all|a total of) )?(?:total )?")
_THEN = re.compile(r"(?: [a-z-]+){0,2},? (?:\(|or )(?:or |about |i\.e\.,? |that is,? )?")
_OPENS = re.compile(r" \(")
_CLOSES = re.compile(r"\) (?:out )?of (?:(?:the|its|their|all) )?(?:total )?")
# What may follow the percentage; "(57% of the vote)" has a whole of its own.
_DONE = re.compile(r"[),.;]|$")
# With less, rounding leaves too little to go by.
_FEWEST_VOTES = 100
_LEAST_PERCENT = 2.0
# A sentence that may hold all three.
_HOLDS = re.compile(r"of (?:[a-z]+ ){0,3}\d|of (?:the |all |a total of )?[a-z]+(?:-[a-z]+)? ")


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, the percentage said of it, and where: offsets into the sentence."""

    part: Count
    whole: Count
    percentage: Number
    start: int
    end: int

    @property
    def actual(self) -> float:
        """The percentage that part and whole make."""
        return 100 * self.part.low / self.whole.low

    @property
    def fits(self) -> bool:
        """Whether the stated percentage may be the actual one; what is not exact is not judged."""
        stated = self.percentage
        if not self.part.exact or not self.whole.exact or not self.whole.low or stated.low != stated.high:
            return True
        return stated.approximate or abs(self.actual - stated.low) <= slack(stated.low)


def may_share(string: str) -> bool:
    """Whether a sentence may state a part, a whole and a percentage together; cheap."""
    return ("%" in string or "per cent" in string or "percent" in string) and _HOLDS.search(
        string
    ) is not None


def shares(string: str, mentions: Sequence[Mention]) -> Iterator[Share]:
    """The shares that a sentence states, each by three neighbouring mentions."""
    if not any(isinstance(mention.value, Number) for mention in mentions):
        return
    for (first, second), third in zip(pairwise(mentions), mentions[2:], strict=False):
        between = string[first.end : second.start], string[second.end : third.start]
        for part, whole, percentage, links in (
            (first, second, third, (_OF, _THEN)),
            (second, third, first, (_OPENS, _OF)),
            (first, third, second, (_OPENS, _CLOSES)),
        ):
            if all(link.fullmatch(words) for link, words in zip(links, between, strict=True)):
                yield from _share(part, whole, percentage, string)


def _share(part: Mention, whole: Mention, percentage: Mention, string: str) -> Iterator[Share]:
    a, b, c = part.value, whole.value, percentage.value
    if not isinstance(a, Count) or not isinstance(b, Count) or not isinstance(c, Number) or c.unit != "%":
        return
    last = max(part, whole, percentage, key=lambda mention: mention.end)
    if last is not percentage or _DONE.match(string, last.end):
        start = min(mention.start for mention in (part, whole, percentage))
        yield Share(a, b, c, start, last.end)


@dataclass(frozen=True, slots=True)
class Poll:
    """One candidate's votes and percentage, and from how many to how many votes in all they make."""

    votes: Claim
    percentage: Claim
    low: float
    high: float

    @property
    def middle(self) -> float:
        """How many votes in all, more or less."""
        return (self.low + self.high) / 2


def wholes(infobox: Iterable[Claim]) -> Iterator[Poll]:
    """What each candidate's votes and percentage make of the votes in all, in the order of the candidates."""
    found: dict[Role, dict[int | None, Claim]] = {Role.VOTES: {}, Role.PERCENTAGE: {}}
    for claim in infobox:
        if claim.role in found and claim.field is not None:
            found[claim.role][claim.field.side] = claim
    for side, votes in found[Role.VOTES].items():
        percentage = found[Role.PERCENTAGE].get(side)
        a, b = votes.value, percentage.value if percentage else None
        if percentage is None or not isinstance(a, Count) or not isinstance(b, Number):
            continue
        enough = a.low >= _FEWEST_VOTES and b.low >= _LEAST_PERCENT
        if enough and a.exact and b.low == b.high and not b.approximate:
            off = slack(b.low)
            yield Poll(votes, percentage, 100 * a.low / (b.low + off), 100 * a.low / (b.low - off))


def slack(percentage: float) -> float:
    """How far a percentage may be off: rounded, or cut off, at its last digit."""
    digits = f"{percentage:.10f}".rstrip("0").partition(".")[2]
    return float(1.01 / 10 ** len(digits))
