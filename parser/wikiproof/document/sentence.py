"""One failure of a JSON Schema, in a sentence that needs no schema to be understood."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from jsonschema.exceptions import ValidationError

    Schema = Mapping[str, Any]

_TYPES = {
    "object": "an object",
    "array": "a list",
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "null",
}
_LONGEST = 60


def sentence(error: ValidationError) -> str:
    """What is wrong with the value at the error's path: the rest of a sentence that begins with the path."""
    explain = _SENTENCES.get(str(error.validator))
    if explain is None:
        return error.message
    return explain(error.validator_value, error.instance, cast("Schema", error.schema))


def _type(wanted: Any, value: Any, _: Schema) -> str:
    names = [wanted] if isinstance(wanted, str) else wanted
    return f"must be {_list('or', (_TYPES[name] for name in names))}, not {_show(value)}"


def _required(wanted: Any, value: Any, _: Schema) -> str:
    return f"lacks {_list('and', (_quote(name) for name in wanted if name not in value))}"


def _additional_properties(_: Any, value: Any, schema: Schema) -> str:
    known = schema["properties"]
    unknown = _list("and", (_quote(name) for name in value if name not in known))
    return f"may not have {unknown}, only {_list('and', map(_quote, known))}"


def _const(wanted: Any, value: Any, _: Schema) -> str:
    return f"must be {_show(wanted)}, not {_show(value)}"


def _enum(wanted: Any, value: Any, _: Schema) -> str:
    return f"must be {_list('or', map(_show, wanted))}, not {_show(value)}"


def _pattern(_: Any, value: Any, schema: Schema) -> str:
    description: str = schema["description"]
    return f"must be {description[0].lower()}{description[1:].rstrip('.')}, not {_show(value)}"


def _any_of(wanted: Any, value: Any, _: Schema) -> str:
    """Where the alternative is known, its own errors are told instead: this value is of no known kind."""
    kinds = _list("or", (_quote(each["$ref"].rpartition("#")[2]) for each in wanted))
    if "kind" not in value:
        return f"lacks “kind”, which must be {kinds}"
    return f"has kind {_show(value['kind'])}, which must be {kinds}"


def _minimum(wanted: Any, value: Any, _: Schema) -> str:
    return f"must be at least {wanted}, not {value}"


def _maximum(wanted: Any, value: Any, _: Schema) -> str:
    return f"must be at most {wanted}, not {value}"


def _min_items(wanted: Any, value: Any, _: Schema) -> str:
    return f"must have at least {wanted} items, not {len(value)}"


def _max_items(wanted: Any, value: Any, _: Schema) -> str:
    return f"must have at most {wanted} items, not {len(value)}"


def _min_length(_wanted: Any, _value: Any, _: Schema) -> str:
    return "must not be empty"


_SENTENCES: Mapping[str, Callable[[Any, Any, Schema], str]] = {
    "type": _type,
    "required": _required,
    "additionalProperties": _additional_properties,
    "const": _const,
    "enum": _enum,
    "pattern": _pattern,
    "anyOf": _any_of,
    "minimum": _minimum,
    "maximum": _maximum,
    "minItems": _min_items,
    "maxItems": _max_items,
    "minLength": _min_length,
}


def _show(value: object) -> str:
    """A value in a sentence: containers by their type, long text cut."""
    match value:
        case str():
            return _quote(value)
        case bool() | int() | float() | None:
            return json.dumps(value)
        case dict():
            return _TYPES["object"]
        case _:
            return _TYPES["array"]


def _quote(string: str) -> str:
    return f"“{string if len(string) <= _LONGEST else string[: _LONGEST - 1] + '…'}”"


def _list(conjunction: str, words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} {conjunction} {last}" if most else last
