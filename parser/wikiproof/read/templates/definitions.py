"""What is known of templates: the tables in `grammar/templates/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from wikiproof import data
from wikiproof.read.names import fold
from wikiproof.read.templates.flags import is_code
from wikiproof.read.templates.pattern import show
from wikiproof.read.templates.registry import RENDERERS
from wikiproof.text import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.read.templates.call import Call

FAMILIES = (
    "text", "dates", "numbers", "lists", "flags", "notes", "citations", "names", "functions", "subjects", "nothing",
)  # fmt: skip

_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Definition:
    """How one template is shown: by a pattern, or by a renderer of this package, which may need a word."""

    name: str
    pattern: str | None
    renderer: str | None
    word: str = ""
    is_quotation: bool = False
    is_date: bool = False
    is_measure: bool = False

    @property
    def is_function(self) -> bool:
        """Whether it is a parser function, whose first argument follows a colon."""
        return self.name.endswith(":")

    def render(self, call: Call) -> None:
        """Show a use of the template."""
        start = len(call.canvas)
        if self.renderer is not None:
            RENDERERS[self.renderer](call)
        elif self.pattern:
            show(call, self.pattern)
        if self.is_date or self.is_measure:
            kind = Kind.DATE if self.is_date else Kind.MEASURE
            call.canvas.annotate(kind, start, "", call.span)


class _Definitions(NamedTuple):
    by_name: dict[str, Definition]
    by_affix: list[tuple[str, str, Definition]]


def entries() -> Iterator[dict[str, Any]]:
    """Every entry of every family, as written."""
    for family in FAMILIES:
        yield from data.table("grammar", "templates", f"{family}.toml")["template"]


@cache
def _definitions() -> _Definitions:
    by_name: dict[str, Definition] = {}
    by_affix = []
    for entry in entries():
        for name in entry.get("each", ()) or (entry["name"],):
            definition = Definition(
                name,
                entry.get("pattern"),
                entry.get("renderer"),
                entry.get("word", ""),
                entry.get("quotation", False),
                entry.get("dates", False),
                entry.get("measures", False),
            )
            for written in (name, *entry.get("aliases", ())):
                if "*" in written:
                    prefix, _, suffix = written.partition("*")
                    by_affix.append((prefix, suffix, definition))
                else:
                    by_name[written] = definition
    for written in list(by_name):
        by_name.setdefault(written.lower(), by_name[written])
    by_affix.sort(key=lambda affix: -len(affix[0]) - len(affix[1]))
    return _Definitions(by_name, by_affix)


def lookup(written: str) -> Definition | None:
    """The definition of a template or parser function by its name as written, None where it has none.

    Case is folded, except where two templates differ by it alone: {{hms}} is a duration, {{HMS}} a ship.
    """
    head, colon, _ = written.partition(":")
    if colon and len(head) < _LONGEST_NAME and (function := _lookup(head.strip() + ":")):
        return function
    return _lookup(written) if len(written) < _LONGEST_NAME else None


@lru_cache(8192)
def _lookup(written: str) -> Definition | None:
    known = _definitions()
    definition = known.by_name.get(written.strip())
    if definition is not None:
        return definition
    if is_code(written.strip()):
        return known.by_name["country data"]
    folded = fold(written)
    definition = known.by_name.get(folded)
    if definition is not None:
        return definition
    return next(
        (
            definition
            for prefix, suffix, definition in known.by_affix
            if folded.startswith(prefix) and folded.endswith(suffix)
        ),
        None,
    )
