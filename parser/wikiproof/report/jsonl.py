"""The report as JSON Lines, to be appended to and read line by line: `schema/report-line.schema.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.report.json import VERSION, article_data, line

if TYPE_CHECKING:
    from typing import TextIO

    from wikiproof.checking import Checked
    from wikiproof.report.base import Summary


class JsonLinesReport:
    """A line for each article, also one without findings, then one for each input that could not be read."""

    console = None

    def __init__(self, stream: TextIO) -> None:
        self._write = stream.write

    def article(self, checked: Checked) -> None:
        """Write the line of an article."""
        self._write(line({"version": VERSION} | article_data(checked)) + "\n")

    def finish(self, summary: Summary) -> None:
        """Write what could not be read."""
        for each in summary.unreadable:
            self._write(line({"version": VERSION, "path": each.path, "reason": each.reason}) + "\n")
