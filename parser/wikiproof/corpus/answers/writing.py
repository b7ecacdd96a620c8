"""Counts as a table in the terminal, Markdown, CSV and JSON."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TextIO

    from wikiproof.corpus.answers.statistics import Counted


def write_text(counted: Iterable[Counted], stream: TextIO) -> None:
    """A table each, as wide as the terminal; in a pipe as wide as it needs to be."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=stream, highlight=False, width=None if stream.isatty() else 160)
    for each in counted:
        table = Table(
            title=each.statistic.title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD
        )
        for number, column in enumerate(each.columns):
            is_label = number < each.statistic.labels
            table.add_column(column, justify="left" if is_label else "right", overflow="fold")
        for row in each.rows:
            table.add_row(*(Text(_shown(cell)) for cell in row))
        console.print(table if each.rows else f"[bold]{each.statistic.title}[/]: none\n")


def write_markdown(counted: Iterable[Counted], stream: TextIO) -> None:
    """A heading and a table each, as MediaWiki's talk pages, GitHub and others show them."""
    for number, each in enumerate(counted):
        stream.write(f"{'' if number == 0 else chr(10)}## {each.statistic.title}\n\n")
        if not each.rows:
            stream.write("None.\n")
            continue
        rules = ["---" if n < each.statistic.labels else "---:" for n in range(len(each.columns))]
        rows = (each.columns, rules, *each.rows)
        stream.writelines(f"| {' | '.join(map(_cell, row))} |\n" for row in rows)


def write_csv(counted: Iterable[Counted], stream: TextIO) -> None:
    """One table as it is; several as one with a number on each line, which every program can turn as it likes."""
    tables = tuple(counted)
    writer = csv.writer(stream, lineterminator="\n")
    if len(tables) == 1:
        writer.writerow(tables[0].columns)
        writer.writerows(tables[0].rows)
        return
    writer.writerow(("table", "of", "name", "count", "number"))
    for each in tables:
        labels = each.statistic.labels
        for row in each.rows:
            of, name = (*row[:labels], "")[:2]
            for column, value in zip(each.columns[labels:], row[labels:], strict=True):
                writer.writerow((each.statistic.name, of, name, column, value))


def write_json(counted: Iterable[Counted], stream: TextIO) -> None:
    """An object with a list of rows for each table."""
    tables = {
        each.statistic.name: [dict(zip(each.columns, row, strict=True)) for row in each.rows]
        for each in counted
    }
    json.dump(tables, stream, ensure_ascii=False, indent=2)
    stream.write("\n")


WRITERS: dict[str, Callable[[Iterable[Counted], TextIO], None]] = {
    "text": write_text,
    "csv": write_csv,
    "json": write_json,
    "markdown": write_markdown,
}


def _shown(value: Any) -> str:
    return f"{value:,}" if isinstance(value, (int, float)) else str(value)


def _cell(value: Any) -> str:
    return _shown(value).replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")
