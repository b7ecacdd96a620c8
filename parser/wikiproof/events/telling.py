"""The claims of a sentence that links an event, without asking yet whether they are the article's own event's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wikiproof.claims import Event
from wikiproof.claims.anchors import Anchors
from wikiproof.claims.sentences import sentence_claims

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.claims import Claim
    from wikiproof.claims.reading import Reader, ReadSentence, Setting
    from wikiproof.role import Role

# What these gates ask is whether a claim is the article's own event's; here the form answers whose it is.
_WHOSE = frozenset({"G1", "G2", "G3", "G9"})
_NO_EVENT = Event("", (), ())


def told(
    read: ReadSentence, setting: Setting, reader: Reader, roles: frozenset[Role]
) -> Iterator[tuple[Claim, int, int]]:
    """The claims in some roles that pass the other gates, each with where it begins and ends in the sentence.

    A bracket, which elsewhere divides what stands before it, tells of the event that it follows.
    """
    opened = replace(read, tokens=tuple(replace(run, bracketed=False) for run in read.tokens))
    for claim in sentence_claims(opened, setting, Anchors((), reader), _NO_EVENT, roles, _WHOSE):
        start = _start(claim, read)
        if claim.speaks and start >= 0:
            yield claim, start, start + len(claim.text)


def _start(claim: Claim, read: ReadSentence) -> int:
    """Where in its sentence a claim begins; -1 if that cannot be told."""
    text = read.sentence.text
    start = text.string.find(claim.text)
    while start >= 0 and text.locate(start, start + len(claim.text)) != claim.span:
        start = text.string.find(claim.text, start + 1)
    return start
