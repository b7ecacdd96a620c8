"""The renderers that the tables in `grammar/templates/` may name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.read.templates import (
    ages,
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
    "aged": ages.aged,
    "address": words.address,
    "age between": ages.age_between,
    "as of": dates.as_of,
    "born by age": ages.born_by_age,
    "choice": functions.choice,
    "citation": citations.citation,
    "condition": functions.condition,
    "convert": measures.convert,
    "coordinates": coordinates.coordinates,
    "country": flags.country,
    "date": dates.date,
    "date range": dates.date_range,
    "duration": ages.duration,
    "elapsed": ages.elapsed,
    "film dates": dates.film_dates,
    "fraction": numbers.fraction,
    "flag icon": flags.icon,
    "grouped number": numbers.grouped,
    "inline items": lists.inline_items,
    "intensity": numbers.intensity,
    "interlanguage": words.interlanguage,
    "items": lists.items,
    "items of content": lists.items_of_content,
    "language": words.language,
    "line break": lists.line_break,
    "marriage": words.marriage,
    "money": numbers.money,
    "named items": lists.named_items,
    "note": notes.note,
    "own name": words.own_name,
    "pairs": lists.pairs,
    "percentage": numbers.percentage,
    "period": dates.period,
    "raised": words.raised,
    "reference": notes.reference,
    "rounded": numbers.rounded,
    "ship": words.ship,
    "significant": numbers.significant,
    "tag": notes.tag,
    "tag extension": notes.extension,
    "tagged text": notes.tagged_text,
    "text case": functions.text_case,
    "title": functions.title,
    "unread": notes.unread,
    "value with unit": measures.value,
}
