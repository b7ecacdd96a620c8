"""Templates that show a country's flag and name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from wikiproof import data
from wikiproof.text import Kind

if TYPE_CHECKING:
    from wikiproof.read.templates.call import Call


class _Countries(NamedTuple):
    names: dict[str, str]
    iso: dict[str, str]


@cache
def _countries() -> _Countries:
    table = data.table("grammar", "templates", "countries.toml")
    names = table["names"]
    iso = {names[code]: alpha_2 for code, alpha_2 in table["iso"].items()}
    return _Countries(names, iso)


def is_code(name: str) -> bool:
    """Whether a template's name is the code of a country, such as {{MLI}}."""
    return name.isupper() and name in _countries().names


def icon(call: Call) -> None:
    """{{flagicon|MLI}}: a flag alone; whose it is is known of what stands after it."""
    written = call.text("1")
    if code := _countries().iso.get(_countries().names.get(written, written)):
        call.mark(Kind.COUNTRY, code)


def country(call: Call) -> None:
    """{{flag|Mali}}, {{MLI}}: the country's name; a second argument is a variant of the flag, not shown.

    The word "code" says that the template's own name is the country's.
    """
    start = len(call.canvas)
    written = call.name if call.word == "code" else call.text("1")
    name = _countries().names.get(written, written)
    if "name" in call:
        call.put("name")
    elif name == written and call.word != "code":
        call.put("1")
    else:
        call.write(name)
    call.canvas.annotate(Kind.LINK, start, name, call.span)
    if code := _countries().iso.get(name):
        call.canvas.annotate(Kind.COUNTRY, start, code, call.span)
