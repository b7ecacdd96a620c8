"""Infoboxes against the schema of their type."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from wikiproof import data
from wikiproof.infobox.registry import fold, infobox_type
from wikiproof.infobox.spelling import nearest
from wikiproof.values import Embedded, Listing, Unread

if TYPE_CHECKING:
    from collections.abc import Iterator

    import jsonschema_rs

    from wikiproof.article import Field, Infobox
    from wikiproof.infobox.registry import InfoboxType
    from wikiproof.values import Value


@dataclass(frozen=True, slots=True)
class Violation:
    """One field that its type's schema does not allow.

    `keyword` is the JSON Schema keyword that says so: "additionalProperties" of a parameter that the type
    does not have, any other of a value that cannot be right. `suggestion` is the parameter probably meant.
    """

    keyword: str
    field: Field
    message: str
    suggestion: str | None = None

    @property
    def unknown(self) -> bool:
        """Whether the parameter is the fault, rather than its value."""
        return self.keyword == "additionalProperties"


def violations(box: Infobox) -> Iterator[Violation]:
    """What the type's schema does not allow in a resolved infobox; nothing where the type is not known.

    Where the type was only guessed, from these very parameters, none of them counts as unknown.
    """
    kind = infobox_type(f"Infobox {box.type}") if box.type else None
    if kind is None:
        return
    filled = {field.key or field.name: field for field in box.fields if field.text}
    document = {name: _document(field.value) for name, field in filled.items() if field.value}
    validator = _validator(kind)
    if validator.is_valid(document):
        return
    errors = (
        (str(each.schema_path[-1]), tuple(each.instance_path[:1])) for each in validator.iter_errors(document)
    )
    for keyword, path in dict.fromkeys(errors):
        if path:
            yield from _wrong_value(keyword, filled[str(path[0])])
        elif box.name is not None:
            yield from (_unknown(keyword, field, kind) for field in filled.values() if field.key is None)


def _document(value: Value) -> dict[str, Any]:
    """The value as the schema sees it: what wikiproof falls short of reading passes for text."""
    match value:
        case Listing():
            return {"kind": "list", "items": [_document(item.value) for item in value.items]}
        case Embedded() | Unread(invalid=False):
            return {"kind": "text"}
        case _:
            return value.as_json()


def _unknown(keyword: str, field: Field, kind: InfoboxType) -> Violation:
    message = f"Infobox {kind.name} has no parameter “{field.name}”"
    suggestion = _meant(fold(field.name), kind)
    if suggestion is None:
        return Violation(keyword, field, message)
    return Violation(keyword, field, f"{message}; “{suggestion}” may be meant", suggestion)


@lru_cache(maxsize=256)
def _meant(name: str, kind: InfoboxType) -> str | None:
    """The parameter that a folded name is next to, as the type spells it."""
    meant = nearest(name, kind.parameters)
    key = kind.parameters[meant].key if meant else ""
    return key if meant == fold(key) else meant


def _wrong_value(keyword: str, field: Field) -> Iterator[Violation]:
    """The field's fault; none where a list of another kind than the field's was typed by its writing."""
    faults = (each for each in _flat(field.value) if isinstance(each, Unread) and each.invalid)
    fault = next(faults, None)
    if fault is None and keyword == "enum":
        return
    reason = f": {fault.reason}" if fault else ""
    yield Violation(keyword, field, f"the value of {field.name} cannot be right{reason}")


def _flat(value: Value | None) -> Iterator[Value | None]:
    if isinstance(value, Listing):
        yield from (each for item in value.items for each in _flat(item.value))
    else:
        yield value


@cache
def _validator(kind: InfoboxType) -> jsonschema_rs.Validator:
    import jsonschema_rs

    fields = data.schema("field.schema.json")
    return jsonschema_rs.validator_for(
        kind.schema, registry=jsonschema_rs.Registry([(fields["$id"], fields)])
    )
