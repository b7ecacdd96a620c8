"""The infobox gives another verdict than the text.

## What it does
Compares the verdict of the infobox (guilty, acquitted, mistrial) with what the lead tells, where the whole text tells
of one outcome alone; and charges with a sentence that nobody was charged.

## Why
Verdicts are added while a trial runs, and turned around by those who disagree with them.

## Example
```
= Shooting of John Harker =

Infobox civilian attack
- Date: 8 March 2012
- Verdict: Guilty

The shooting of John Harker happened on 8 March 2012. On 2 May 2013 a jury found the officer not guilty.
```

## When it is wrong
Several may have been tried, or one several times; a verdict may have been set aside.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikiproof.claims.verdicts import ended, told
from wikiproof.finding import Confidence, Severity
from wikiproof.role import Role
from wikiproof.rules.base import Problem, at_field, at_mention, quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Field
    from wikiproof.claims import Claims

CODE = "E14"
NAME = "verdict"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM

_VERDICTS = frozenset(("guilty", "cleared", "mistrial", "overturned"))
_CHARGES = frozenset(("charged", "uncharged"))
_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")


def check(claims: Claims) -> Iterator[Problem]:
    """Compare verdicts with the lead's, and charges with its word that there were none."""
    for box in claims.article.infoboxes:
        for field in box.fields:
            if field.role is Role.VERDICT:
                yield from _against(field, _VERDICTS, claims)
            elif field.role is Role.CHARGES and ended(field.text.string) == {"charged"}:
                yield from _against(field, _CHARGES, claims)


def _against(field: Field, kinds: frozenset[str], claims: Claims) -> Iterator[Problem]:
    ours = ended(field.text.string) & kinds
    # Charges are many a man's: where the field names one, only what is told of him counts.
    men = [name for name in _NAME.findall(field.text.string) if not ended(name)] if kinds is _CHARGES else []
    found = [each for each in told(claims.article, men) if each.how in kinds]
    if len(ours) != 1 or len({each.how for each in found}) != 1 or found[0].how in ours:
        return
    lead = next((each for each in found if each.standing.in_lead), None)
    if lead is not None:
        words = lead.sentence.text.string[lead.start : lead.end]
        message = (
            f"the infobox says {quote(field.text.string)} for {field.name}, the lead says {quote(words)}"
        )
        place = at_mention(lead.sentence, lead.start, lead.end)
        yield Problem(message, at_field(field), (place,), field.name, field.role)
