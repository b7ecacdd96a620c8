"""The parts add up to more than the whole.

## What it does
Adds the parts that a field or a sentence names after its total, in brackets, behind a colon or a comma, and
reports a sum above the total.

## Why
One of the numbers was changed without the others.

## Example
```
= Harbour fire =

Infobox civilian attack
- Date: 8 March 2022
- Location: Old port
- Fatalities: 12 (8 civilians, 5 soldiers)
- Injuries: 3

The Harbour fire was an arson attack on 8 March 2022.
```

## When it is wrong
Parts may overlap: children are also women and men. Only counts of different groups are added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.counts import kind_of_people
from wikiproof.claims.event import flat
from wikiproof.finding import Confidence, Severity
from wikiproof.rules.base import Problem, at_claim, at_field, quote
from wikiproof.values import Count, Listing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wikiproof.claims import Claims
    from wikiproof.values import Value

CODE = "Q09"
NAME = "parts-sum"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(claims: Claims) -> Iterator[Problem]:
    """Add the parts in fields, then in sentences."""
    for field in claims.fields:
        if not isinstance(field.value, Listing):
            continue
        for whole, parts in _wholes(flat(field.value)):
            if _exceed(whole, parts):
                message = f"the parts of {quote(field.text.string)} add up to {_sum(parts)}"
                yield Problem(message, at_field(field), (), field.name, field.role)
    for claim in claims.body:
        if isinstance(claim.value, Count) and _exceed(claim.value, claim.parts):
            message = f"the parts of {quote(claim.text)} add up to {_sum(claim.parts)}"
            yield Problem(message, at_claim(claim), role=claim.role)


def _wholes(values: Iterable[Value]) -> Iterator[tuple[Count, list[Count]]]:
    """Each total of a field with the parts that follow it."""
    whole: Count | None = None
    parts: list[Count] = []
    for value in values:
        if not isinstance(value, Count):
            continue
        if value.part == "part":
            parts.append(value)
            continue
        if whole is not None:
            yield whole, parts
        whole, parts = value, []
    if whole is not None:
        yield whole, parts


def _exceed(whole: Count, parts: Iterable[Count]) -> bool:
    """Whether parts that do not overlap are more than the whole; children are women and men as well."""
    apart = [part for part in parts if kind_of_people(part.of or "") != "CHILD"]
    if len(apart) < 2 or whole.high is None or whole.approximate:
        return False
    return sum(part.low for part in apart) > whole.high


def _sum(parts: Iterable[Count]) -> str:
    numbers = [part.low for part in parts]
    return f"{' + '.join(map(str, numbers))} = {sum(numbers)}"
