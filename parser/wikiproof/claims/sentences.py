"""What one sentence claims: each match of a pattern, judged by the gates."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from wikiproof.claims.candidate import Candidate
from wikiproof.claims.counts import add
from wikiproof.claims.gates import judge
from wikiproof.claims.model import Claim
from wikiproof.claims.parts import parts_of
from wikiproof.claims.patterns import Match, find
from wikiproof.values import Count, Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims.anchors import Anchors
    from wikiproof.claims.event import Event
    from wikiproof.claims.gates import Judgement
    from wikiproof.claims.reading import ReadSentence, Setting
    from wikiproof.claims.tokens import Tokens
    from wikiproof.role import Role
    from wikiproof.values import Value


def sentence_claims(
    read: ReadSentence, setting: Setting, anchors: Anchors, event: Event, off: frozenset[str] = frozenset()
) -> Iterator[Claim]:
    """The claims of a sentence in their order; `anchors` are what its paragraph named before it."""
    seen: set[Role] = set()
    for tokens in read.tokens:
        for match in sorted(find(tokens), key=lambda m: m.low):
            value = _value(tokens, match)
            if value is None:
                continue
            candidate = _candidate(read, tokens, match, value, setting, anchors, follows=bool(seen))
            seen.add(candidate.role)
            yield _claim(candidate, match, judge(candidate, event, off))


def _claim(candidate: Candidate, match: Match, judgement: Judgement) -> Claim:
    tokens = candidate.tokens
    start, end = tokens.starts[match.start], tokens.ends[match.end - 1]
    counts = _counts(tokens, match)
    return Claim(
        candidate.role,
        candidate.value,
        tokens.string[start:end],
        candidate.read.sentence.text.locate(start, end),
        candidate.setting.standing,
        judgement.scope,
        candidate.of or None,
        tokens.text(*match.actor) if match.actor else None,
        # "left 31 civilians and 4 attackers dead" is 35, or 31
        others=(counts[0],) if len(counts) > 1 else (),
        parts=parts_of(candidate.read, tokens, match),
        sentence=candidate.read.sentence,
        stops=judgement.stops,
        narrowed_by=judgement.narrowed_by,
        judged=True,
    )


def _candidate(
    read: ReadSentence,
    tokens: Tokens,
    match: Match,
    value: Value,
    setting: Setting,
    anchors: Anchors,
    *,
    follows: bool,
) -> Candidate:
    first = next((index for index in range(match.low, match.high) if index in tokens.mentions), match.low)
    return Candidate(
        role=match.pattern.role,
        value=value,
        of=match.pattern.of or tokens.text(first + 1, match.high),
        tokens=tokens,
        start=match.start,
        end=match.end,
        low=match.low,
        high=match.high,
        read=read,
        setting=setting,
        anchors=anchors,
        follows=follows,
        claimed=match.pattern.claimed,
    )


def _value(tokens: Tokens, match: Match) -> Value | None:
    """The value in the match: of several counts, their sum."""
    if match.pattern.zero:
        return Count(0, 0)
    if match.pattern.names:
        return Name(tokens.text(match.low, match.high))
    counts = _counts(tokens, match)
    if counts:
        return reduce(add, counts)
    return next(
        (tokens.mentions[i].value for i in range(match.low, match.high) if i in tokens.mentions), None
    )


def _counts(tokens: Tokens, match: Match) -> list[Count]:
    found = (tokens.mentions[i].value for i in range(match.low, match.high) if i in tokens.mentions)
    return [value for value in found if isinstance(value, Count)]
