"""A folder of articles, each a file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from wikiproof.corpus.page import BrokenInput, Page, UnreadablePage
from wikiproof.read import title_of
from wikiproof.read.files import Input as File
from wikiproof.read.files import Unreadable, inputs, load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from wikiproof.corpus.filter import Filter

_FILES = 64  # in a block


@dataclass(frozen=True, slots=True)
class _Files:
    """Some of the files."""

    files: tuple[File, ...]

    @property
    def size(self) -> int:
        return len(self.files)

    def pages(self, wanted: Filter) -> Iterator[Page | UnreadablePage]:
        for file in self.files:
            try:
                text = load(file).text
            except Unreadable as failure:
                yield UnreadablePage(title_of(file.path), file.path, failure.reason)
                continue
            # A plain rendition has no template to look for.
            if file.path.casefold().endswith(".txt") or wanted.wants(text.encode("utf-8")):
                yield Page(None, file.path, text)


@dataclass(frozen=True)
class Folder:
    """All articles in a folder and its folders. Raises BrokenInput where there are none."""

    path: Path

    @cached_property
    def _files(self) -> list[File]:
        found = inputs([str(self.path)])
        for each in found:
            if isinstance(each, Unreadable):
                raise BrokenInput(each.path, each.reason, each.remedy)
        return [each for each in found if isinstance(each, File)]

    @property
    def size(self) -> int:
        """How many files."""
        return len(self._files)

    def identity(self) -> dict[str, str | int]:
        """The files by path, length and time of change."""
        digest = hashlib.sha256()
        for each in self._files:
            assert each.file is not None
            state = each.file.stat()
            digest.update(f"{each.path}\0{state.st_size}\0{state.st_mtime_ns}\n".encode())
        return {"folder": str(self.path), "files": self.size, "sha256": digest.hexdigest()}

    def blocks(self, _: Filter) -> Iterator[_Files]:
        """The files in order of their paths, some at a time."""
        files = iter(self._files)
        while some := tuple(islice(files, _FILES)):
            yield _Files(some)
