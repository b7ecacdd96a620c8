"""Who won, by what one article says and by the infobox of the battle's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.related.kin import kin
from wikiproof.role import Role
from wikiproof.values import Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.events import Event, Fact, Said


def conflicts(event: Event, said: Said) -> Iterator[tuple[Fact, Fact]]:
    """The infobox's result and the first name that is on the wrong side by it, where no other is on the right one."""
    ours = next(event.in_role(Role.RESULT), None)
    verdicts = [(_fits(ours, theirs), theirs) for theirs in said.in_role(Role.RESULT)] if ours else []
    if ours and not any(verdict for verdict, _ in verdicts):
        yield from ((ours, theirs) for verdict, theirs in verdicts[:1] if verdict is False)


def _fits(ours: Fact, theirs: Fact) -> bool | None:
    """Whether a name is of the side that it should be of; None where it is of no side or of both."""
    actor = theirs.value
    if not isinstance(actor, Name):
        return None
    sides = {name.note for name in ours.values if isinstance(name, Name) and kin(name.name, actor.name)}
    return (actor.note in sides) if len(sides) == 1 else None
