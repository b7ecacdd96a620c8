"""The results of a complete run as tables that DuckDB asks: the Parquet files where there are any, else the JSON Lines.

    findings   title, path, code, name, severity, confidence, message, field, role, explanation, primary, related
    articles   title, path, infoboxes (types, null for one that is not known), infobox (the first known), lat, lon
    fields     title, path, box, infobox, name, key, role, text, value, position, typed, unread, checked
    failures   title, path, reason

A title is never null: what has none has an empty one.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from wikiproof.source import WikiproofError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from duckdb import DuckDBPyConnection

_POSITION = 'STRUCT("offset" BIGINT, line BIGINT, "column" BIGINT)'
_LOCATION = f'STRUCT("label" VARCHAR, "text" VARCHAR, "start" {_POSITION}, "end" {_POSITION})'
_TEXT = "VARCHAR"
_COLUMNS: dict[str, dict[str, str]] = {
    "findings": {
        **dict.fromkeys(("title", "path", "code", "name", "severity", "confidence", "message"), _TEXT),
        **dict.fromkeys(("field", "role", "explanation"), _TEXT),
        "primary": _LOCATION,
        "related": f"{_LOCATION}[]",
    },
    "documents": {
        "title": _TEXT,
        "source": "STRUCT(path VARCHAR)",
        "infoboxes": 'STRUCT("type" VARCHAR)[]',
        "coordinates": "STRUCT(lat DOUBLE, lon DOUBLE)",
    },
    "fields": {
        **dict.fromkeys(("title", "path"), _TEXT),
        "box": "BIGINT",
        **dict.fromkeys(("infobox", "name", "key", "role", "text"), _TEXT),
        "value": "JSON",
        "position": "BIGINT",
        **dict.fromkeys(("typed", "unread", "checked"), "BOOLEAN"),
    },
    "failures": dict.fromkeys(("title", "path", "reason"), _TEXT),
}
_ARTICLES = {
    "parquet": "title, path, infoboxes, lat, lon",
    "jsonl": (
        'title, source.path AS path, [box."type" FOR box IN infoboxes] AS infoboxes,'
        " coordinates.lat, coordinates.lon"
    ),
}
_LONGEST_LINE = 1 << 28  # bytes


class NoResults(WikiproofError):  # noqa: N818
    """A folder that holds no complete run."""


@dataclass(frozen=True, slots=True)
class Results:
    """A complete run: its manifest, and a connection with the tables named above."""

    folder: Path
    manifest: dict[str, Any]
    connection: DuckDBPyConnection

    def ask(self, query: str, *given: object) -> list[tuple[Any, ...]]:
        """The rows that answer a query in SQL."""
        return self.connection.execute(query, given).fetchall()


@contextmanager
def results(folder: Path) -> Iterator[Results]:
    """The results in a folder. Raises NoResults. Needs the extra `batch`."""
    import duckdb

    manifest = _manifest(folder)
    with duckdb.connect() as connection:
        for table, columns in _COLUMNS.items():
            kind, source, given = _source(folder, table, columns)
            chosen = _ARTICLES[kind] if table == "documents" else "*"
            try:
                connection.execute(f"CREATE TEMP TABLE {table} AS SELECT {chosen} FROM {source}", given)
            except duckdb.Error as error:
                reason = str(error).partition("\n")[0]
                raise NoResults(f"{folder} cannot be read ({reason}); run `wikiproof batch` anew") from None
            connection.execute(f"UPDATE {table} SET title = '' WHERE title IS NULL")
        first = "[box FOR box IN infoboxes IF box IS NOT NULL][1]"
        connection.execute(f"CREATE VIEW articles AS SELECT *, {first} AS infobox FROM documents")
        yield Results(folder, manifest, connection)


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / "manifest.json"
    try:
        manifest: dict[str, Any] = orjson.loads(path.read_bytes())
    except (OSError, orjson.JSONDecodeError):
        raise NoResults(
            f"{folder} holds no results; name the folder that `wikiproof batch -o` wrote"
        ) from None
    if manifest.get("state") != "complete":
        raise NoResults(
            f"the run in {folder} is not complete; the command that began it goes on where it stopped"
        )
    missing = [name for name in _COLUMNS if not (folder / f"{name}.jsonl").exists()]
    if missing:
        raise NoResults(f"{folder} lacks {missing[0]}.jsonl; run `wikiproof batch` anew, into another folder")
    return manifest


def _source(folder: Path, table: str, columns: dict[str, str]) -> tuple[str, str, Sequence[object]]:
    """The kind of file that a table is read from, the call that reads it, and what is given to the call."""
    parquet = folder / f"{table}.parquet"
    if parquet.exists():
        return "parquet", "read_parquet(?)", [str(parquet)]
    types = ", ".join(f""""{name}": '{kind}'""" for name, kind in columns.items())
    call = (
        f"read_json(?, format='newline_delimited', maximum_object_size={_LONGEST_LINE}, columns={{{types}}})"
    )
    return "jsonl", call, [str(folder / f"{table}.jsonl")]
