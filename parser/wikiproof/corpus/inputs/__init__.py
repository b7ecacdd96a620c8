"""Where pages come from: one module a kind of input."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.corpus.page import BrokenInput

if TYPE_CHECKING:
    from pathlib import Path

    from wikiproof.corpus.page import Input

_TABLES = (".jsonl", ".ndjson", ".jsonl.gz", ".parquet")
_DUMPS = (".xml", ".xml.bz2", ".xml.gz")


def input_of(path: Path, *, index: Path | None = None, title: str = "title", text: str = "text") -> Input:
    """The input at a path, by what it is: a folder, a dump, or a table with the named columns.

    `index` belongs to a multistream dump; without it the one that lies beside the dump under its usual name is
    taken. Raises BrokenInput.
    """
    name = path.name.casefold()
    if path.is_dir():
        from wikiproof.corpus.inputs.folder import Folder

        return Folder(path)
    if not path.exists():
        raise BrokenInput(str(path), "there is no such file or folder", "check the path")
    if name.endswith(_TABLES):
        from wikiproof.corpus.inputs.table import table

        return table(path, title, text)
    if name.endswith(_DUMPS):
        from wikiproof.corpus.inputs.dump import Dump
        from wikiproof.corpus.inputs.multistream import Multistream, index_of

        found = index or index_of(path)
        return Multistream(path, found) if found else Dump(path)
    kinds = ", ".join((*_DUMPS, *_TABLES))
    raise BrokenInput(
        str(path), "it is no input that is known", f"give a folder, or a file that ends in {kinds}"
    )
