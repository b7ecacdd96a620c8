"""The report as Markdown for editors, with what they may paste.

That is an inline tag for each contradiction, and for the talk page what the tags mean. Neither says which side is
right. The tag is Wikipedia's {{Contradiction-inline}}: its `reason` is shown on hover, a bot adds its `date`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikiproof.report.counts import STATES, counts, not_shown, number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from wikiproof.checking import Checked
    from wikiproof.finding import Finding, Location
    from wikiproof.report.base import Summary

TAG = "Contradiction-inline"

_ACTIVE_IN_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&])")
# What ends an argument of a template or begins markup, as the entities that show it.
_ACTIVE_IN_WIKITEXT = {ord(char): f"&#{ord(char)};" for char in "&<>[]{}|~'="}
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_SIGNATURE = "~~~~"


class MarkdownReport:
    """A section for each article that has findings, then what could not be read, then the counts."""

    console = None

    def __init__(self, stream: TextIO) -> None:
        self._write = stream.write
        self._write("# Where articles contradict themselves\n")

    def article(self, checked: Checked) -> None:
        """Write the findings of an article, and what to paste."""
        if checked.findings or checked.repaired:
            self._write("".join(f"{line}\n" for line in _article(checked)))

    def finish(self, summary: Summary) -> None:
        """Write what could not be read, and the counts."""
        if summary.unreadable:
            self._write("\n## Not read\n\n")
            for each in summary.unreadable:
                self._write(f"- {_code(each.path)}: {_plain(f'{each.reason}; {each.remedy}')}\n")
        line = counts(summary)
        self._write(f"\n{line[0].upper()}{line[1:]}.\n")


def _article(checked: Checked) -> Iterator[str]:
    yield f"\n## {_plain(checked.article.title or checked.path)}\n"
    hidden = f"; {not_shown(checked.hidden_by_reason)}" if checked.hidden else ""
    yield f"{_code(checked.path)}: {number(len(checked.findings), 'finding')}{hidden}"
    for finding in checked.findings:
        yield from _finding(finding, checked)
    if checked.repaired:
        yield "\n### Repaired by the edit\n"
        yield from (f"- {each.code} {each.name}: {_plain(each.message)}" for each in checked.repaired)
    contradictions = [finding for finding in checked.findings if finding.related]
    if contradictions:
        yield "\n### For the talk page\n"
        yield from _fenced(_talk(contradictions, checked))


def _finding(finding: Finding, checked: Checked) -> Iterator[str]:
    state = f", {STATES[finding.state]}" if finding.state else ""
    yield f"\n### {finding.code} {finding.name}: {finding.severity}, {finding.confidence} confidence{state}\n"
    yield _sentence(_plain(finding.message))
    if finding.explanation:
        yield _sentence(_plain(finding.explanation))
    yield "\n| place | line | what stands there |\n|---|---|---|"
    for place in finding.places:
        at = place.start(checked.article.source)
        yield f"| {_plain(_label(place))} | {at.line}:{at.column} | {_plain(place.text)} |"
    if finding.related:
        yield "\nA tag for one of the places, or for each:\n"
        yield from _fenced([tag(finding)])


def _talk(contradictions: list[Finding], checked: Checked) -> Iterator[str]:
    yield f"== Contradictory statements ({TAG}) =="
    yield "The article says different things of the same fact:"
    for finding in contradictions:
        yield f"# {_sentence(wikitext(finding.message))}"
        for place in finding.places:
            line = place.start(checked.article.source).line
            yield f"#* {wikitext(_label(place))}, line {line} of the source: “{wikitext(place.text)}”"
    yield f"Which of them do the sources support? Both may be right where they speak of different things. {_SIGNATURE}"


def _label(place: Location) -> str:
    """What a place is, and in which article where that is another."""
    other = place.elsewhere
    return place.label if other is None else f"{place.label} of {other.title or other.path}"


def tag(finding: Finding) -> str:
    """The inline template for a place that contradicts another."""
    return f"{{{{{TAG}|reason={_sentence(wikitext(finding.message))}}}}}"


def wikitext(words: str) -> str:
    """Words that wikitext shows as they are, on one line, also in an argument of a template."""
    return _line(words).translate(_ACTIVE_IN_WIKITEXT)


def _line(text: str) -> str:
    return " ".join(_CONTROL.sub(" ", text).split())


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "!", "?")) else ".")


def _plain(text: str) -> str:
    """Words that Markdown shows as they are, on one line."""
    return _ACTIVE_IN_MARKDOWN.sub(r"\\\1", _line(text))


def _code(text: str) -> str:
    """Words as code, between more backticks than stand in a row in them."""
    line = _line(text)
    fence = "`" * (_longest(line) + 1)
    space = " " if "`" in line else ""
    return f"{fence}{space}{line}{space}{fence}"


def _fenced(lines: Iterator[str] | list[str]) -> Iterator[str]:
    text = "\n".join(lines)
    fence = "`" * max(3, _longest(text) + 1)
    yield f"{fence}wikitext\n{text}\n{fence}"


def _longest(text: str) -> int:
    """How many backticks stand in a row at most."""
    return max(map(len, re.findall("`+", text)), default=0)
