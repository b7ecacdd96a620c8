"""The folder of a run: what is finished of it while it runs, and its tables at the end.

    OUT/manifest.json      what was run on what, and what came of it
    OUT/findings.jsonl     OUT/documents.jsonl     OUT/fields.jsonl     OUT/failures.jsonl
    OUT/*.parquet          the same tables, where they are asked for
    OUT/parts/             while it runs

Nothing in it tells when, where or by how many processes it was made: the same input gives the same bytes.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from typing import TYPE_CHECKING, Any

import orjson

import wikiproof
from wikiproof.corpus import parts
from wikiproof.corpus.rows import Table, loads
from wikiproof.source import WikiproofError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

VERSION = 1


class OtherRun(WikiproofError):  # noqa: N818
    """The folder holds the results of another run."""


class Store:
    """The folder of one run, which is there, empty or to be gone on with. Raises OtherRun and OSError."""

    def __init__(self, folder: Path, run: Mapping[str, Any]) -> None:
        self.folder = folder
        self.parts = folder / "parts"
        self._manifest = folder / "manifest.json"
        self._run = {
            "version": VERSION,
            "tool": {"name": "wikiproof", "version": wikiproof.__version__},
            **json.loads(json.dumps(run)),
        }
        known = self._known()
        self.complete = known is not None and known["state"] == "complete"
        if known is None:
            self._write_manifest({"state": "running"})
        if self.complete:
            shutil.rmtree(self.parts, ignore_errors=True)
        else:
            self.parts.mkdir(exist_ok=True)
            parts.clear(self.parts)

    def finished(self) -> set[int]:
        """The numbers of the blocks that need not be worked on again."""
        return parts.finished(self.parts)

    def finish(self, broken: str | None) -> None:
        """Write the tables and the manifest; `broken` says where the input broke off."""
        counts: dict[str, int] = {}
        severities: Counter[str] = Counter()
        for table in Table:
            lines = parts.merged(self.parts, table)
            if table is Table.FINDINGS:
                lines = _counted(lines, severities)
            counts[table] = _write(self.folder / f"{table}.jsonl", lines)
        found = {severity: severities[severity] for severity in ("error", "warning", "info")}
        self._write_manifest({"state": "complete", "broken": broken, "counts": counts, "severities": found})
        shutil.rmtree(self.parts)

    def write_parquet(self) -> None:
        """Write the tables of a complete run as Parquet too, unless they are there. Needs the extra `batch`."""
        if not all((self.folder / f"{table}.parquet").exists() for table in Table):
            from wikiproof.corpus import parquet

            parquet.write(self.folder)

    def summary(self) -> dict[str, Any]:
        """The manifest of a complete run."""
        found: dict[str, Any] = orjson.loads(self._manifest.read_bytes())
        return found

    def _known(self) -> dict[str, Any] | None:
        """The manifest that is there, of the same run."""
        try:
            known: dict[str, Any] = orjson.loads(self._manifest.read_bytes())
        except FileNotFoundError:
            return None
        except orjson.JSONDecodeError as error:
            raise OtherRun(f"{self._manifest} is no manifest ({error}); choose another folder") from None
        for key, value in self._run.items():
            if known.get(key) != value:
                raise OtherRun(
                    f"{self.folder} holds a run with another {key} ({_short(known.get(key))}, now {_short(value)});"
                    " choose another folder, or delete this one"
                )
        return known

    def _write_manifest(self, result: Mapping[str, Any]) -> None:
        text = json.dumps({**self._run, **result}, indent=2, ensure_ascii=False)
        draft = self._manifest.with_suffix(".draft")
        draft.write_text(f"{text}\n", encoding="utf-8")
        draft.replace(self._manifest)


def _write(path: Path, lines: Iterator[bytes]) -> int:
    """Write a table, whole or not at all; how many lines."""
    draft = path.with_suffix(".draft")
    count = 0
    with draft.open("wb") as file:
        for line in lines:
            file.write(line)
            count += 1
    draft.replace(path)
    return count


def _counted(lines: Iterator[bytes], severities: Counter[str]) -> Iterator[bytes]:
    for line in lines:
        severities[loads(line)["severity"]] += 1
        yield line


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else f"{text[:79]}…"
