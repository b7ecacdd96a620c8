"""The rows of the table of fields: of every infobox field that shows something, how far it was read and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wikiproof.claims import Claims
    from wikiproof.finding import Finding


def checked_spans(claims: Claims, findings: Iterable[Finding]) -> frozenset[tuple[int, int]]:
    """Where the fields stand that something was held against.

    That is a sentence which speaks of the same and passed every gate, or whatever a finding names.
    """
    told = [*claims.body]
    # Made by the rules that ask for them; to ask here would be work for articles that have no such rule.
    told += claims.__dict__.get("flight", ())
    told += (figure.claim for figure in claims.__dict__.get("figures", ()))
    roles = {claim.role for claim in told if claim.speaks}
    fields = {claim.field.span for claim in claims.infobox if claim.field is not None and claim.role in roles}
    fields |= {place.span for finding in findings for place in finding.places}
    return frozenset((span.start, span.end) for span in fields)


def field_rows(
    document: Mapping[str, Any], path: str, checked: frozenset[tuple[int, int]]
) -> Iterator[dict[str, Any]]:
    """A row for each field of a document's infoboxes that shows something, embedded ones included."""
    for number, box in enumerate(_boxes(document["infoboxes"])):
        for field in box["fields"]:
            if field["text"]:
                kinds = {value["kind"] for value in _flat(field["value"])}
                yield {
                    "title": document["title"],
                    "path": path,
                    "box": number,
                    "infobox": box["type"],
                    "name": field["name"],
                    "key": field["key"],
                    "role": field["role"],
                    "text": field["text"],
                    "value": field["value"],
                    "position": field["span"][0],
                    "typed": not kinds <= {"text", "unread"},
                    "unread": "unread" in kinds,
                    "checked": tuple(field["span"]) in checked,
                }


def _boxes(boxes: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for box in boxes:
        yield box
        for field in box["fields"]:
            yield from _boxes(value for value in _flat(field["value"]) if value["kind"] == "infobox")


def _flat(value: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The value itself, or the values of a list."""
    if value["kind"] == "list":
        for item in value["items"]:
            yield from _flat(item)
    else:
        yield value
