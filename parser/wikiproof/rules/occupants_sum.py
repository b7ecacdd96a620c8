"""The numbers of those aboard do not add up.

## What it does
Adds passengers and crew, and deaths and survivors (and missing), and compares each sum with the occupants, where
the infobox gives single numbers. It also compares occupants, passengers, crew and survivors with what the lead
and the sections about the event say.

## Why
The numbers aboard are found in different reports and are edited one at a time.

## Example
```
= Northair Flight 212 =

Infobox aircraft occurrence
- Date: 3 July 2011
- Occupants: 158
- Passengers: 150
- Crew: 6
- Fatalities: 158
- Survivors: 0

Northair Flight 212 was a flight that crashed on approach on 3 July 2011.
```

## When it is wrong
The deaths may count people on the ground or those who died later; infants may be counted in one place only.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wikiproof.claims import Scope, Standing
from wikiproof.claims.aboard import by_craft, sums, total
from wikiproof.claims.notes import in_and_out
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_claim, compare_readings, contradiction, quote
from wikiproof.rules.retracted import retracted
from wikiproof.values import Agreement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim, Claims

CODE = "Q10"
NAME = "occupants-sum"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM

_ABOARD = (Role.OCCUPANTS, Role.PASSENGERS, Role.CREW, Role.SURVIVORS)
_TOLD = (Standing.OPENING, Standing.LEAD, Standing.EVENT_SECTION)


def check(claims: Claims) -> Iterator[Problem]:
    """Compare each number with the text, then the sums of each craft; a number is reported once."""
    if not any(claim.role in _ABOARD for claim in claims.infobox):
        return
    wrong = set()
    for role in _ABOARD:
        for field in claims.of_field(role):
            denial = _denial(field, claims)
            if denial:
                wrong.add(role)
                yield contradiction(field, denial)
        yield from retracted(claims, role)
    ground = any(claims.of_text(Role.GROUND_DEATHS)) or any(claims.of_field(Role.GROUND_DEATHS))
    for numbers in by_craft(claims.infobox):
        for parts, whole in () if wrong & numbers.keys() else sums(numbers):
            over = total(parts) - total(whole)
            if over and not (over > 0 and ground and Role.DEATHS in {c.role for c in parts}):
                yield _problem(parts, whole, claims)
                break


def _denial(field: Claim, claims: Claims) -> Claim | None:
    """The first sentence that gives another number, if none gives the field's; passengers alone are not all."""
    told = [c for c in claims.of_text(field.role) if c.standing in _TOLD and c.scope is not Scope.ADDITION]
    verdicts = [(compare_readings(field, _told(text)), text) for text in told]
    if field.field is None or field.field.side is not None or any(v is Agreement.AGREE for v, _ in verdicts):
        return None
    return next((text for verdict, text in verdicts if verdict is Agreement.DIFFER and text.speaks), None)


def _told(text: Claim) -> Claim:
    """The number as told, and of survivors also without those who died later."""
    plain = replace(text, others=())
    return in_and_out(plain) if text.role is Role.SURVIVORS else plain


def _problem(parts: list[Claim], whole: list[Claim], claims: Claims) -> Problem:
    """The sum, shown at the field that the text does not confirm."""
    first, *others = sorted((*parts, *whole), key=lambda c: _is_told(c, claims))
    assert first.field is not None
    message = f"{_written(parts)} but {_written(whole)}"
    return Problem(message, at_claim(first), tuple(map(at_claim, others)), first.field.name, first.role)


def _is_told(field: Claim, claims: Claims) -> bool:
    return any(compare_readings(field, text) is Agreement.AGREE for text in claims.of_text(field.role))


def _written(claims: list[Claim]) -> str:
    names = " and ".join(f"{quote(c.text)} {c.field.name}" for c in claims if c.field)
    return f"{names} make {total(claims)}" if len(claims) > 1 else f"there are {names}"
