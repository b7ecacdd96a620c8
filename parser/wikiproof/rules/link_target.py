"""A link shows another year, number or country than the page it leads to has in its title.

## What it does
Compares the label of a link with the title of its page where they are the same words but for one year ("2022 Kabul
bombing" and "2021 Kabul bombing"), one ordinal ("First", "2nd") or one country or nationality. A label with a year may
leave words of the title out.

## Why
A link is copied from another event and its label put right, or only its target: readers land on the wrong page.

## Example
```
= Harbour fire =

Infobox event
- Date: 8 March 2022

The Harbour fire came after the [[2021 Kabul bombing|2022 Kabul bombing]].
```

## When it is wrong
The page may have been moved, and its old title, a redirect, was wrong. Links to sections, bare years and seasons are
left alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikiproof.claims.linking import names_another
from wikiproof.finding import Confidence, Location, Severity
from wikiproof.rules.base import Problem, quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claims

CODE = "E13"
NAME = "link-target"
SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH

_DISAMBIGUATOR = re.compile(r" \([^()]*\)$")
_LONGEST = 200  # characters: what is longer is no title


def check(claims: Claims) -> Iterator[Problem]:
    """Compare the label of every link that has one with its target."""
    for link in claims.article.links:
        if (
            link.label == link.target
            or "#" in link.target
            or " " not in link.label
            or len(link.target) > _LONGEST
        ):
            continue
        title = _DISAMBIGUATOR.sub("", link.target.replace("_", " "))
        if names_another(title, link.label):
            message = f"the link shows {quote(link.label)} and leads to {quote(link.target)}"
            at = Location("link", link.label, link.span)
            yield Problem(message, at, (Location("target", link.target, link.target_span),))
