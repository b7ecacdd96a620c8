"""What inputs that are one file share: what tells one from another, and how it is unpacked."""

from __future__ import annotations

import bz2
import gzip
from typing import IO, TYPE_CHECKING, BinaryIO

from wikiproof.corpus.page import BrokenInput

if TYPE_CHECKING:
    from pathlib import Path


def state_of(path: Path) -> dict[str, str | int]:
    """The length of a file and when it was changed."""
    state = path.stat()
    return {"bytes": state.st_size, "changed": state.st_mtime_ns}


def unpacked(file: BinaryIO, path: Path) -> IO[bytes] | gzip.GzipFile:
    """An open file, unpacked as its path says."""
    name = path.name.casefold()
    if name.endswith(".bz2"):
        return bz2.open(file)
    return gzip.open(file) if name.endswith(".gz") else file


def broken_off(path: Path, reason: str) -> BrokenInput:
    """The error of a file that cannot be read to its end."""
    return BrokenInput(str(path), reason, "fetch it anew; what could be read of it is kept")
