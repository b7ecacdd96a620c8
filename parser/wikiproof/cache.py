"""What takes long to make, kept between runs in the user's cache folder.

A file's name there holds a stamp of all that the content was made of, so that nothing kept is ever out of date, and
the content follows its checksum: what does not fit that is made anew. Of the files that were made of other things
the last few stay, for other versions in use. Where nothing can be kept, each process makes it.
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

_MOST = 8  # files of one name; who works on a checkout makes many in a day


def kept(name: str, stamp: str, make: Callable[[], bytes]) -> bytes:
    """The content of a name and stamp; made, and kept for the next run, where there is none."""
    content = find(name, stamp)
    if content is None:
        content = make()
        keep(name, stamp, content)
    return content


def find(name: str, stamp: str) -> bytes | None:
    """The content kept under a name and stamp; None where there is none, or it is not whole."""
    path = _path(name, stamp)
    with suppress(OSError), path.open("rb") as file:
        checksum, content = file.readline(), file.read()  # in two, for a copy of megabytes takes milliseconds
        if checksum == _checksum(content):
            with suppress(OSError):
                os.utime(path)  # so that it is known what is in use
            return content
    return None


def keep(name: str, stamp: str, content: bytes) -> None:
    """Keep a content under a name and stamp, where that can be done, and drop what was long not used."""
    with suppress(OSError):
        path = _path(name, stamp)
        write(path, _checksum(content) + content)
        alike = sorted(path.parent.glob(_file(name, "*")), key=lambda each: each.stat().st_mtime_ns)
        for old in alike[:-_MOST]:
            old.unlink(missing_ok=True)


def _path(name: str, stamp: str) -> Path:
    return folder() / _file(name, stamp)


def _file(name: str, stamp: str) -> str:
    stem, _, ending = name.partition(".")
    return f"{stem}-{stamp}.{ending}"


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
