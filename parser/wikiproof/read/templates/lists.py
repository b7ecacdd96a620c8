"""Templates that show lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.read.markup import Mark

if TYPE_CHECKING:
    from wikiproof.read.templates.call import Call


def items(call: Call) -> None:
    """{{ubl|a|b}}, {{plainlist|* a}}, {{collapsible list|title=t|a|b}}: every item on a line of its own."""
    for name in ("title", *call.positional()):
        if name in call:
            call.canvas.new_line(call.span)
            call.put(name)


def items_of_content(call: Call) -> None:
    """{{columns-list|2|* a}}, {{div col|content=* a}}: a list among arguments that say how wide it is."""
    if "content" in call:
        call.put("content")
        return
    for name in call.positional():
        if any(node.mark is Mark.LINE for node in call.nodes(name)):
            call.canvas.new_line(call.span)
            call.put(name)


def line_break(call: Call) -> None:
    """{{br}}, and {{br separated entries|a|b}}."""
    call.canvas.line_break(call.span)
    for name in call.positional():
        if not call.text(name).isdecimal():
            call.put(name)
            call.canvas.line_break(call.span)


def pairs(call: Call) -> None:
    """{{vgrelease|NA|1 May 1998|EU|2 June 1998}}: two arguments a line."""
    texts = call.texts()
    for key, entry in zip(texts[::2], texts[1::2], strict=False):
        call.canvas.line_break(call.span)
        call.write(f"{key}: {entry}")


def inline_items(call: Call) -> None:
    """{{hlist|a|b}}: the items in one line, which in an infobox value are separate all the same."""
    for name in call.positional():
        if call.canvas.breaks == "\n":
            call.canvas.new_line(call.span)
        elif name != "1":
            call.write(call.word or " · ")
        call.put(name)


def named_items(call: Call) -> None:
    """{{English anime licensee|NA=A|UK=B}}, {{name in various languages|nl=A|fr=B}}: a line for each argument."""
    for name in call.names():
        call.canvas.line_break(call.span)
        if call.word == "label":
            call.write(f"{name.upper()}: ")
        call.put(name)
