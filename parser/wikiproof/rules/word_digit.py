"""A number in words and the digits behind it differ.

## What it does
Compares a number written in words with the bare digits that stand in brackets right behind it.

## Why
Contracts and reports write a number twice so that a slip shows; here one did.

## Example
```
= Harbour fire =

Infobox event
- Date: 8 March 2022

The Harbour fire destroyed the old port on 8 March 2022. It burned forty (14) warehouses.
```

## When it is wrong
The digits may be a page, a note or an item of a list; years and ordinals are left alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikiproof.finding import Confidence, Severity
from wikiproof.rules.base import Problem, at_mention, quote
from wikiproof.rules.explanations import explain
from wikiproof.values import Count, count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims

CODE = "Q12"
NAME = "word-digit"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH

_DIGITS = re.compile(r" \((\d{1,3}(?:,\d{3})*|\d{5,})\)(?! ?\()")
_LISTED = re.compile(r"\(1\)|\((?:1?\d)\).*\((?:1?\d)\)")  # "by two (1) planes and (2) ships"
_NUMBERED = re.compile(
    r"\b(?:chapter|part|act|book|volume|type|class|episode|season|phase|the) $", re.IGNORECASE
)


def check(claims: Claims) -> Iterator[Problem]:
    """Report each pair that differs, in the sentences that hold one."""
    for sentence, mention, value in claims.mentioned(Count):
        string = sentence.text.string
        digits = _DIGITS.match(string, mention.end)
        written = string[mention.start : mention.end]
        if digits is None or not value.exact or any(character.isdigit() for character in written):
            continue
        if _LISTED.search(string) or _NUMBERED.search(string, 0, mention.start):
            continue
        shown = count.read(digits[1])
        if shown is not None and shown.low != value.low:
            place = at_mention(sentence, mention.start, digits.end())
            message = f"{quote(written)} and the digits behind it differ: {quote(place.text)}"
            yield Problem(message, place, explanation=explain(value, shown))
