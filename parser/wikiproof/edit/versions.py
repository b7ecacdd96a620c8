"""The article as it was before an edit: in a file, in a folder, on standard input, or in a git revision."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from wikiproof.edit.git import Revision, is_revision
from wikiproof.read.files import Input, Unreadable, load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikiproof.source import Source


class Versions(Protocol):
    """Where articles stand as they were."""

    def before(self, given: Input) -> Source | None:
        """The text of an input before the edit, None where it was not there yet. Raises Unreadable."""
        ...


def versions(old: str, inputs: Sequence[Input]) -> Versions:
    """The versions that a word of the user's means: "-", a file, a folder, or a revision of git.

    Raises Unreadable for what is none of them, or more than one, and for one file against many.
    """
    if old == "-":
        return _Lone(_single(Input(old, None), inputs))
    folder = _folder_of(inputs)
    if not os.path.exists(old):
        return Revision(old, folder)
    if is_revision(old, folder):
        remedy = f"write ./{old} for the one, refs/heads/{old} or {old}^0 for the other"
        raise Unreadable(old, "it is both a path and a revision of git", remedy)
    path = Path(old)
    return _Folder(path) if path.is_dir() else _Lone(_single(Input(old, path), inputs))


def _single(old: Input, inputs: Sequence[Input]) -> Input:
    if len(inputs) > 1:
        remedy = "give one PATH, or a folder or revision to compare with"
        raise Unreadable(old.path, f"one article cannot be compared with {len(inputs)}", remedy)
    if old.file is None and any(each.file is None for each in inputs):
        raise Unreadable(old.path, "standard input cannot be both sides", "give one of them as a file")
    return old


def _folder_of(inputs: Sequence[Input]) -> Path:
    """The folder of the first file, whose repository is asked whether a word means a revision."""
    return next((each.file.resolve().parent for each in inputs if each.file), Path.cwd())


class _Lone:
    """One text, which is the one before for the one input there is."""

    def __init__(self, old: Input) -> None:
        self._old = old

    def before(self, _: Input) -> Source:
        return load(self._old)


class _Folder:
    """A folder that has the same articles under the same names as the one that was given."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def before(self, given: Input) -> Source | None:
        file = self._folder / given.name
        return load(Input(file.as_posix(), file)) if file.exists() else None
