"""A multistream dump: bzip2 streams of a hundred pages each, and an index that says where each begins."""

from __future__ import annotations

import bz2
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from wikiproof.corpus.inputs.file import broken_off, state_of
from wikiproof.corpus.inputs.xml import Truncated, articles, split
from wikiproof.corpus.page import BrokenInput, UnreadablePage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from wikiproof.corpus.filter import Filter
    from wikiproof.corpus.page import Page

_BLOCK = 1 << 20  # packed bytes in a block, about 4 MB of XML


def index_of(dump: Path) -> Path | None:
    """The index that lies beside a multistream dump under its usual name, if one does."""
    head, multistream, tail = dump.name.partition("-multistream")
    if not multistream:
        return None
    stem = tail.removesuffix(".bz2").removesuffix(".xml")
    names = (f"{head}-multistream-index{stem}.txt{ending}" for ending in (".bz2", ""))
    return next((path for name in names if (path := dump.with_name(name)).exists()), None)


@dataclass(frozen=True, slots=True)
class _Streams:
    """Some of the streams, by the offsets between which they lie."""

    dump: Path
    offsets: tuple[int, ...]

    @property
    def size(self) -> int:
        return self.offsets[-1] - self.offsets[0]

    def pages(self, wanted: Filter) -> Iterator[Page | UnreadablePage]:
        path = str(self.dump)
        with self.dump.open("rb") as file:
            for start, end in pairwise(self.offsets):
                file.seek(start)
                try:
                    data = _unpacked(file.read(end - start))
                    # A stream is a piece of the export without the end of the whole.
                    yield from articles(filter(wanted.wants, split((data, b"</mediawiki>"))), path)
                except (OSError, ValueError, EOFError, Truncated) as error:
                    reason = f"the stream at {start} to {end} cannot be unpacked ({error or 'cut short'})"
                    yield UnreadablePage(None, path, reason)


@dataclass(frozen=True)
class Multistream:
    """A dump whose streams can be read in any order, each by the process that works on it."""

    dump: Path
    index: Path

    @property
    def size(self) -> int:
        """The size of the dump."""
        return self.dump.stat().st_size

    def identity(self) -> dict[str, str | int]:
        """The dump by name, length and time of change."""
        return {"multistream": str(self.dump), **state_of(self.dump)}

    def blocks(self, _: Filter) -> Iterator[_Streams]:
        """Neighbouring streams together, up to a size."""
        there = [offset for offset in self._offsets if offset < self.size]
        some: list[int] = []
        for start, end in pairwise([*there, self.size]):
            some = some or [start]
            if end - some[0] > _BLOCK and len(some) > 1:
                yield _Streams(self.dump, tuple(some))
                some = [start]
            some.append(end)
        if some:
            yield _Streams(self.dump, tuple(some))
        if len(there) < len(self._offsets):
            raise broken_off(self.dump, "the index names streams behind its end")

    @cached_property
    def _offsets(self) -> list[int]:
        """Where streams begin, in order."""
        data = self.index.read_bytes()
        try:
            text = bz2.decompress(data) if self.index.suffix == ".bz2" else data
            offsets = sorted({int(line.partition(b":")[0]) for line in text.splitlines() if line})
        except (OSError, ValueError) as error:
            reason = f"it is no index of a multistream dump ({error})"
            raise BrokenInput(str(self.index), reason, "fetch it anew, or leave it away") from None
        if not offsets:
            reason = "it is no index of a multistream dump (it is empty)"
            raise BrokenInput(str(self.index), reason, "fetch it anew, or leave it away")
        return offsets


def _unpacked(data: bytes) -> bytes:
    """The text of streams one after the other. Raises OSError, ValueError, EOFError."""
    parts = []
    while data:
        decompressor = bz2.BZ2Decompressor()
        parts.append(decompressor.decompress(data))
        if not decompressor.eof:
            raise EOFError("cut short")
        data = decompressor.unused_data
    return b"".join(parts)
