"""A link shows another year, number or country than the page it leads to has in its title.

## What it does
Compares the label of a link with the title of its page where they are the same words but for one year ("2022 Kabul
bombing" and "2021 Kabul bombing"), one ordinal ("First", "2nd") or one country or nationality. A label with a year may
leave words of the title out.

## Why
A link is copied from another event and its label put right, or only its target: readers land on the wrong page.

## Example
```
{{Infobox event
| title = Harbour fire
| date = 8 March 2022
}}
The '''Harbour fire''' came after the [[2021 Kabul bombing|2022 Kabul bombing]].
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
from wikiproof.rules.base import Problem, at_mention, quote
from wikiproof.text import Kind

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
    """Compare the label of every link in the text with its target."""
    for paragraph in claims.article.paragraphs():
        for sentence in paragraph.sentences:
            for link in sentence.text.of_kind(Kind.LINK):
                label = sentence.text.string[link.start : link.end]
                if " " not in label or label == link.value or not _leads_astray(link.value, label):
                    continue
                if "#" not in claims.article.source[link.source]:  # a section has a title of its own
                    message = f"the link shows {quote(label)} and leads to {quote(link.value)}"
                    target = Location("link", link.value, link.source)
                    yield Problem(message, at_mention(sentence, link.start, link.end), (target,))


def _leads_astray(target: str, label: str) -> bool:
    return len(target) <= _LONGEST and names_another(_DISAMBIGUATOR.sub("", target.replace("_", " ")), label)
