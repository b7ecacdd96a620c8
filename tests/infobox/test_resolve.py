"""Fields get their keys, roles, sides and values; what no type knows is left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wikiproof.article import Article, Field, Infobox
from wikiproof.infobox.resolve import resolve
from wikiproof.role import Role
from wikiproof.source import Source, Span
from wikiproof.text import Text, verbatim
from wikiproof.values import (
    CalendarDate,
    Coordinates,
    Count,
    Date,
    Duration,
    Embedded,
    FreeText,
    Listing,
    Money,
    Number,
    Place,
    Quantity,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wikiproof.values import Value


def infobox(name: str | None, fields: Mapping[str, str | Infobox]) -> Infobox:
    return Infobox(name, "", Span(0, 0), tuple(field(*each) for each in fields.items()))


def field(name: str, value: str | Infobox) -> Field:
    if isinstance(value, Infobox):
        return Field(name, Span(0, 0), "", Span(0, 0), Text(""), children=(value,))
    return Field(name, Span(0, 0), value, Span(0, len(value)), verbatim(value, 0))


def resolved(name: str | None, fields: Mapping[str, str | Infobox]) -> Infobox:
    source = Source("")
    article = Article(source, None, "plain", (infobox(name, fields),), (), Span(0, 0), ())
    return resolve(article).infoboxes[0]


def test_the_named_type_says_what_parameters_mean() -> None:
    box = resolved("Infobox terrorist attack", {"Date": "8 March 2022", "deaths": "40+", "colour": "red"})
    assert box.type == "civilian attack"
    assert [(each.key, each.role) for each in box.fields] == [
        ("date", Role.DATE),
        ("fatalities", Role.DEATHS),
        (None, None),
    ]
    date, deaths, colour = (each.value for each in box.fields)
    assert isinstance(date, Date)
    assert deaths == Count(40, None)
    assert colour == FreeText()


def test_an_unnamed_type_is_told_by_its_fields() -> None:
    box = resolved(
        None, {"Result": "Victory", "Combatant1": "France", "Commander2": "X", "Strength2a": "500 men"}
    )
    assert box.type == "military conflict"
    assert [each.side for each in box.fields] == [None, 1, 2, 2]


def test_a_named_type_that_is_not_known_is_not_guessed() -> None:
    box = resolved("Infobox concert", {"Date": "8 March 2022", "Fatalities": "3", "Band": "The Kinks"})
    assert box.type is None
    assert [(each.key, each.role) for each in box.fields] == [
        (None, Role.DATE),
        (None, Role.DEATHS),
        (None, None),
    ]
    assert isinstance(box.fields[0].value, Date)


def test_coordinates_and_places_in_one_field() -> None:
    box = resolved("Infobox earthquake", {"location": "42.8°N 13.2°E"})
    assert isinstance(box.fields[0].value, Coordinates)
    assert box.fields[0].role is Role.COORDINATES
    box = resolved("Infobox earthquake", {"location": "Amatrice, Italy"})
    assert isinstance(box.fields[0].value, Place)
    assert box.fields[0].role is Role.PLACE


def test_a_flood_lasts_from_date_to_date() -> None:
    box = resolved("Infobox flood", {"duration": "3–9 June 2016"})
    assert isinstance(box.fields[0].value, Date)
    assert box.fields[0].role is Role.DATE


def test_bare_numbers_have_the_unit_the_template_adds() -> None:
    box = resolved("Infobox hurricane", {"damages": "125", "1-min winds": "100", "pressure": "940"})
    damages, winds, pressure = (each.value for each in box.fields)
    assert isinstance(damages, Money)
    assert (damages.low, damages.currency) == (125_000_000, "USD")
    assert isinstance(winds, Quantity)
    assert round(winds.si_low, 1) == 51.4
    assert isinstance(pressure, Quantity)
    assert pressure.si_low == 94_000
    assert str(box.fields[0].text) == "125"


def test_embedded_boxes_are_resolved_and_counted() -> None:
    child = infobox("Infobox earthquake", {"magnitude": "7.8"})
    box = resolved("Infobox event", {"module": child})
    assert box.fields[0].value == Embedded(0)
    assert box.fields[0].children[0].type == "earthquake"
    assert box.fields[0].children[0].fields[0].role is Role.MAGNITUDE


def test_an_embedded_box_beside_text() -> None:
    source = Source("")
    child = infobox("Infobox flood", {})
    both = Field("notes", Span(0, 0), "x", Span(0, 1), verbatim("x", 0), children=(child,))
    box = Infobox("Infobox event", "", Span(0, 0), (both,))
    article = resolve(Article(source, None, "wikitext", (box,), (), Span(0, 0), ()))
    value = article.infoboxes[0].fields[0].value
    assert isinstance(value, Listing)
    assert [item.value for item in value.items] == [FreeText(), Embedded(0)]


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("calling_code", "+56", FreeText()),
        ("population_estimate_year", "2014", Date(CalendarDate(2014), CalendarDate(2014))),
        ("attendance", "2014", Number(2014, 2014)),
        ("length", "45:56", Duration(2756, 2756, "second")),
        ("term_start2", "1834", Date(CalendarDate(1834), CalendarDate(1834))),
    ],
)
def test_the_name_says_what_a_number_is(name: str, text: str, value: Value) -> None:
    assert resolved("Infobox thing", {name: text}).fields[0].value == value
