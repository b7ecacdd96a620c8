"""The little language in which most templates say what they show.

"{1}" is an argument, "{lt|2|1}" the first of several that is given, "[ – {2}]" a part left out unless an
argument in it is given, a backslash takes the next character as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wikiproof.read.templates.call import Call

_PIECE = re.compile(
    r"\{(?P<names>[^{}]*)\}|(?P<open>\[)|(?P<close>\])|\\(?P<escaped>.)|(?P<literal>[^{}\[\]\\]+)"
)

# A piece is literal text, the names of arguments, or an optional group of pieces.
Literal = str
Names = tuple[str, ...]
Piece = Literal | Names | list["Piece"]


@lru_cache(1024)
def _pieces(pattern: str) -> list[Piece]:
    groups: list[list[Piece]] = [[]]
    for found in _PIECE.finditer(pattern):
        match found.lastgroup:
            case "names":
                groups[-1].append(tuple(found["names"].split("|")))
            case "open":
                groups.append([])
            case "close":
                group = groups.pop()
                groups[-1].append(group)
            case _:
                groups[-1].append(found["escaped"] or found["literal"])
    return groups[0]


def show(call: Call, pattern: str) -> None:
    """Show what a pattern says of a template's arguments."""
    _show(call, _pieces(pattern))


def _show(call: Call, pieces: list[Piece]) -> None:
    for piece in pieces:
        if isinstance(piece, str):
            call.write(piece)
        elif isinstance(piece, tuple):
            _argument(call, piece)
        elif _given(call, piece):
            _show(call, piece)


def _given(call: Call, pieces: list[Piece]) -> bool:
    """Whether an argument in an optional part is given."""
    return any(
        _given(call, piece) if isinstance(piece, list) else isinstance(piece, tuple) and call.first(*piece)
        for piece in pieces
    )


def _argument(call: Call, names: Names) -> None:
    if len(names) == 1:
        call.put(names[0])
    elif name := next((name for name in names if call.text(name)), None):
        call.put(name)
