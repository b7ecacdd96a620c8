"""Templates in a row that make one infobox: "Infobox weather event", then ".../Effects" and ".../Footer"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.role import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wikiproof.article import Infobox


def continues(box: Infobox, other: Infobox) -> bool:
    """Whether a template goes on with the event of an earlier one of its type: it is a part, and bears no name."""
    return (
        box.type is not None
        and box.type == other.type
        and "/" in (other.name or "")
        and "/" not in (box.name or "")
        and not any(field.role is Role.NAME and field.text for field in other.fields)
    )


def rows(boxes: Iterable[Infobox]) -> list[list[Infobox]]:
    """The infoboxes, each with those that go on with it after it."""
    found: list[list[Infobox]] = []
    for box in boxes:
        if found and continues(found[-1][0], box):
            found[-1].append(box)
        else:
            found.append([box])
    return found
