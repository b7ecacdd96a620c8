"""A table with a column of titles and one of wikitext: JSON Lines or Parquet.

A column is named as it is, or by a path with dots into what it holds: `revision.slots.main.content`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from wikiproof.corpus.inputs.file import broken_off, state_of, unpacked
from wikiproof.corpus.page import BrokenInput, Page, UnreadablePage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from wikiproof.corpus.filter import Filter
    from wikiproof.corpus.page import Input

_BLOCK = 1 << 21  # bytes of JSON in a block


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of title and wikitext."""

    title: str
    text: str

    def page(self, row: Mapping[str, Any], path: str, place: str) -> Page | UnreadablePage:
        """The page in a row."""
        title, text = _at(row, self.title), _at(row, self.text)
        if not isinstance(text, str):
            reason = f"{place} has no text in the column {self.text!r}"
            return UnreadablePage(str(title) if title is not None else None, path, reason)
        return Page(str(title) if title is not None else None, path, text)


def table(path: Path, title: str, text: str) -> Input:
    """The table in a file, by its name's ending."""
    columns = Columns(title, text)
    return Parquet(path, columns) if path.suffix == ".parquet" else JsonLines(path, columns)


@dataclass(frozen=True, slots=True)
class _Lines:
    path: str
    first: int
    lines: tuple[bytes, ...]
    size: int
    columns: Columns

    def pages(self, wanted: Filter) -> Iterator[Page | UnreadablePage]:
        for number, line in enumerate(self.lines, self.first):
            place = f"line {number}"
            try:
                row = orjson.loads(line)
            except orjson.JSONDecodeError as error:
                yield UnreadablePage(None, self.path, f"{place} is not JSON: {error.msg}")
                continue
            if not isinstance(row, dict):
                yield UnreadablePage(None, self.path, f"{place} is no JSON object")
                continue
            yield from _wanted(self.columns.page(row, self.path, place), wanted)


@dataclass(frozen=True, slots=True)
class JsonLines:
    """A JSON object on each line."""

    path: Path
    columns: Columns

    @property
    def size(self) -> int:
        """The size of the file."""
        return self.path.stat().st_size

    def identity(self) -> dict[str, str | int]:
        """The file by name, length and time of change, and the columns."""
        return _identity(self.path, self.columns)

    def blocks(self, _: Filter) -> Iterator[_Lines]:
        """Lines up to a size."""
        with self.path.open("rb") as file:
            lines = unpacked(file, self.path)
            first, some, length, at, broken = 1, [], 0, 0, ""
            try:
                for number, line in enumerate(lines, 1):
                    if line.strip():
                        some.append(line)
                    length += len(line)
                    if length >= _BLOCK:
                        yield _Lines(str(self.path), first, tuple(some), file.tell() - at, self.columns)
                        first, some, length, at = number + 1, [], 0, file.tell()
            except (OSError, EOFError) as error:
                broken = f"it cannot be unpacked ({error})"
            yield _Lines(str(self.path), first, tuple(some), file.tell() - at, self.columns)
        if broken:
            raise broken_off(self.path, broken)


@dataclass(frozen=True, slots=True)
class _RowGroup:
    path: Path
    number: int
    size: int
    columns: Columns

    def pages(self, wanted: Filter) -> Iterator[Page | UnreadablePage]:
        import pyarrow.parquet

        with pyarrow.parquet.ParquetFile(self.path) as file:
            names = {column.partition(".")[0] for column in (self.columns.title, self.columns.text)}
            for number, row in enumerate(file.read_row_group(self.number, sorted(names)).to_pylist()):
                page = self.columns.page(row, str(self.path), f"row {number} of group {self.number}")
                yield from _wanted(page, wanted)


@dataclass(frozen=True, slots=True)
class Parquet:
    """A Parquet file; a block is one of its row groups. Needs the extra `batch`."""

    path: Path
    columns: Columns

    @property
    def size(self) -> int:
        """How many rows."""
        return sum(block.size for block in self._blocks())

    def identity(self) -> dict[str, str | int]:
        """The file by name, length and time of change, and the columns."""
        return _identity(self.path, self.columns)

    def blocks(self, _: Filter) -> Iterator[_RowGroup]:
        """The row groups."""
        yield from self._blocks()

    def _blocks(self) -> list[_RowGroup]:
        try:
            import pyarrow.parquet
        except ModuleNotFoundError:
            reason, remedy = "Parquet needs the extra batch", "pip install 'wikiproof[batch]'"
            raise BrokenInput(str(self.path), reason, remedy) from None
        try:
            data = pyarrow.parquet.read_metadata(self.path)
        except (pyarrow.ArrowInvalid, OSError) as error:
            raise BrokenInput(str(self.path), f"it is no Parquet file ({error})", "check the file") from None
        known = set(data.schema.to_arrow_schema().names)
        for column in (self.columns.title, self.columns.text):
            if column.partition(".")[0] not in known:
                reason = f"it has no column {column!r}"
                remedy = f"name one of its columns: {', '.join(sorted(known))}"
                raise BrokenInput(str(self.path), reason, remedy)
        return [
            _RowGroup(self.path, number, data.row_group(number).num_rows, self.columns)
            for number in range(data.num_row_groups)
        ]


def _wanted(page: Page | UnreadablePage, wanted: Filter) -> Iterator[Page | UnreadablePage]:
    if isinstance(page, UnreadablePage) or wanted.wants(page.text.encode("utf-8", "surrogatepass")):
        yield page


def _identity(path: Path, columns: Columns) -> dict[str, str | int]:
    return {"table": str(path), **state_of(path), "title": columns.title, "text": columns.text}


def _at(row: Any, column: str) -> Any:
    """What stands in a column or below it; a map is a list of pairs to Arrow."""
    if isinstance(row, dict) and column in row:
        return row[column]
    for name in column.split("."):
        if isinstance(row, list) and all(isinstance(pair, tuple) and len(pair) == 2 for pair in row):
            row = dict(row)
        row = row.get(name) if isinstance(row, dict) else None
    return row
