"""What `lint --related` finds between articles, before it shows each of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import wikiproof

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wikiproof.events import Record
    from wikiproof.finding import Finding
    from wikiproof.read.files import Input, Unreadable


def between(given: Sequence[Input | Unreadable]) -> dict[str, list[Finding]]:
    """The findings between articles by the path of the one that they are on.

    Of each article only its part of the table of events is kept. What cannot be read is passed over here, and told
    of when it is read again to be shown; so is standard input, which can be read but once.
    """
    from wikiproof.related import RULES, joined

    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for each in joined(_records(given), RULES):
        found[each.page.path].append(each.finding)
    return found


def _records(given: Iterable[Input | Unreadable]) -> Iterator[Record]:
    from wikiproof.claims import gather
    from wikiproof.events import record_of
    from wikiproof.read.files import Unreadable, load

    for each in given:
        if isinstance(each, Unreadable) or each.file is None:
            continue
        try:
            record = record_of(gather(wikiproof.read(load(each))))
        except Exception:  # whatever it is, it comes up again, and is told of then
            continue
        yield record
