"""The infobox types and their parameters, as `schema/infobox/` lists them.

Each file there is a JSON Schema for the fields of one type of box, as an object from key to value. Beside
what JSON Schema defines, it holds annotations of our own:

`aliases`
    Of the type: other names of the template. Of a property: other names of the parameter.
`title`
    Of the type: the template's name. Of a property: the label readers see, which a plain rendition may use.
`articles`
    Roughly how many articles use the type; only good to say which of two types is the likelier.
`event`
    False where the type is of no event: of people, groups and places, whatever their dates.
`role`
    What the field speaks of, the same in all types: a `wikiproof.role.Role`.
`unit`
    The unit of a bare number, where the template adds one.
`sided`
    Of a family: its number tells sides of a conflict, aircraft or candidates apart.

A family stands under `patternProperties`: `^side([1-4][a-d]?)$` is side1, side1a … side4d, and in its aliases
`#` is the number (`combatant#`). A type whose list of parameters is known to be incomplete has no
`additionalProperties: false`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache
from itertools import product
from typing import TYPE_CHECKING, Any

from wikiproof import data
from wikiproof.role import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SEPARATORS = str.maketrans("_-", "  ")
_FAMILY = re.compile(r"\^(?P<head>.*)\((?P<number>.*)\)(?P<tail>.*)\$")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a type: `kinds` are the kinds of value it may hold, the likeliest first.

    `side` is the number of the side, aircraft or candidate it belongs to; `unit` that of a bare number.
    """

    key: str
    kinds: tuple[str, ...]
    role: Role | None = None
    side: int | None = None
    label: str | None = None
    unit: str | None = None

    @property
    def kind(self) -> str:
        """The likeliest kind of value."""
        return self.kinds[0]


@dataclass(frozen=True, eq=False)
class InfoboxType:
    """One type of infobox; `name` is the template's name without "Infobox"."""

    name: str
    schema: dict[str, Any] = field(repr=False)

    @property
    def articles(self) -> int:
        """Roughly how many articles use it."""
        articles: int = self.schema["articles"]
        return articles

    @property
    def is_event(self) -> bool:
        """Whether it is of an event."""
        return bool(self.schema.get("event", True))

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of that name, alias or label; case, spaces, underscores and hyphens do not matter."""
        return self.parameters.get(fold(name))

    @cached_property
    def parameters(self) -> Mapping[str, Parameter]:
        """Every name of every parameter, folded; where two collide, a key beats an alias and both a label."""
        names: dict[str, Parameter] = {}
        aliases: dict[str, Parameter] = {}
        labels: dict[str, Parameter] = {}
        for key, definition in self.schema["properties"].items():
            parameter = _parameter(key, definition)
            names[fold(key)] = parameter
            aliases |= {fold(alias): parameter for alias in definition.get("aliases", ())}
            if parameter.label:
                labels.setdefault(fold(parameter.label), parameter)
        for pattern, definition in self.schema.get("patternProperties", {}).items():
            for name, parameter in _family(pattern, definition):
                names.setdefault(fold(name), parameter)
        return labels | aliases | names

    @cached_property
    def spellings(self) -> Mapping[str, str]:
        """Every name that an article may give a parameter, by its folded form; labels are for readers alone."""
        properties = self.schema["properties"]
        families = (_family(*each) for each in self.schema.get("patternProperties", {}).items())
        names = (
            *properties,
            *(alias for definition in properties.values() for alias in definition.get("aliases", ())),
            *(name for family in families for name, _ in family),
        )
        return {fold(name): name for name in reversed(names)}


def infobox_type(name: str) -> InfoboxType | None:
    """The type of a template name such as "Infobox civilian attack", "Warbox" or "Infobox storm/sandbox"."""
    return _names().get(fold(name.partition("<!--")[0].partition("/")[0]))


@cache
def infobox_types() -> tuple[InfoboxType, ...]:
    """All types, by the names of their files."""
    schemas = (data.schema("infobox", file) for file in data.files("schema", "infobox"))
    return tuple(InfoboxType(schema["title"].removeprefix("Infobox "), schema) for schema in schemas)


@lru_cache(maxsize=4096)
def shared_parameter(name: str) -> Parameter | None:
    """What a name means wherever it is known, if all types agree on its role; its key is empty."""
    found = [parameter for each in infobox_types() if (parameter := each.parameter(name))]
    if len({(parameter.role, parameter.side) for parameter in found}) != 1:
        return None
    meanings = Counter(replace(parameter, key="", label=None) for parameter in found)
    return meanings.most_common(1)[0][0]


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A name as it is compared: without regard to case, and with single spaces for any separator."""
    return " ".join(name.translate(_SEPARATORS).casefold().split())


@cache
def _names() -> Mapping[str, InfoboxType]:
    """Every template name of every type, folded."""
    return {
        fold(name): each
        for each in infobox_types()
        for name in (each.schema["title"], *each.schema.get("aliases", ()))
    }


def _parameter(key: str, definition: Mapping[str, Any], side: int | None = None) -> Parameter:
    references = definition.get("anyOf", (definition,))
    role = definition.get("role")
    return Parameter(
        key,
        tuple(reference["$ref"].rpartition("#")[2] for reference in references),
        Role(role) if role else None,
        side,
        definition.get("title"),
        definition.get("unit"),
    )


def _family(pattern: str, definition: Mapping[str, Any]) -> Iterator[tuple[str, Parameter]]:
    """The members of a family, each under its key and under its aliases."""
    match = _FAMILY.fullmatch(pattern)
    assert match, f"a family's pattern has one group, its number: {pattern}"
    head, number, tail = match.groups()
    spellings = [f"{head}#{tail}", *definition.get("aliases", ())]
    for each in _numbers(number):
        side = int(each[0]) if definition.get("sided") else None
        parameter = _parameter(f"{head}{each}{tail}", definition, side)
        for spelling in spellings:
            yield spelling.replace("#", each), parameter


@cache
def _numbers(pattern: str) -> tuple[str, ...]:
    """All that a family's number may be: 1, 1a, 1b, … of `[1-3][a-d]?`."""
    candidates = map("".join, product(("", *"0123456789"), ("", *"abcdefgh")))
    return tuple(each for each in candidates if re.fullmatch(pattern, each))
