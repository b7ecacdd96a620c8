"""Templates that are marks beside the text: footnotes, references, doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.text import Kind

if TYPE_CHECKING:
    from wikiproof.read.templates.call import Call


def note(call: Call) -> None:
    """{{efn|...}}: a footnote, whose text may say what the number before it counts."""
    text = call.first("1", "text", "content") or call.page.named_note(call.text("name"))
    if text:
        call.mark(Kind.NOTE, text)


def reference(call: Call) -> None:
    """{{sfn|Smith|2000}}: a reference by its short form."""
    if not call.page.citing:
        call.mark(Kind.REFERENCE, call.page.text[call.frame.start : call.frame.end])
        return
    call.write(" ".join(call.texts()))


def tag(call: Call) -> None:
    """{{citation needed}}: a doubt about what stands before it."""
    call.mark(Kind.TAG, call.definition.name)


def tagged_text(call: Call) -> None:
    """{{citation needed span|words}}: the words, and the doubt after them."""
    call.put("1")
    tag(call)


def unread(call: Call) -> None:
    """A template whose output comes from somewhere else."""
    call.unread()


def extension(call: Call) -> None:
    """{{#tag:ref|...}}: an extension tag written as a function."""
    match call.text("1").lower():
        case "ref":
            call.mark(Kind.NOTE if call.text("group") else Kind.REFERENCE, call.first("2", "name"))
        case "br":
            call.canvas.line_break(call.span)
        case "nowiki" | "small" | "span" | "div":
            call.put("2")
