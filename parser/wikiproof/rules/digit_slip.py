"""Two numbers are one slip apart.

## What it does
Says of a finding on numbers how the two resemble each other: two digits are swapped, one digit is missing, or
one number is ten, a hundred, a thousand or a million times the other.

## Why
Who sees how a mistake came about is quicker to see which place holds it.

## Example
```
= Harbour fire =

Infobox civilian attack
- Date: 8 March 2022
- Location: Old port
- Fatalities: 34
- Injuries: 3

The Harbour fire was an arson attack on 8 March 2022 that killed 43 people.
```

## When it is wrong
It only describes two numbers that a rule already found to differ; the resemblance may be chance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.values import Count, Magnitude, Money, Number, Quantity

if TYPE_CHECKING:
    from wikiproof.values import Value

CODE = "Q18"
NAME = "digit-slip"

_TIMES = {10: "ten", 100: "a hundred", 1_000: "a thousand", 1_000_000: "a million"}


def explain(a: Value, b: Value) -> str | None:
    """How two single numbers of one kind resemble each other."""
    first, second = _number(a), _number(b)
    if first is None or second is None or first == second or _unit(a) != _unit(b):
        return None
    smaller, larger = sorted((first, second))
    times = next((word for factor, word in _TIMES.items() if smaller * factor == larger), None)
    if times and smaller:
        return f"one is {times} times the other"
    few, many = (f"{number:.15g}" for number in (smaller, larger))
    if len(few) == len(many) and swapped(few, many):
        return "the same digits, two of them swapped"
    if len(few) > 1 and len(few) + 1 == len(many) and one_digit(few, many):
        return "the same digits but for one that is missing"
    return None


def one_digit(a: str, b: str) -> bool:
    """Whether one digit was changed, left out or put in, or two neighbours swapped."""
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1 or swapped(a, b)
    few, many = sorted((a, b), key=len)
    return len(few) + 1 == len(many) and any(many[:i] + many[i + 1 :] == few for i in range(len(many)))


def swapped(a: str, b: str) -> bool:
    """Whether two neighbours are exchanged."""
    return any(a[:i] + a[i + 1] + a[i] + a[i + 2 :] == b for i in range(len(a) - 1)) and a != b


def _unit(value: Value) -> tuple[object, ...]:
    """What must be the same for two numbers to be compared by their digits."""
    return type(value), getattr(value, "unit", None), getattr(value, "currency", None)


def _number(value: Value) -> float | None:
    """The one number that a value holds; None for a range, a bound and for other kinds."""
    if isinstance(value, (Count, Money, Number, Magnitude, Quantity)) and value.low == value.high:
        return value.low
    return None
