"""The renderers that the tables in `grammar/templates/` may name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.read.templates import (
    citations,
    coordinates,
    dates,
    flags,
    functions,
    lists,
    measures,
    notes,
    numbers,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wikiproof.read.templates.call import Call

RENDERERS: Mapping[str, Callable[[Call], None]] = {
    "abbreviation": words.abbreviation,
    "aged": dates.aged,
    "age between": dates.age_between,
    "as of": dates.as_of,
    "choice": functions.choice,
    "citation": citations.citation,
    "condition": functions.condition,
    "convert": measures.convert,
    "coordinates": coordinates.coordinates,
    "country": flags.country,
    "date": dates.date,
    "date range": dates.date_range,
    "duration": dates.duration,
    "elapsed": dates.elapsed,
    "film dates": dates.film_dates,
    "fraction": numbers.fraction,
    "grouped number": numbers.grouped,
    "inline items": lists.inline_items,
    "intensity": numbers.intensity,
    "items": lists.items,
    "items of content": lists.items_of_content,
    "language": words.language,
    "line break": lists.line_break,
    "money": numbers.money,
    "note": notes.note,
    "pairs": lists.pairs,
    "percentage": numbers.percentage,
    "raised": words.raised,
    "reference": notes.reference,
    "ship": words.ship,
    "tag": notes.tag,
    "tag extension": notes.extension,
    "tagged text": notes.tagged_text,
    "text case": functions.text_case,
    "title": functions.title,
    "unread": notes.unread,
    "value with unit": measures.value,
}
