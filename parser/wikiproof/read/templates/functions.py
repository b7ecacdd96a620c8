"""Parser functions and magic words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wikiproof.read.templates.call import Call


def condition(call: Call) -> None:
    """{{#if: a | yes | no}}, {{#ifeq: a | b | same | other}}: the branch that is taken."""
    if call.word == "equal":
        call.put("3" if call.text("1") == call.text("2") else "4")
    else:
        call.put("2" if call.text("1") else "3")


def choice(call: Call) -> None:
    """{{#switch: a | b = ... | #default = ...}}: the branch of that name, or the default."""
    value = call.text("1").lower()
    call.put(value if value and not value.isdecimal() and value in call else "#default")


def text_case(call: Call) -> None:
    """{{lc:...}}, {{ucfirst:...}}: the word says which case."""
    text = call.text("1")
    match call.word:
        case "lower":
            call.write(text.lower())
        case "upper":
            call.write(text.upper())
        case "lower first":
            call.write(text[:1].lower() + text[1:])
        case _:
            call.write(text[:1].upper() + text[1:])


def title(call: Call) -> None:
    """{{PAGENAME}}: the page's own title, where it is known."""
    if call.page.title:
        call.write(call.page.title)
    else:
        call.unread()
