"""Proves repairs: the article is read again, and nothing but what was to be repaired may have changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from wikiproof.checking import all_findings
from wikiproof.edit import identity
from wikiproof.rules import DEFAULT, RULES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikiproof.article import Article, Field
    from wikiproof.config import Settings
    from wikiproof.fix.base import Repair


def objection(before: Article, after: Article, repairs: Sequence[Repair], settings: Settings) -> str | None:
    """What speaks against the repairs that made one article of another; None where nothing does."""
    if _rest(before) != _rest(after):
        return "the text would read otherwise"
    if not _same_fields(before, after, repairs):
        return "another field would read otherwise"
    whole = replace(settings, rules=tuple(rule for rule in RULES if rule in (*DEFAULT, *settings.rules)))
    known, found = (Counter(map(identity, all_findings(each, whole))) for each in (before, after))
    for new in found - known:
        return (
            f"it would bring up {new.code} for {new.field}" if new.field else f"it would bring up {new.code}"
        )
    for settled, amount in Counter(identity(each.finding) for each in repairs).items():
        if found[settled] > known[settled] - amount:
            return "it would not settle the finding"
    return None


def _same_fields(before: Article, after: Article, repairs: Sequence[Repair]) -> bool:
    """Whether all fields but the repaired ones are the same, in the same order."""
    own, left = _fields(before), iter(_fields(after))
    touched = {id(each.field): each for each in repairs}
    for field in own:
        repair = touched.get(id(field))
        if repair and repair.removes:
            continue
        other = next(left, None)
        if other is None or not (repair or _read(field) == _read(other)):
            return False
    return next(left, None) is None


def _fields(article: Article) -> list[Field]:
    return [field for box in article.all_infoboxes() for field in box.fields]


def _read(field: Field) -> tuple[Any, ...]:
    """What was read of a field, without where it stands."""
    return (field.name, field.raw, field.text.string, field.key, field.role, field.side, field.value)


def _rest(article: Article) -> tuple[Any, ...]:
    """What was read of all else."""
    return (
        article.title,
        [box.name for box in article.all_infoboxes()],
        [sentence.text.string for paragraph in article.paragraphs() for sentence in paragraph.sentences],
        [(section.title, section.level) for section in article.all_sections()],
        [category.label for category in article.categories],
        article.short_description and article.short_description.string,
        article.coordinates and article.coordinates.string,
        [problem.fault for problem in article.problems],
    )
