"""Which infoboxes of a page tell of one event."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from wikiproof.infobox.rows import continues
from wikiproof.role import Role
from wikiproof.values.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article, Infobox

Pair = tuple["Infobox", "Infobox"]


def of_one_event(article: Article) -> Iterator[Pair]:
    """Boxes of one type and one name, the earlier first; the first on the page may leave the page's title out."""
    boxes = article.infoboxes
    if len(boxes) == 1 and not any(field.children for field in boxes[0].fields):
        return
    names = [_name(box) for box in boxes]
    names[:1] = [names[0] or fold(article.title or "")] if names else []
    for (box, name), (other, other_name) in combinations(zip(boxes, names, strict=True), 2):
        one = bool(name) and name == other_name
        if box.type and box.type == other.type and (one or continues(box, other)):
            yield box, other
    for box, child in _embedded(article):
        if box.type and box.type == child.type and _name(child) and _name(child) == _name(box):
            yield box, child


def with_parts(article: Article) -> Iterator[Pair]:
    """Boxes, each with one inside it that bears no name of its own."""
    return ((box, child) for box, child in _embedded(article) if not _name(child))


def _embedded(article: Article) -> Iterator[Pair]:
    for box in article.all_infoboxes():
        yield from ((box, child) for field in box.fields for child in field.children)


def _name(box: Infobox) -> str:
    names = (fold(f.text.string).removeprefix("the ") for f in box.fields if f.role is Role.NAME and f.text)
    return next(names, "")
