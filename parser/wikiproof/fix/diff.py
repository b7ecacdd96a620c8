"""Shows what repairs change as a unified diff, which `patch -p0` and `git apply -p0` take."""

from __future__ import annotations

import re
from difflib import unified_diff
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.source import Source

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_END = "\n\\ No newline at end of file\n"


def diff(before: Source, after: Source) -> Iterator[str]:
    r"""The lines of the diff with their ends; lines of the articles end at "\n" alone."""
    path = before.path or "-"
    old, new = (_LINE.findall(each.text) for each in (before, after))
    for line in unified_diff(old, new, path, path):
        yield line if line.endswith("\n") else line + _NO_END
