"""Finds articles among files, folders and standard input, and loads them as text."""

from __future__ import annotations

import codecs
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wikiproof.read import ENDINGS
from wikiproof.source import Source, WikiproofError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# MediaWiki takes pages of up to 2 MB; what is much longer is something else.
LARGEST = 10_000_000
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Unreadable(WikiproofError):  # noqa: N818
    """An input that holds no text: which, why, and what would help."""

    def __init__(self, path: str, reason: str, remedy: str) -> None:
        super().__init__(f"{path}: {reason}; {remedy}")
        self.path = path
        self.reason = reason
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Input:
    """One article to read: the path to show, and its file (None for standard input).

    `inside` is its path within the folder that it was found in; it may have been given by itself.
    """

    path: str
    file: Path | None
    inside: str | None = None

    @property
    def name(self) -> str:
        """What it would be called in another version of its folder."""
        return self.inside or self.path.rpartition("/")[2]


def inputs(paths: Iterable[str], stdin_filename: str | None = None) -> list[Input | Unreadable]:
    """The articles at the paths, each once, and the folders that hold none, all sorted by path.

    "-" is standard input, shown as `stdin_filename`; a folder is all articles below it that are not hidden.
    """
    found: dict[str, Input | Unreadable] = {}
    for path in paths:
        for each in _at(path, stdin_filename):
            found.setdefault(each.path, each)
    return [found[path] for path in sorted(found)]


def load(given: Input, largest: int = LARGEST) -> Source:
    """The text of an input: strict UTF-8, its line ends as they are.

    A byte order mark is not part of the text: offsets count from the character after it.
    Raises Unreadable, also for more than `largest` bytes.
    """
    return decode(given.path, _bytes(given, largest + 1), largest)


def decode(path: str, data: bytes, largest: int = LARGEST) -> Source:
    """The text of bytes as of a file with that path, as `load` does it. Raises Unreadable."""
    if len(data) > largest:
        reason = f"it is larger than {largest // 1_000_000} MB"
        raise Unreadable(path, reason, "no wiki page is; give one article a file")
    if data.startswith(_UTF_16):
        raise Unreadable(path, "it is UTF-16, not UTF-8", "convert it with: iconv -f UTF-16 -t UTF-8")
    if (at := data.find(0)) >= 0:
        reason = f"it is binary: {_place(data, at)} is zero"
        raise Unreadable(path, reason, "give wikitext or a plain rendition")
    skipped = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    try:
        return Source(data[skipped:].decode("utf-8"), path)
    except UnicodeDecodeError as error:
        at = error.start + skipped
        reason = f"it is not UTF-8: {_place(data, at)} is {data[at]:#04x}"
        raise Unreadable(path, reason, "save it as UTF-8") from None


def load_path(path: Path) -> Source:
    """The text of a file. Raises Unreadable."""
    return load(Input(_shown(path), path))


def _at(path: str, stdin_filename: str | None) -> Iterator[Input | Unreadable]:
    if path == "-":
        yield Input(stdin_filename or path, None)
    elif not path:
        yield Unreadable('""', "a path cannot be empty", "name a file, a folder, or - for standard input")
    elif not os.path.isdir(path):
        yield Input(_shown(path), Path(path))
    else:
        yield from _below(path)


def _below(folder: str) -> Iterator[Input | Unreadable]:
    """The articles in a folder and its folders."""
    closed: list[OSError] = []
    empty = True
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.casefold().endswith(ENDINGS) and not name.startswith("."):
                empty = False
                file = Path(parent, name)
                inside = file.relative_to(folder)
                yield Input(f"{folder.rstrip('/')}/{_shown(inside)}", file, str(inside))
    for error in closed:
        yield Unreadable(_shown(error.filename), _why(error), "give yourself the right to read it")
    if empty and not closed:
        yield Unreadable(folder, "the folder holds no article", f"articles end in {', '.join(ENDINGS)}")


def _bytes(given: Input, most: int) -> bytes:
    """No more bytes than are wanted: a device never ends."""
    try:
        if given.file is None:
            return sys.stdin.buffer.read(most)
        with given.file.open("rb") as file:
            return file.read(most)
    except FileNotFoundError:
        raise Unreadable(given.path, "there is no such file", "check the path") from None
    except PermissionError as error:
        raise Unreadable(given.path, _why(error), "give yourself the right to read it") from None
    except OSError as error:
        raise Unreadable(given.path, _why(error), "check the path") from None


def _why(error: OSError) -> str:
    """The system's own words, as the middle of a sentence."""
    reason = error.strerror or str(error)
    return reason[0].lower() + reason[1:]


def _place(data: bytes, at: int) -> str:
    line = data.count(b"\n", 0, at) + 1
    return f"byte {at} (line {line})"


def _shown(path: str | Path) -> str:
    """A path in characters that can be printed, with "/" between its parts."""
    return os.fsencode(path).decode("utf-8", "replace").replace(os.sep, "/")
