"""S04: a parameter that its infobox does not have is the one that it is a letter away from.

`| fatalites = 12` becomes `| fatalities = 12`; it did not show before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.fix.base import Edit, Repair, field_of
from wikiproof.infobox.registry import fold, infobox_type
from wikiproof.infobox.spelling import distance
from wikiproof.rules import unknown_parameter

if TYPE_CHECKING:
    from wikiproof.claims import Claims
    from wikiproof.finding import Finding
    from wikiproof.infobox.registry import InfoboxType

CODE = unknown_parameter.CODE
_SHORTEST = 6  # of shorter names too many are a letter from each other


def repair(finding: Finding, claims: Claims) -> Repair | None:
    """Rename it where only one parameter can be meant, which the box does not give yet."""
    found = field_of(finding, claims.article)
    if found is None:
        return None
    box, field = found
    kind = infobox_type(f"Infobox {box.type}") if box.type else None
    meant = _meant(field.name, kind) if kind else None
    if kind is None or meant is None:
        return None
    parameter = kind.parameter(meant)
    if any(each.key == (parameter and parameter.key) for each in box.fields):
        return None
    name = meant if claims.article.form == "wikitext" else _as_written(meant, field.name)
    return Repair(finding, f"{field.name} is renamed to {name}", (Edit(field.name_span, name),), field)


def _meant(name: str, kind: InfoboxType) -> str | None:
    """The parameter a letter away, as the type spells it; None where there is none, or one and another."""
    written = fold(name)
    near = [each for each in kind.spellings if distance(written, each, 1) == 1 and len(each) >= _SHORTEST]
    if len({kind.parameters[each].key for each in near}) != 1:
        return None
    # A number is no slip: there may be a second one of all things.
    return kind.spellings[near[0]] if _digits(near[0]) == _digits(written) else None


def _digits(name: str) -> str:
    return "".join(filter(str.isdigit, name))


def _as_written(meant: str, name: str) -> str:
    """The name as the plain rendition writes names, which readers see."""
    words = meant if "_" in name else meant.replace("_", " ")
    return words[:1].upper() + words[1:] if name[:1].isupper() else words
