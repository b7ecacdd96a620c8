"""The comments in wikitext, found by themselves: no other reading asks where they are."""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from typing import TYPE_CHECKING

from wikiproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# Tags whose content MediaWiki takes as text.
_MARK = re.compile(
    r"<!--|-->|<(?P<open>nowiki|pre|syntaxhighlight|source|math)\b[^<>]*(?<!/)>"
    r"|</(?P<close>nowiki|pre|syntaxhighlight|source|math)\s*>",
    re.IGNORECASE,
)


def comments(text: str) -> Iterator[Span]:
    """Every comment from `<!--` to `-->`; one in a `<nowiki>` is text, one never closed hides the rest."""
    ends: defaultdict[str, list[int]] = defaultdict(list)
    for each in _MARK.finditer(text):
        ends[(each["close"] or each[0]).lower()].append(each.end())
    at = 0
    while mark := _MARK.search(text, at):
        at = mark.end()
        if name := mark["open"]:
            at = _after(ends[name.lower()], at) or at
        elif mark[0] == "<!--":
            at = _after(ends["-->"], at) or len(text)
            yield Span(mark.start(), at)


def _after(ends: list[int], at: int) -> int | None:
    """The first end after a position."""
    index = bisect(ends, at)
    return ends[index] if index < len(ends) else None
