"""From what an infobox says to what it means: types, canonical keys, roles and typed values."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from wikiproof import values
from wikiproof.article import Field
from wikiproof.infobox.guess import guess_type
from wikiproof.infobox.hints import likely_kind
from wikiproof.infobox.registry import infobox_type, shared_parameter
from wikiproof.role import Role
from wikiproof.text import TextBuilder
from wikiproof.values import Coordinates, Count, Embedded, Item, Listing, Quantity, Unread

if TYPE_CHECKING:
    from wikiproof.article import Article, Infobox
    from wikiproof.infobox.registry import InfoboxType, Parameter
    from wikiproof.text import Text
    from wikiproof.values import Value

_BARE_NUMBER = re.compile(r"\d[\d.,]*")


def resolve(article: Article) -> Article:
    """The article with the type of each infobox, and the key, role, side and value of each of its fields.

    A box without a name gets the type that its fields fit best. A parameter that the type does not have
    keeps `key` None, as do all of a box of unknown type, but has a role where its name means one everywhere.
    """
    return replace(article, infoboxes=tuple(_infobox(box) for box in article.infoboxes))


def _infobox(box: Infobox) -> Infobox:
    kind = guess_type(f.name for f in box.fields) if box.name is None else infobox_type(box.name)
    fields = tuple(_field(f, kind) for f in box.fields)
    return replace(box, type=kind.name if kind else None, fields=fields)


def _field(field: Field, kind: InfoboxType | None) -> Field:
    parameter = kind.parameter(field.name) if kind else None
    meaning = parameter or shared_parameter(field.name)
    value = _read(field, meaning)
    if kind is None and _is_of_other_kind(
        value, field.text
    ):  # what the name means elsewhere, it does not mean here
        value = values.guess(field.text, likely=likely_kind(field.name))
    value = _with_children(value, field)
    return Field(
        field.name,
        field.name_span,
        field.raw,
        field.span,
        field.text,
        key=parameter.key if parameter else None,
        role=_role(meaning, value),
        side=meaning.side if meaning else None,
        value=value,
        children=tuple(map(_infobox, field.children)),
    )


def _is_of_other_kind(value: Value, text: Text) -> bool:
    """Whether a value cannot be read, or counts what is a unit of measure: "6,313 km²"."""
    if isinstance(value, Unread):
        return True
    return (
        isinstance(value, Count)
        and value.of is not None
        and isinstance(values.read(text, "quantity"), Quantity)
    )


def _read(field: Field, parameter: Parameter | None) -> Value:
    """The value as the first of the parameter's kinds that the text is, be it wrongly written."""
    text = field.text
    if parameter is None or parameter.kinds == ("text",):
        return values.guess(text, likely=likely_kind(field.name))
    if parameter.unit and _BARE_NUMBER.fullmatch(text.string):
        text = _with_unit(text, parameter.unit)
    readings = [values.read(text, kind) for kind in parameter.kinds]
    told = next((each for each in readings if not isinstance(each, Unread) or each.invalid), None)
    if told is None and "\n" in text.string:  # a list is kept as one, whatever its items are
        return values.guess(text)
    return told or readings[0]


def _with_unit(text: Text, unit: str) -> Text:
    builder = TextBuilder()
    builder.append(text)
    builder.write(f" {unit}", text.span)
    return builder.build()


def _with_children(value: Value, field: Field) -> Value:
    """The value with the embedded infoboxes after it, which stand in no text."""
    if not field.children:
        return value
    end = len(field.text)
    boxes = tuple(Item(Embedded(index), end, end) for index in range(len(field.children)))
    if field.text:
        return Listing((Item(value, 0, end), *boxes))
    return boxes[0].value if len(boxes) == 1 else Listing(boxes)


def _role(parameter: Parameter | None, value: Value) -> Role | None:
    """The parameter's role; coordinates given for a place are told apart from places by name."""
    role = parameter.role if parameter else None
    return Role.COORDINATES if role is Role.PLACE and isinstance(value, Coordinates) else role
