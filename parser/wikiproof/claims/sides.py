"""The sides of a conflict, and on which of them the text's actors stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.claims.event import flat
from wikiproof.role import Role
from wikiproof.values import Name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wikiproof.article import Article, Field, Sentence
    from wikiproof.claims.model import Claim
    from wikiproof.claims.names import Names

Members = dict[int, tuple[str, ...]]

_ROLES = (Role.BELLIGERENT, Role.COMMANDER, Role.UNIT)
_TWO = 2


@dataclass(frozen=True, slots=True)
class Sides:
    """Who stands on each side: side → names, of belligerents, commanders and units.

    `belligerents` are those of the infobox alone. To `members` the text adds whose army a commander led.
    `opposed` are two that one sentence has fight each other.
    """

    members: Members
    belligerents: Members
    names: Names
    opposed: tuple[tuple[str, str], ...] = ()

    @staticmethod
    def of(article: Article, names: Names, told: Iterable[Claim] = ()) -> Sides:
        """The sides of the article's infoboxes; `told` are the text's claims about commanders and belligerents."""
        members: defaultdict[int, list[str]] = defaultdict(list)
        belligerents: defaultdict[int, list[str]] = defaultdict(list)
        for field in columns(article, *_ROLES):
            members[field.side or 0] += names_of(field)
            if field.role is Role.BELLIGERENT:
                belligerents[field.side or 0] += names_of(field)
        infobox = Sides(_fixed(members), _fixed(belligerents), names)
        fought: defaultdict[Sentence | None, list[str]] = defaultdict(list)
        for claim in told:
            if not isinstance(claim.value, Name):
                continue
            if claim.role is Role.BELLIGERENT:
                fought[claim.sentence].append(claim.value.name)
            elif claim.actor and infobox.side(claim.actor) is None:
                side = infobox.side(claim.value.name)
                if side is not None:
                    members[side].append(claim.actor)
        opposed = tuple((those[0], those[1]) for those in fought.values() if len(those) == _TWO)
        return Sides(_fixed(members), infobox.belligerents, names, opposed)

    def side(self, actor: str) -> int | None:
        """The one side that an actor of the text belongs to; None if it may be of several or none."""
        return self._one(self.members, actor)

    def by_belligerents(self, actor: str) -> int | None:
        """The side of an army by the belligerents alone: its commander must not vouch for himself."""
        return self._one(self.belligerents, actor)

    def same(self, a: str, b: str) -> bool | None:
        """Whether two actors are on one side; None where that is not known of one of them."""
        if self.names.allied(a, b):
            return True
        ours, theirs = self.side(a), self.side(b)
        if ours is not None and theirs is not None:
            return ours == theirs
        fight = any(self._fight(a, b, pair) for pair in (*self.opposed, *known_enemies()))
        return False if fight or self._outside(a, theirs) or self._outside(b, ours) else None

    def _outside(self, actor: str, side: int | None) -> bool:
        """Whether an actor of no side is known to be none of those who stand on one."""
        those = self.belligerents.get(side or 0, ())
        return bool(those) and all(self.names.foreign(actor, one) for one in those)

    def _fight(self, a: str, b: str, pair: tuple[str, str]) -> bool:
        one, other = (self._meant(actor, pair) for actor in (a, b))
        return one is not None and other is not None and one != other

    def _meant(self, actor: str, pair: tuple[str, str]) -> str | None:
        """Which of the two an actor is: of one name before of the kin ("Whites" are no "Finnish Reds")."""
        for alike in (self.names.same, self.names.allied):
            found = [name for name in pair if alike(actor, name)]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _one(self, members: Members, actor: str) -> int | None:
        for alike in (self.names.same, self.names.allied):  # one of the name before one of the kin
            found = {side for side, those in members.items() if any(alike(actor, m) for m in those)}
            if found:
                return found.pop() if len(found) == 1 else None
        return None


def columns(article: Article, *roles: Role) -> list[Field]:
    """The fields of the infobox's sides in some roles."""
    return [
        field
        for box in article.infoboxes
        for field in box.fields
        if field.side is not None and field.role in roles and field.value is not None
    ]


def names_of(field: Field) -> list[str]:
    """The names that a field gives."""
    return [value.name for value in flat(field.value) if isinstance(value, Name)] if field.value else []


@cache
def known_enemies() -> tuple[tuple[str, str], ...]:
    """Pairs that always fight each other: the two sides of well-known civil wars."""
    pairs = data.table("grammar", "claims", "sides.toml")["enemies"]["pairs"]
    return tuple((one, other) for one, other in pairs)


def _fixed(members: dict[int, list[str]]) -> Members:
    return {side: tuple(found) for side, found in members.items()}
