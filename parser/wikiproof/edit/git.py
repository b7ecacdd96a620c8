"""Articles as they were in a revision of git."""

from __future__ import annotations

import os
import subprocess
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from wikiproof.read.files import Unreadable, decode

if TYPE_CHECKING:
    from wikiproof.read.files import Input
    from wikiproof.source import Source

# Inside a hook git names its own repository in these; the articles may lie in another.
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")


class Revision:
    """A revision of the repository that each article lies in."""

    def __init__(self, name: str, folder: Path) -> None:
        """Raises Unreadable unless the folder is in a repository that has the revision."""
        self._name = name
        self._commits: dict[Path, _Commit] = {}
        self._commit(folder)

    def before(self, given: Input) -> Source | None:
        """The article as it was, also under the name that it had. Raises Unreadable."""
        if given.file is None and given.path == "-":
            reason = "standard input has no name to find it by in git"
            raise Unreadable(given.path, reason, "give it one with --stdin-filename")
        file = (given.file or Path(given.path)).resolve()
        data = self._commit(file.parent).read(file)
        return None if data is None else decode(f"{self._name}:{given.path}", data)

    def _commit(self, folder: Path) -> _Commit:
        if folder not in self._commits:
            self._commits[folder] = _Commit(self._name, folder)
        return self._commits[folder]


class _Commit:
    """What a revision is in the repository around a folder."""

    def __init__(self, name: str, folder: Path) -> None:
        if _git(folder, "rev-parse", "--git-dir") is None:
            reason = f"there is no such path, and no git repository in {folder}"
            raise Unreadable(name, reason, "check the path, or run it on articles that git keeps")
        commit = _resolved(name, folder)
        if commit is None:
            remedy = "`git log` lists commits, `git branch --all` branches"
            raise Unreadable(name, "it is neither a path nor a revision that git knows", remedy)
        self._commit = commit
        self._folder = folder

    def read(self, file: Path) -> bytes | None:
        """The bytes of a file of the folder then."""
        data = self._blob(f"./{file.name}")
        if data is None and (former := self._renamed.get(os.fsencode(file))):
            data = self._blob(os.fsdecode(former))
        return data

    def _blob(self, path: str) -> bytes | None:
        return _git(self._folder, "cat-file", "blob", f"{self._commit}:{path}")

    @cached_property
    def _renamed(self) -> dict[bytes, bytes]:
        """The files that have another name since: their path now to the one in the repository then."""
        root = (_git(self._folder, "rev-parse", "--show-toplevel") or b"").removesuffix(b"\n")
        options = ("--name-status", "-z", "--find-renames", "--diff-filter=R")
        told = (_git(self._folder, "diff", *options, self._commit) or b"").split(b"\0")[:-1]
        return {root + b"/" + now: then for then, now in zip(told[1::3], told[2::3], strict=True)}


def is_revision(name: str, folder: Path) -> bool:
    """Whether a word is a revision of the repository around a folder, where there is one."""
    try:
        return _resolved(name, folder) is not None
    except Unreadable:  # without git nothing is
        return False


def _resolved(name: str, folder: Path) -> str | None:
    found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return found.decode().strip() if found else None


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git prints, None where it refuses. Raises Unreadable without git."""
    environment = {key: value for key, value in os.environ.items() if key not in _OF_A_HOOK}
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=environment)
    except OSError:
        raise Unreadable("git", "it cannot be run", "install it, or compare with a file") from None
    except ValueError:  # a zero byte
        return None
    return done.stdout if done.returncode == 0 else None
