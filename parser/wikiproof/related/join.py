"""Brings together what articles say of an event and the event's own article."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from wikiproof.events import How, Said
from wikiproof.events.titles import key
from wikiproof.related.base import Placed, stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wikiproof.events import Event, Record
    from wikiproof.related.base import Rule

_LONGEST_CHAIN = 3  # redirects; MediaWiki itself follows one


def findings(events: Sequence[Event], said: Iterable[Said], rules: Sequence[Rule]) -> Iterator[Placed]:
    """The findings of one key: of the events of one title, and of all that is said of it.

    A pure function of rows that share a key: what a join hands to it, wherever that is done.
    """
    for number, event in enumerate(events):
        for other in events[:number]:
            copy = Said(other.page, event.page.key, How.COPY, other.facts, other.type)
            yield from _of(event, copy, rules)
    for each in said:
        for event in events:
            if each.page != event.page:
                yield from _of(event, each, rules)


def _of(event: Event, said: Said, rules: Sequence[Rule]) -> Iterator[Placed]:
    for rule in rules:
        for problem in rule.check(event, said):
            yield stamp(rule, event, said, problem)


def joined(
    records: Iterable[Record], rules: Sequence[Rule], redirects: Mapping[str, str] | None = None
) -> list[Placed]:
    """All findings between articles whose records fit into memory, sorted."""
    events: defaultdict[str, list[Event]] = defaultdict(list)
    said: defaultdict[str, list[Said]] = defaultdict(list)
    for record in records:
        if record.event is not None:
            events[record.page.key].append(record.event)
        for each in record.said:
            said[target(each.of, redirects or {})].append(each)
    found = [each for title, those in events.items() for each in findings(those, said[title], rules)]
    return sorted(found, key=order)


def order(found: Placed) -> tuple[str, str, tuple[int, int, str, str]]:
    """What findings are sorted by: article, position, code, message."""
    return (found.page.title, found.page.path, found.finding.order)


def target(title: str, redirects: Mapping[str, str]) -> str:
    """The page that a link leads to."""
    for _ in range(_LONGEST_CHAIN):
        if title not in redirects:
            break
        title = key(redirects[title])
    return title
