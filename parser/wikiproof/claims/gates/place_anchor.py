"""G3: a place in the clause that is only one of the event's places makes the claim a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.claims.model import Scope
from wikiproof.claims.tokens import letters_of

if TYPE_CHECKING:
    from wikiproof.claims.candidate import Candidate
    from wikiproof.claims.event import Event


def scope(candidate: Candidate, event: Event) -> Scope:
    """Part, if the words just after the claim name one of several places of the event."""
    if len(event.places) < 2:
        return Scope.TOTAL
    sites = {place.parts[0].casefold() for place in event.places if place.parts}
    tokens = candidate.tokens
    preposition, name = letters_of("IN"), letters_of("NAME")
    named = set()
    for index in range(candidate.end, len(tokens.letters) - 1):
        if tokens.letters[index] == preposition and tokens.letters[index + 1] == name:
            named.add(tokens.text(index + 1, index + 2).casefold())
    return Scope.PART if len(named & sites) == 1 and not named - sites else Scope.TOTAL
