"""The sides of a conflict, and on which of them the text's actors stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wikiproof.claims.event import flat
from wikiproof.role import Role
from wikiproof.values import Name

if TYPE_CHECKING:
    from wikiproof.article import Article
    from wikiproof.claims.names import Names

_ROLES = (Role.BELLIGERENT, Role.COMMANDER, Role.UNIT)


@dataclass(frozen=True, slots=True)
class Sides:
    """Who stands on each side, by the infobox: side → names, of belligerents, commanders and units."""

    members: dict[int, tuple[str, ...]]
    names: Names

    @staticmethod
    def of(article: Article, names: Names) -> Sides:
        """The sides of the article's infoboxes."""
        members: defaultdict[int, list[str]] = defaultdict(list)
        for box in article.infoboxes:
            for field in box.fields:
                if field.side is not None and field.role in _ROLES and field.value is not None:
                    members[field.side] += [v.name for v in flat(field.value) if isinstance(v, Name)]
        return Sides({side: tuple(found) for side, found in members.items()}, names)

    def side(self, actor: str) -> int | None:
        """The one side that an actor of the text belongs to; None if it may be of several or none."""
        found = {
            side
            for side, members in self.members.items()
            if any(self.names.related(actor, m) for m in members)
        }
        return found.pop() if len(found) == 1 else None
