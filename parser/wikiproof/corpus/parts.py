"""The finished blocks of a run: a folder each, with a file for each table that has rows.

A folder gets its name only when it is whole, so whatever stops a run, what has a name is finished. A line is the
row's key as JSON, a tab, and the row.
"""

from __future__ import annotations

import shutil
from collections import Counter
from contextlib import ExitStack
from heapq import merge
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

import orjson

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from wikiproof.corpus.rows import Row, Table

_DRAFT = ".draft"
_OPEN_AT_ONCE = 200  # files, below what systems allow

Keyed = tuple[str, str, int, bytes]  # title, path, position, line


def write(parts: Path, number: int, rows: list[Row]) -> Counter[Table]:
    """Write the rows of a block, and count them by table. Raises OSError."""
    draft = parts / f"{number:08d}{_DRAFT}"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    rows.sort(key=lambda row: (row.table, *row.key))
    for table, some in groupby(rows, attrgetter("table")):
        _write(draft / table, (row.key for row in some))
    draft.replace(draft.with_suffix(""))
    return Counter(row.table for row in rows)


def finished(parts: Path) -> set[int]:
    """The numbers of the blocks that are finished."""
    return {int(path.name) for path in parts.iterdir() if path.suffix != _DRAFT}


def merged(parts: Path, table: Table) -> Iterator[bytes]:
    """The lines of a table from all blocks, sorted. Raises OSError.

    Where there are too many to open at once, some are merged into a file first, and then the files.
    """
    files = sorted(parts.glob(f"*/{table}"))
    draft = parts / f"{table}{_DRAFT}"
    shutil.rmtree(draft, ignore_errors=True)
    if len(files) > _OPEN_AT_ONCE:
        draft.mkdir()
    while len(files) > _OPEN_AT_ONCE:
        some, files = files[:_OPEN_AT_ONCE], files[_OPEN_AT_ONCE:]
        target = draft / f"{len(files):08d}"
        _write(target, _merged(some))
        files.append(target)
    for *_, line in _merged(files):
        yield line
    shutil.rmtree(draft, ignore_errors=True)


def _merged(files: Sequence[Path]) -> Iterator[Keyed]:
    with ExitStack() as stack:
        streams = [stack.enter_context(file.open("rb")) for file in files]
        yield from merge(*map(_read, streams))


def _write(path: Path, rows: Iterable[Keyed]) -> None:
    with path.open("wb") as file:
        for *key, line in rows:
            file.write(orjson.dumps(key) + b"\t" + line)


def _read(stream: Iterable[bytes]) -> Iterator[Keyed]:
    for row in stream:
        key, _, line = row.partition(b"\t")
        title, path, position = orjson.loads(key)
        yield title, path, position, line
