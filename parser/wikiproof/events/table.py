"""Rows of the table of events: an event or what is said of one, as JSON data and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wikiproof.events.model import Event, Fact, How, Page, Said, Spot
from wikiproof.events.values import value_of
from wikiproof.role import Role
from wikiproof.source import Position

if TYPE_CHECKING:
    from collections.abc import Mapping


def event_data(event: Event) -> dict[str, Any]:
    """An event as JSON data: title and path, the infobox's type, facts, and what else its text gives."""
    return {
        "title": event.page.title,
        "path": event.page.path,
        "type": event.type,
        "facts": [_fact_data(fact) for fact in event.facts],
        "besides": [{"role": role, "value": value.as_json()} for role, value in event.besides],
    }


def said_data(said: Said) -> dict[str, Any]:
    """What an article says of another's event as JSON data."""
    return {
        "title": said.page.title,
        "path": said.page.path,
        "of": said.of,
        "how": said.how,
        "type": said.type,
        "facts": [_fact_data(fact) for fact in said.facts],
    }


def event_of(data: Mapping[str, Any]) -> Event:
    """The event that `event_data` made the data of."""
    besides = tuple((Role(each["role"]), value_of(each["value"])) for each in data["besides"])
    return Event(Page(data["title"], data["path"]), data["type"], _facts(data), besides)


def said_of(data: Mapping[str, Any]) -> Said:
    """What `said_data` made the data of."""
    page = Page(data["title"], data["path"])
    return Said(page, data["of"], How(data["how"]), _facts(data), data["type"])


def _facts(data: Mapping[str, Any]) -> tuple[Fact, ...]:
    return tuple(map(_fact, data["facts"]))


def _fact_data(fact: Fact) -> dict[str, Any]:
    spot = fact.spot
    return {
        "role": fact.role,
        "field": fact.field,
        "partial": fact.partial,
        "values": [value.as_json() for value in fact.values],
        "label": spot.label,
        "text": spot.text,
        "start": _position_data(spot.start),
        "end": _position_data(spot.end),
    }


def _fact(data: Mapping[str, Any]) -> Fact:
    spot = Spot(data["label"], data["text"], Position(**data["start"]), Position(**data["end"]))
    values = tuple(map(value_of, data["values"]))
    return Fact(Role(data["role"]), values, spot, data["field"], data["partial"])


def _position_data(position: Position) -> dict[str, int]:
    return {"offset": position.offset, "line": position.line, "column": position.column}
