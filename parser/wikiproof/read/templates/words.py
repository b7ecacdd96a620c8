"""Templates that show words: abbreviations, foreign languages, ships."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.text import Kind

if TYPE_CHECKING:
    from wikiproof.read.templates.call import Call

_SHOWN_OF_SHIP = {"1": "number", "2": "name", "3": "name number", "4": "prefix number", "6": "prefix name"}


def abbreviation(call: Call) -> None:
    """{{abbr|short|long}}: the short form; the long one is known of it."""
    start = len(call.canvas)
    call.put("1")
    call.canvas.annotate(Kind.ABBREVIATION, start, call.text("2"), call.span)


@cache
def _languages() -> dict[str, str]:
    languages: dict[str, str] = data.table("grammar", "templates", "languages.toml")["languages"]
    return languages


def language(call: Call) -> None:
    """{{langx|fr|texte}}, {{lang-fr|texte}}: the language's name and the text."""
    _, hyphen, code = call.name.partition("-")
    code = code if hyphen else call.text("1")
    name = _languages().get(code.lower(), "")
    if name and call.text("label") != "none":
        call.write(f"{name}: ")
    call.put("1" if hyphen else "2")


def ship(call: Call) -> None:
    """{{USS|Cole|DDG-67|6}}, {{ship|HMS|Victory|1765}}: prefix, name, number, or what the last one says."""
    if call.word:
        prefix, (name, number, form) = call.word, "123"
    else:
        prefix, (name, number, form) = call.text("1"), "234"
    parts = _SHOWN_OF_SHIP.get(call.text(form), "prefix name number")
    if "prefix" in parts and prefix:
        call.write(prefix + " ")
    if "name" in parts:
        call.put(name)
    if "number" in parts and (hull := call.text(number)):
        call.write(f" ({hull})" if "name" in parts else hull)


def raised(call: Call) -> None:
    """{{sup|8}}: an exponent."""
    call.canvas.raised = True
    call.put("1")
    call.canvas.raised = False


def interlanguage(call: Call) -> None:
    """{{ill|Page|fr|Titre|lt=label}}: a link to a page that so far only another wiki has."""
    start, target = len(call.canvas), call.text("1")
    call.put("lt" if call.text("lt") else "1")
    call.canvas.annotate(Kind.LINK, start, target, call.span)


def address(call: Call) -> None:
    """{{URL|https://example.org/|label}}: the label, or the address without what all addresses share."""
    start, target = len(call.canvas), call.text("1")
    if call.word:
        call.write(call.word)
    elif call.text("2"):
        call.put("2")
    else:
        call.write(target.removeprefix("https://").removeprefix("http://").removesuffix("/"))
    if target:
        whole = target if "://" in target else f"https://{target}"
        call.canvas.annotate(Kind.ADDRESS, start, whole, call.span)


def own_name(call: Call) -> None:
    """{{yes|Passed}}: the argument; of a bare {{yes}} its name."""
    if call.text("1"):
        call.put("1")
    else:
        call.write(call.definition.name.capitalize())


def marriage(call: Call) -> None:
    """{{marriage|Ada Byron|1835|1852|end=div}}: "Ada Byron (m. 1835; div. 1852)"."""
    call.put("1")
    begun, ended = call.first("2", "s"), call.first("3", "e")
    how = _ENDS.get(call.first("end", "reason", "how").lower().rstrip("."), "")
    years = f"m. {begun}" if begun else ""
    if ended:
        years += f"; {how} {ended}" if how else f"–{ended}"
    if years:
        call.write(f" ({years.lstrip('; –')})")


_ENDS = {
    "died": "died", "death": "died", "d": "died", "his death": "his death", "her death": "her death",
    "div": "div.", "divorced": "div.", "divorce": "div.", "separated": "sep.", "sep": "sep.",
    "annulled": "ann.", "annulment": "ann.", "ann": "ann.",
}  # fmt: skip
