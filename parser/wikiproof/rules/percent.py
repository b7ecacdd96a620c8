"""A percentage that cannot be.

## What it does
Works out the percentage where a sentence gives part, whole and percentage together ("45 of 60 (75%)"); where an
election's infobox gives votes and percentages, whether all go back to one whole; compares the turnout with the lead's;
and reports a turnout or a share of the vote above 100%.

## Why
Nobody has to be asked: one of the numbers is wrong.

## Example
```
= Kelmar flood =

Infobox flood
- Date: 9 August 1997

The Kelmar flood was a flash flood on 9 August 1997. It ruined 45 of the 60 houses (57%) of the lower town.
```

## When it is wrong
The percentage may be of another whole than the one named beside it. Rounding to a whole percent is allowed for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims import Standing
from wikiproof.claims.shares import shares, wholes
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_claim, at_mention, contradiction, disputed, quote
from wikiproof.values import Number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims

CODE = "Q17"
NAME = "percent"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH

_OF_ALL = (Role.TURNOUT, Role.PERCENTAGE)


def check(claims: Claims) -> Iterator[Problem]:
    """Check the shares of sentences, then the votes of the infobox, then what exceeds the whole."""
    for sentence, mentions in claims.checkable:
        for share in shares(sentence.text.string, mentions):
            if not share.fits:
                place = at_mention(sentence, share.start, share.end)
                message = f"{quote(place.text)}: {share.part.low} of {share.whole.low} is {share.actual:.1f}%"
                yield Problem(message, place)
    yield from _votes(claims)
    for field, text in disputed(claims, Role.TURNOUT, (Standing.OPENING, Standing.LEAD)):
        yield contradiction(field, text)
    for claim in claims.infobox:
        if (
            claim.role in _OF_ALL
            and isinstance(claim.value, Number)
            and claim.value.low > 100
            and claim.field
        ):
            message = f"{claim.field.name} exceeds the whole: {quote(claim.text)}"
            yield Problem(message, at_claim(claim), field=claim.field.name, role=claim.role)


def _votes(claims: Claims) -> Iterator[Problem]:
    """The first candidate whose votes and percentage make another total than those of all the others."""
    polls = list(wholes(claims.infobox))
    for poll in polls:
        apart = [other for other in polls if other.low > poll.high or other.high < poll.low]
        if apart and len(apart) == len(polls) - 1 and poll.percentage.field:
            message = (
                f"{quote(poll.votes.text)} votes at {quote(poll.percentage.text)} make a total of about "
                f"{poll.middle:,.0f}, another candidate's numbers one of about {apart[0].middle:,.0f}"
            )
            places = at_claim(poll.percentage), (at_claim(poll.votes),)
            yield Problem(message, *places, field=poll.percentage.field.name, role=Role.PERCENTAGE)
            return
