"""One run at a time in a folder: a lock that the system takes off when its process ends, however that comes."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from wikiproof.source import WikiproofError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Locked(WikiproofError):  # noqa: N818
    """Another run works in the folder."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other runs out of a folder. Raises Locked and OSError; where there are no such locks, keeps none out."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Locked(f"another run works in {folder}; wait for it, or choose another folder") from None
        yield
    finally:
        os.close(descriptor)
