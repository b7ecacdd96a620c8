"""Splitting by mwparserfromhell's tokens gives the parameters of the tree it would build."""

from __future__ import annotations

import mwparserfromhell
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mwparserfromhell.nodes import Template

from wikiproof.read.split import split

# Every kind of token, closed.
CLOSED = [
    *("|", "=", "|a=", "\n| b = ", "|c", " words ", "\n", "''", "'''x'''"),
    *("[[x]]", "[[x|y=z]]", "[[File:a.jpg|b]]", "{{a}}", "{{a|b=c|d}}", "{{{a|b}}}", "{{{a}}}"),
    *(
        "http://a.b/?c=d",
        "//a.b",
        "mailto:a@b.c",
        "[http://a.b]",
        "[http://a.b c|d]",
        "[//a.b c]",
        "[http://a''b'']",
    ),
    *("&amp;", "&#65;", "&#x41;", "<!-- a|b=c -->", "<nowiki>a|b</nowiki>", "\n== a ==\n", "\n=== a ==\n"),
    *("<br>", "<br />", "</br>", "<br / >", "<li>", "<hr>", "<small>a|b</small>", "<ref>{{a|b}}</ref>"),
    *('<ref name = "a" b=c >d</ref>', "<ref group='a' name=b/>", "<span a>b</span >"),
    *("\n* a", "\n# a", "\n:;a:b", "\n----\n", "\n{|\n|-\n! a || b\n| c\n|}\n", "\n{| a=b\n| c=d | e\n|}"),
]
OPEN = [
    "{{",
    "}}",
    "{",
    "}",
    "[[",
    "]]",
    "[",
    "]",
    "<ref>",
    "</ref>",
    "<!--",
    "-->",
    "{|",
    "|}",
    "&",
    "<b a=",
    "==",
]


def by_tree(text: str) -> list[tuple[int, int, int]] | None:
    """The parameters by the lengths of what mwparserfromhell builds."""
    nodes = mwparserfromhell.parse(text, skip_style_tags=True).nodes
    if len(nodes) != 1 or not isinstance(nodes[0], Template):
        return None
    at = len("{{") + len(str(nodes[0].name))
    bounds = []
    for parameter in nodes[0].params:
        start = at + len("|")
        equals = start + len(str(parameter.name)) if parameter.showkey else -1
        at = start + len(str(parameter))
        bounds.append((start, equals, at))
    return bounds


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(CLOSED), max_size=20).map("".join))
def test_sound_markup(inside: str) -> None:
    text = f"{{{{Infobox storm{inside}}}}}"
    assert split(text) == by_tree(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(CLOSED + OPEN), max_size=20).map("".join))
def test_any_markup(inside: str) -> None:
    text = f"{{{{Infobox storm{inside}}}}}"
    assert split(text) == by_tree(text)


@pytest.mark.parametrize("text", ["", "a", "{{a", "{{a}}b", "b{{a}}", "{{a}}{{b}}"])
def test_not_one_template(text: str) -> None:
    assert split(text) is None
