"""Citation templates: nothing in the text, a title and a date inside a reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wikiproof.read.templates.call import Call

_PARTS = (
    ("title", "chapter", "1"),
    ("work", "newspaper", "journal", "magazine", "website", "publisher", "agency"),
    ("date", "year"),
)


def citation(call: Call) -> None:
    """{{cite news|title=...}}: its title may repeat an early toll, and is never a claim of the page."""
    if call.page.citing:
        call.write(", ".join(filter(None, (call.first(*names) for names in _PARTS))))
