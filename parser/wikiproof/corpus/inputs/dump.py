"""A MediaWiki XML dump as one stream: plain, .bz2 or .gz."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wikiproof.corpus.inputs.file import broken_off, state_of, unpacked
from wikiproof.corpus.inputs.xml import Truncated, articles, split
from wikiproof.corpus.page import BrokenInput

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from wikiproof.corpus.filter import Filter
    from wikiproof.corpus.page import Page, UnreadablePage

_CHUNK = 1 << 20
_BLOCK = 1 << 21  # bytes of XML in a block


@dataclass(frozen=True, slots=True)
class _Pages:
    """Pages in XML that were found to be wanted."""

    path: str
    data: tuple[bytes, ...]
    size: int

    def pages(self, _: Filter) -> Iterator[Page | UnreadablePage]:
        return articles(self.data, self.path)


@dataclass(frozen=True, slots=True)
class Dump:
    """A dump that is read from its beginning to its end; its size is in bytes as they lie on the disk."""

    path: Path

    @property
    def size(self) -> int:
        """The size of the file."""
        return self.path.stat().st_size

    def identity(self) -> dict[str, str | int]:
        """The file by name, length and time of change."""
        return {"dump": str(self.path), **state_of(self.path)}

    def blocks(self, wanted: Filter) -> Iterator[_Pages]:
        """Blocks by the bytes of all pages, of which they hold those that are wanted."""
        with self.path.open("rb") as file:
            at, data, length = 0, [], 0
            try:
                for page in split(self._chunks(file)):
                    length += len(page)
                    if wanted.wants(page):
                        data.append(page)
                    if length >= _BLOCK:
                        yield _Pages(str(self.path), tuple(data), file.tell() - at)
                        at, data, length = file.tell(), [], 0
            except (Truncated, EOFError):
                broken = "it breaks off before its end"
            except (OSError, zlib.error) as error:
                broken = f"it cannot be unpacked ({error})"
            else:
                broken = ""
            yield _Pages(str(self.path), tuple(data), file.tell() - at)
        if broken:
            raise broken_off(self.path, broken)

    def _chunks(self, file: BinaryIO) -> Iterator[bytes]:
        stream = unpacked(file, self.path)
        chunk = stream.read(_CHUNK)
        if b"<mediawiki" not in chunk:
            raise BrokenInput(
                str(self.path), "it is no MediaWiki export", "give one, as Special:Export writes it"
            )
        while chunk:
            yield chunk
            chunk = stream.read(_CHUNK)
