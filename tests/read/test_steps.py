"""Reading takes steps in proportion to the length of the text, whatever the text: counted, not timed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

from wikiproof.read.wikitext import read_wikitext
from wikiproof.source import Source

if TYPE_CHECKING:
    from types import FrameType

# Each is repeated; what is never closed, and what reaches far.
UNITS = [
    *(
        "[[",
        "[[a ",
        "[[a|b ",
        "[[a|b]] ",
        "[[a's_b|c'd]] ",
        "[[File:a|[[b]] ",
        "]] ",
        "[http://a b ",
        "[http://a b] ",
    ),
    *(
        "{{",
        "{{a|",
        "{{a|b}} ",
        "{{{a|",
        "}} ",
        "{{efn|a ",
        "{{Infobox a|b=c ",
        "{{Infobox a|b=c}} ",
        "{{cite web|title=a}} ",
    ),
    *(
        "<ref>a ",
        "<ref>{{cite web|title=a}}</ref> ",
        "<ref name=a/> ",
        "<b ",
        "<!-- ",
        "<nowiki>",
        "<small>a</small> ",
    ),
    *(
        "'' ",
        "''' ",
        "'''a. [[B]]''' ",
        "(, ",
        "( {{a}}) ",
        "a. B c. ",
        "Dr. ",
        "... ",
        "&nbsp; ",
        "__TOC__ ",
        "\u00a0 ",
    ),
    *(
        "\n* [[a]]",
        "\n== a ==",
        "\n= ",
        "\n{|",
        "\n|}",
        "\n{|\n| a\n|}",
        "\n\n",
        "\n: ''a''",
        "\n----",
        "\n'''",
    ),
]


def steps(text: str) -> int:
    """How many instructions of ours reading takes."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        count += event == "opcode"
        return trace

    source = Source(text)
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        article = read_wikitext(source)
        assert article.apparatus is not None
        for paragraph in article.paragraphs():
            for sentence in paragraph.sentences:
                assert sentence.text.runs is not None
                assert sentence.text.annotations is not None
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("start", ["", "'''", "{{Infobox a|b="])
@pytest.mark.parametrize("unit", UNITS)
def test_twice_the_text_takes_twice_the_steps(start: str, unit: str) -> None:
    text = start + unit * 40
    steps(text)  # what is kept is kept now
    assert steps(start + unit * 80) < 2.2 * steps(text)
