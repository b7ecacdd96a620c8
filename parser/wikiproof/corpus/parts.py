"""The finished blocks of a run: a folder each, with a file for each table that has rows.

A folder gets its name only when it is whole and on the disk, so whatever stops a run, what has a name is finished.
A process that outlives its run may still write the block that the next run works on: each has a draft of its own,
and the first to be whole is kept, for all are the same. A line is the row's key as JSON, a tab, and the row.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from contextlib import ExitStack
from heapq import merge
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import orjson

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wikiproof.corpus.rows import Row, Table

_DRAFT = ".draft"
_OPEN_AT_ONCE = 200  # files, below what systems allow

Keyed = tuple[str, str, int, bytes]  # title, path, position, line


def write(parts: Path, number: int, rows: list[Row]) -> Counter[Table]:
    """Write the rows of a block, and count them by table. Raises OSError."""
    rows.sort(key=lambda row: (row.table, *row.key))
    whole = parts / f"{number:08d}"
    draft = Path(mkdtemp(_DRAFT, f"{number:08d}.", parts))
    try:
        for table, some in groupby(rows, attrgetter("table")):
            _write(draft / table, (row.key for row in some))
        draft.replace(whole)
    except OSError:
        shutil.rmtree(draft, ignore_errors=True)
        if not whole.exists():
            raise
    return Counter(row.table for row in rows)


def clear(parts: Path) -> None:
    """Take away what a run that was stopped left unfinished."""
    for draft in parts.glob(f"*{_DRAFT}"):
        shutil.rmtree(draft, ignore_errors=True)


def finished(parts: Path) -> set[int]:
    """The numbers of the blocks that are finished."""
    return {int(path.name) for path in parts.iterdir() if path.suffix != _DRAFT}


def merged(parts: Path, table: Table) -> Iterator[bytes]:
    """The lines of a table from all blocks, sorted. Raises OSError.

    Where there are too many to open at once, some are merged into a file first, and then the files.
    """
    files = sorted(file for file in parts.glob(f"*/{table}") if file.parent.suffix != _DRAFT)
    draft = parts / f"{table}{_DRAFT}"
    if len(files) > _OPEN_AT_ONCE:
        draft.mkdir()
    while len(files) > _OPEN_AT_ONCE:
        some, files = files[:_OPEN_AT_ONCE], files[_OPEN_AT_ONCE:]
        target = draft / f"{len(files):08d}"
        _write(target, _merged(some))
        files.append(target)
    for *_, line in _merged(files):
        yield line


def _merged(files: Sequence[Path]) -> Iterator[Keyed]:
    with ExitStack() as stack:
        streams = [stack.enter_context(file.open("rb")) for file in files]
        yield from merge(*map(_read, streams))


def _write(path: Path, rows: Iterable[Keyed]) -> None:
    with path.open("wb") as file:
        for *key, line in rows:
            file.write(orjson.dumps(key) + b"\t" + line)
        file.flush()
        os.fsync(file.fileno())


def _read(stream: Iterable[bytes]) -> Iterator[Keyed]:
    for row in stream:
        key, _, line = row.partition(b"\t")
        title, path, position = orjson.loads(key)
        yield title, path, position, line
