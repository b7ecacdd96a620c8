"""What makes two findings the same one, wherever their words have moved to and however they are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wikiproof.values import Count, Date, Embedded, FreeText, Listing, Name, Place, Quantity, Unread
from wikiproof.values.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article
    from wikiproof.finding import Finding, Location
    from wikiproof.values import Value


@dataclass(frozen=True, slots=True, order=True)
class Identity:
    """Rule, field (folded; empty where the finding is on none) and normalised values, the primary one first."""

    code: str
    field: str
    values: tuple[str, ...]


def identity(finding: Finding) -> Identity:
    """What the finding is of. Neither positions nor wording, severity or place in the article are part of it."""
    first = _normal(finding.primary)
    others = {_normal(place) for place in finding.related} - {first}
    return Identity(finding.code, folded(finding.field or ""), (first, *sorted(others)))


def article_name(article: Article) -> str:
    """What an article is called from run to run: by its title, or by the name of its file where it has none."""
    return article.title or (article.source.path or "-").rpartition("/")[2]


def folded(text: str) -> str:
    """The text without what white space, underscores and case tell apart."""
    return " ".join(text.replace("_", " ").casefold().split())


def _normal(place: Location) -> str:
    """What the place says: its value where it was read as one, else its words."""
    return (place.value and normal(place.value)) or folded(place.text)


def normal(value: Value) -> str:
    """The value in a form that its wording does not change, as short as people would write it; "" for free text.

    "at least 40 people" is "40..", "10 km" and "10,000 m" are "10000 m".
    """
    match value:
        case Listing():
            items = [normal(item.value) for item in value.items]
            return " + ".join(items) if all(items) else ""
        case FreeText() | Unread() | Embedded():
            return ""
        case Date():
            return value.edtf()
        case Place():
            return ", ".join(fold(part) for part in value.parts)
        case Name():
            return fold(value.name)
        case Count():
            return _interval(value.low, value.high, approximate=value.approximate)
        case Quantity():
            document = value.as_json()
            si = document["si"]
            return f"{_interval(si['low'], si['high'], approximate='approximate' in document)} {si['unit']}"
        case _:
            return " ".join(_leaves(value.as_json()))


def _interval(low: float | None, high: float | None, *, approximate: bool) -> str:
    ends = f"{low}" if low == high else f"{_end(low)}..{_end(high)}"
    return f"about {ends}" if approximate else ends


def _end(number: float | None) -> str:
    return "" if number is None else str(number)


def _leaves(document: dict[str, Any]) -> Iterator[str]:
    """What a value's JSON holds, each thing once, without its kind and what it does not know."""
    if document.get("low") == document.get("high"):
        document = {key: value for key, value in document.items() if key != "high"}
    for key, value in document.items():
        if key != "kind" and value is not None:
            yield "about" if value is True else str(value)
