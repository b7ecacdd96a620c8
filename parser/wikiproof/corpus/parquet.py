"""The tables of a run as Parquet: columns with fixed types, whatever the rows of this run happen to hold.

A document's sections hold sections, which no Parquet type can say: it is kept whole, as JSON, beside the columns
that tell one from another; its infobox fields are a table of their own. A field's value is JSON too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from wikiproof.corpus.rows import Table, loads

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_GROUP = 1 << 24  # bytes of JSON in a row group

_POSITION = pa.struct([("offset", pa.int64()), ("line", pa.int64()), ("column", pa.int64())])
_ARTICLE = pa.struct([("title", pa.string()), ("path", pa.string())])  # where it is another's
_LOCATION = pa.struct(
    [
        ("label", pa.string()),
        ("text", pa.string()),
        ("start", _POSITION),
        ("end", _POSITION),
        ("article", _ARTICLE),
    ]
)
SCHEMAS: dict[Table, Any] = {
    Table.FINDINGS: pa.schema(
        [
            *((name, pa.string()) for name in ("title", "path", "code", "name", "severity", "confidence")),
            *((name, pa.string()) for name in ("message", "field", "role", "explanation")),
            ("primary", _LOCATION),
            ("related", pa.list_(_LOCATION)),
        ]
    ),
    Table.DOCUMENTS: pa.schema(
        [
            *((name, pa.string()) for name in ("title", "path", "form", "sha256")),
            ("infoboxes", pa.list_(pa.string())),
            *((name, pa.float64()) for name in ("lat", "lon")),
            *((name, pa.string()) for name in ("short_description", "document")),
        ]
    ),
    Table.FIELDS: pa.schema(
        [
            *((name, pa.string()) for name in ("title", "path")),
            ("box", pa.int64()),
            *((name, pa.string()) for name in ("infobox", "name", "key", "role", "text", "value")),
            ("position", pa.int64()),
            *((name, pa.bool_()) for name in ("typed", "unread", "checked")),
        ]
    ),
    Table.FAILURES: pa.schema([(name, pa.string()) for name in ("title", "path", "reason")]),
}


def write(folder: Path) -> None:
    """Write each table of a folder beside its JSON Lines, whole or not at all. Raises OSError."""
    for table, schema in SCHEMAS.items():
        path = folder / f"{table}.parquet"
        draft = path.with_suffix(".draft")
        with ParquetWriter(draft, schema, compression="zstd") as writer:
            for rows in _groups(folder / f"{table}.jsonl", table):
                writer.write_table(pa.Table.from_pylist(rows, schema))
        draft.replace(path)


def _groups(path: Path, table: Table) -> Iterator[list[dict[str, Any]]]:
    rows: list[dict[str, Any]] = []
    length = 0
    with path.open("rb") as file:
        for line in file:
            rows.append(_row(line, table))
            length += len(line)
            if length >= _GROUP:
                yield rows
                rows, length = [], 0
    if rows:
        yield rows


def _row(line: bytes, table: Table) -> dict[str, Any]:
    row: dict[str, Any] = _sound(loads(line)) if b"\\ud" in line else loads(line)
    if table is Table.FIELDS:
        return row | {"value": orjson.dumps(row["value"]).decode()}
    if table is Table.DOCUMENTS:
        place = row["coordinates"] or {}
        return {
            "title": row["title"],
            **row["source"],
            "form": row["form"],
            "infoboxes": [box["type"] for box in row["infoboxes"]],
            "lat": place.get("lat"),
            "lon": place.get("lon"),
            "short_description": row["short_description"],
            "document": line.decode().rstrip("\n"),
        }
    return row


def _sound(value: Any) -> Any:
    """The same with a question mark for a lone surrogate, which JSON can say and Parquet cannot."""
    match value:
        case str():
            return value.encode("utf-8", "replace").decode()
        case dict():
            return {key: _sound(each) for key, each in value.items()}
        case list():
            return [_sound(each) for each in value]
        case _:
            return value
