"""The report for people: each finding with its places, each place under its line of the source.

error[Q01 fatalities]: the infobox says “14” for Fatalities, the lead says “at least 40”
  --> tessit.txt:8:15
   |
 8 | - Fatalities: 14
   |               ^^ infobox: Fatalities
  ::: tessit.txt:13:99
   |
13 | …militants killed at least 40 civilians in the villages of Keygourouten, Khadji, Bakal…
   |                   ----------- lead
   = confidence: high · wikiproof explain Q01
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from wikiproof.finding import Severity, State
from wikiproof.report.counts import STATES, counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TextIO

    from wikiproof.checking import Checked
    from wikiproof.finding import Finding, Location
    from wikiproof.report.base import Summary
    from wikiproof.source import Source

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
_FRAME = "blue"
_FILE_WIDTH = 100
_NARROWEST = 20
_STACKED = 4  # characters in a cell at most: a letter and its combining marks


class TextReport:
    """Findings as they come, then one line that counts them."""

    def __init__(self, stream: TextIO) -> None:
        width = None if stream.isatty() else _FILE_WIDTH
        self.console = Console(file=stream, width=width, highlight=False, markup=False, emoji=False)
        self._wrap = stream.isatty()  # a file is for grep, too

    def article(self, checked: Checked) -> None:
        """Show each finding of an article; of an edit what it introduced, what was there, what it repaired."""
        if not checked.edited:
            self._show(checked.findings, checked.article.source)
            return
        for state in (State.NEW, State.UNCHANGED):
            found = [finding for finding in checked.findings if finding.state is state]
            self._heading(state, found, checked)
            self._show(found, checked.article.source)
        if checked.before is not None:
            self._heading(State.REPAIRED, checked.repaired, checked)
            self._show(checked.repaired, checked.before.source)

    def _heading(self, state: State, findings: Sequence[Finding], checked: Checked) -> None:
        if findings:
            text = f"{STATES[state]} of {checked.path}: {len(findings)}"
            self.console.print(Text(f"{text}\n", "bold underline"), soft_wrap=True)

    def _show(self, findings: Iterable[Finding], source: Source) -> None:
        for finding in findings:
            for line in _finding(finding, source, self.console.width):
                fits = cell_len(line.plain) <= self.console.width
                self.console.print(line, soft_wrap=fits or not (self._wrap and " " in line.plain.strip()))
            self.console.print()

    def finish(self, summary: Summary) -> None:
        """Show the counts."""
        self.console.print(counts(summary), style="bold", soft_wrap=not self._wrap)


def _finding(finding: Finding, source: Source, width: int) -> Iterator[Text]:
    """A finding line by line; of one that is repaired, only where it was."""
    style = STYLES[finding.severity]
    repaired = finding.state is State.REPAIRED
    places = (finding.primary,) if repaired else finding.places
    gutter = max(len(str(place.start(source).line)) for place in places)
    title = f"{finding.severity}[{finding.code} {finding.name}]"
    yield Text.assemble((title, style), (f": {printable(finding.message)}", "bold"))
    for place in places:
        primary = place is finding.primary
        arrow, mark = ("-->", "^") if primary else (":::", "-")
        position = place.start(source)
        where = f"{place.path(source.path or '-')}:{position.line}:{position.column}"
        yield Text.assemble(" " * gutter, (arrow, _FRAME), f" {where}")
        if repaired:
            return
        yield from _excerpt(place, source, gutter, width, mark, style if primary else _FRAME)
    if finding.explanation:
        yield Text.assemble(" " * gutter, (" = ", _FRAME), f"note: {finding.explanation}")
    help_ = f"confidence: {finding.confidence} · wikiproof explain {finding.code}"
    yield Text.assemble(" " * gutter, (" = ", _FRAME), help_)


def _excerpt(
    place: Location, source: Source, gutter: int, width: int, mark: str, style: str
) -> Iterator[Text]:
    """The line where a place begins, as much of it as fits, and marks under the place; of another article its words."""
    position = place.start(source)
    line, start, length = place.text, 0, len(place.text)
    if place.elsewhere is None:
        line, start, length = source.line(position.line), position.column - 1, len(place.span)
    room = max(width - gutter - len(" | "), _NARROWEST)
    before, marked, after = window(line, start, start + length, room)
    blank = (" " * gutter + " |", _FRAME)
    yield Text.assemble(blank)
    yield Text.assemble((f"{position.line:>{gutter}} |", _FRAME), f" {before}", (marked, style), after)
    marks = mark * max(cell_len(marked), 1)
    indent = " " * (cell_len(before) + 1)
    label = place.label if place.changed is None else f"{place.label} ({_changed(place)})"
    label = _head(label, room)
    left = room - cell_len(before) - cell_len(marks) - 1
    if cell_len(label) <= left:
        yield Text.assemble(blank, indent, (f"{marks} {label}", style))
        return
    yield Text.assemble(blank, indent, (marks, style))
    indent = indent[: room - cell_len(label) + 1]
    yield Text.assemble(blank, indent, (label, style))


def _changed(place: Location) -> str:
    return "changed" if place.changed else "as it was"


def window(line: str, start: int, end: int, cells: int) -> tuple[str, str, str]:
    """What stands before, in and after a stretch of a line, cut to a number of cells around the stretch."""
    reach = _STACKED * cells
    marked = _head(line[start:end], cells)
    room = cells - cell_len(marked)
    after = line[end : end + reach]
    before = line[max(start - reach, 0) : start]
    before = _tail(before, max(room // 2, room - cell_len(_head(after, room))))
    return before, marked, _head(after, room - cell_len(before))


def _head(text: str, cells: int) -> str:
    """The beginning of a text, as it can be shown in a number of cells; "…" stands for what does not fit."""
    text = printable(text[: _STACKED * cells])
    if cell_len(text) <= cells:
        return text
    while text and cell_len(text) >= cells:
        text = text[:-1]
    return f"{text}…" if cells > 0 else ""


def _tail(text: str, cells: int) -> str:
    """The end of a text likewise."""
    text = printable(text[-_STACKED * cells :] if cells > 0 else "")
    if cell_len(text) <= cells:
        return text
    while text and (cell_len(text) >= cells or combining(text[0])):
        text = text[1:]
    return f"…{text}"


def printable(text: str) -> str:
    """The text with a space for each character that would move the cursor or turn the writing round."""
    return text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
