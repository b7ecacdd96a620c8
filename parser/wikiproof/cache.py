"""What takes long to make, kept between runs in the user's cache folder.

A name there holds a stamp of all that the content was made of, so that nothing kept is ever out of date, and the
content follows its checksum: what does not fit that is made anew. Where nothing can be kept, each process makes it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def kept(name: str, make: Callable[[], bytes]) -> bytes:
    """The content kept under a name; made, and kept for the next run, where there is none."""
    content = find(name)
    if content is None:
        content = make()
        keep(name, content)
    return content


def find(name: str) -> bytes | None:
    """The content kept under a name; None where there is none, or it is not whole."""
    with suppress(OSError), (folder() / name).open("rb") as file:
        checksum, content = file.readline(), file.read()  # in two, for a copy of megabytes takes milliseconds
        if checksum == _checksum(content):
            return content
    return None


def keep(name: str, content: bytes) -> None:
    """Keep a content under a name, where that can be done."""
    with suppress(OSError):
        write(folder() / name, _checksum(content) + content)


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, also where other processes write it too. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=path.parent)
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
        Path(draft).replace(path)
    except OSError:
        Path(draft).unlink()
        raise


def folder() -> Path:
    """Where things are kept; it may not exist."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or ""
    if os.path.isabs(base):  # others are to be ignored, says the XDG Base Directory Specification
        return Path(base, "wikiproof")
    with suppress(RuntimeError):  # a user without a home
        return Path.home() / ".cache" / "wikiproof"
    return Path(tempfile.gettempdir()) / "wikiproof"


def stamp(files: Iterable[str | os.PathLike[str]]) -> str:
    """A short text that changes whenever one of the files does, or the Python that reads them."""
    digest = blake2b(sys.version.encode(), digest_size=8)
    for file in files:
        state = os.stat(file)
        digest.update(f"{os.fspath(file)}|{state.st_size}|{state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _checksum(content: bytes) -> bytes:
    return b"%08x\n" % crc32(content)
