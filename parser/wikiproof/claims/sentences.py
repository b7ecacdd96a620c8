"""What one sentence claims: each match of a pattern, judged by the gates."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

from wikiproof.claims.candidate import Candidate
from wikiproof.claims.counts import add
from wikiproof.claims.gates import judge
from wikiproof.claims.items import counted
from wikiproof.claims.model import Claim
from wikiproof.claims.parts import is_divided, joined, parts_of
from wikiproof.claims.patterns import Match, find
from wikiproof.claims.tokens import letters_of
from wikiproof.claims.totals import says_total
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
    read: ReadSentence,
    setting: Setting,
    anchors: Anchors,
    event: Event,
    roles: frozenset[Role],
    off: frozenset[str] = frozenset(),
) -> Iterator[Claim]:
    """The claims of a sentence in some roles, in their order; `anchors` are what its paragraph named before it."""
    seen: set[Role] = set()
    for tokens in read.tokens:
        told = []
        for match in sorted(find(tokens, roles), key=lambda m: m.low):
            value = _value(tokens, match)
            if value is None:
                continue
            candidate = _candidate(read, tokens, match, value, setting, anchors, follows=bool(seen))
            seen.add(candidate.role)
            claim = _claim(candidate, match, judge(candidate, event, off))
            told.append((candidate, claim))
            yield claim
        yield from joined(told)


def _claim(candidate: Candidate, match: Match, judgement: Judgement) -> Claim:
    tokens = candidate.tokens
    start, end = tokens.starts[match.start], tokens.ends[match.end - 1]
    counts = (
        counted(tokens, match.low, match.high)
        if isinstance(candidate.value, Count) and match.pattern.count is None
        else []
    )
    return Claim(
        candidate.role,
        candidate.value,
        tokens.string[start:end],
        candidate.read.sentence.text.locate(start, end),
        candidate.setting.standing,
        judgement.scope,
        candidate.of or None,
        _OWNING.sub("", tokens.text(*match.actor)) if match.actor else None,
        others=_fewer(tokens, match, counts),
        parts=parts_of(candidate.read, tokens, match) or _summed(tokens, match, counts),
        sentence=candidate.read.sentence,
        stops=judgement.stops,
        narrowed_by=judgement.narrowed_by,
        judged=True,
        # "Initial reports said 71, but these numbers were scaled back."
        retracted=tokens.has(letters_of("EARLY"), 0, match.start)
        and tokens.has(letters_of("REVISED"), match.end),
        whole=candidate.whole,
    )


def _fewer(tokens: Tokens, match: Match, counts: list[Count]) -> tuple[Count, ...]:
    """What several counts may come to without one: "31 civilians and 4 attackers" are 35, or 31.

    Who is named first without a number may belong to other words: "taken by a guard and 12 people were killed".
    """
    if len(counts) < 2 or not any(index in tokens.mentions for index in range(match.low, match.high)):
        return ()
    if is_divided(counts):
        return (replace(reduce(add, counts), of=None),)
    begins_with_one = match.low not in tokens.mentions and counts[0].low == counts[0].high == 1
    fewer = replace(reduce(add, counts[1:] if begins_with_one else counts[:1]), of=None)
    comma = letters_of("COMMA", "AND") in tokens.letters[match.low : match.high]
    # "killed 202 people, and 209 were injured"
    return (fewer, counts[-1]) if comma and len(counts) == 2 else (fewer,)


def _summed(tokens: Tokens, match: Match, counts: list[Count]) -> tuple[Count, ...]:
    """The counts that a claim is the sum of, where at least one is a number; or that its first is divided into."""
    if is_divided(counts):
        return tuple(counts[1:])
    numbers = any(index in tokens.mentions for index in range(match.low, match.high))
    return tuple(counts) if len(counts) > 1 and numbers else ()


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
        whole=says_total(tokens, match.start, match.end),
    )


def _value(tokens: Tokens, match: Match) -> Value | None:
    """The value in the match: of several counts, their sum."""
    if match.pattern.count is not None:
        return Count(match.pattern.count, match.pattern.count)
    if match.pattern.names:
        return Name(_OWNING.sub("", tokens.text(match.low, match.high) + _after_initial(tokens, match.high)))
    first = next(
        (tokens.mentions[i].value for i in range(match.low, match.high) if i in tokens.mentions), None
    )
    if first is not None and not isinstance(first, Count):
        return first
    counts = counted(tokens, match.low, match.high)
    if is_divided(counts):
        return counts[0]
    return replace(reduce(add, counts), of=None) if counts else None


def _after_initial(tokens: Tokens, end: int) -> str:
    """The rest of a name whose dot ended the tokens' match: ". Garrison" of "William F. Garrison"."""
    if end < 2 or len(tokens.text(end - 1, end)) != 1:
        return ""
    following = _AFTER_INITIAL.match(tokens.string, tokens.ends[end - 1])
    return following[0] if following else ""


_AFTER_INITIAL = re.compile(r"\.(?: [A-Z]\.)* [A-Z][\w’'-]+")
_OWNING = re.compile(r"['’]s?$")  # "Octavian's victory"
