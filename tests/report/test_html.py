"""The page as text: what is in it, that nothing of an article is markup in it, that it asks for nothing else."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

import wikiproof
from wikiproof.checking import Checked
from wikiproof.finding import Confidence, Finding, Location, Severity
from wikiproof.report.marks import Marks
from wikiproof.report.view import article_view
from wikiproof.source import Source, Span

if TYPE_CHECKING:
    from tests.report.conftest import Run

    from wikiproof.report.marks import Stretch

HOSTILE = """\
{{Infobox civilian attack
| title = <script>alert(1)</script>
| location = "><img src=x onerror=alert(2)> [javascript:alert(3) here]
| fatalities = 12 & "thirty" 'more' </td></style></script>
}}
The '''<b onclick="alert(4)">Orsa</b> bombing''' on 4 March 2016 killed 21 people. {{{{x}}}} {% raw %}
</script><script>alert(5)</script> [[javascript:alert(6)|click]]

== </title><svg onload=alert(7)> ==
&lt;img src=x onerror=alert(8)&gt;

[[Category:"><script>alert(9)</script>]]
"""


def checked(text: str, path: str) -> Checked:
    article = wikiproof.read(Source(text, path))
    return Checked(article, tuple(wikiproof.lint(article)))


class Page(HTMLParser):
    """The elements of a page with their attributes, its ids, its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def ids(self) -> Counter[str]:
        return Counter(each for _, attributes in self.elements if (each := attributes.get("id")))


@pytest.fixture
def hostile(run: Run) -> str:
    path = "</title><script>alert(0)</script>.wiki"
    return type(run)((checked(HOSTILE, path), *run.checked), run.unreadable).written("html")


def test_nothing_of_an_article_is_markup(hostile: str) -> None:
    page = Page(hostile)
    tags = Counter(tag for tag, _ in page.elements)
    assert (tags["script"], tags["style"], tags["img"], tags["title"]) == (1, 1, 0, 1)
    for _, attributes in page.elements:
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        href = attributes.get("href") or "#"
        assert href.startswith("#") or href == "data:,"
    assert "<script>alert(0)</script>" in page.text
    assert "onerror=alert(2)" in page.text


def test_it_asks_for_nothing_from_elsewhere(hostile: str) -> None:
    page = Page(hostile)
    for _, attributes in page.elements:
        assert attributes.keys().isdisjoint({"src", "srcset", "action", "data", "poster", "formaction"})
    style = re.findall(r"<style>(.*?)</style>", hostile, re.DOTALL)[0]
    script = re.findall(r"<script>(.*?)</script>", hostile, re.DOTALL)[0]
    assert not re.search(r"url\(|@import|https?:", style)
    assert not re.search(r"fetch|XMLHttpRequest|import\b|https?:|innerHTML", script)


def test_its_policy_lets_in_its_own_style_and_script_only(hostile: str) -> None:
    (policy,) = [
        attributes["content"] or ""
        for tag, attributes in Page(hostile).elements
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    for element in ("style", "script"):
        text = re.findall(rf"<{element}>(.*?)</{element}>", hostile, re.DOTALL)[0]
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert rules[f"{element}-src"] == f"'sha256-{digest}'"


def test_every_link_leads_somewhere_and_every_id_is_there_once(hostile: str) -> None:
    page = Page(hostile)
    ids = page.ids()
    assert set(ids.values()) == {1}
    targets = {
        (attributes.get("href") or "").removeprefix("#") for tag, attributes in page.elements if tag == "a"
    }
    assert targets <= ids.keys()


def test_it_lists_what_has_no_findings_and_what_was_not_read(run: Run) -> None:
    text = Page(run.written("html")).text
    assert "folder/b.txt" in text
    assert "folder/c d.txt: there is no such file; check the path" in text
    assert "not shown: 2 below the minimum severity" in text


def test_no_findings(run: Run, empty: Run) -> None:
    assert "Nothing to show" in empty.written("html")
    assert "No article contradicts itself" in type(run)((run.checked[2],)).written("html")


def shown(stretches: tuple[Stretch, ...]) -> list[str]:
    return [stretch.text for stretch in stretches if stretch.places]


def test_places_are_marked_where_readers_see_them() -> None:
    text = (
        "{{Short description|Bombing in 2015}}\n"
        "{{Infobox civilian attack\n| fatalities = {{nowrap|12}}<!-- or 13 -->\n}}\n"
        "The '''Orsa bombing''' on 4 March 2016 killed {{nowrap|21 [[people|persons]]}}.\n\n== Later ==\nMore.\n"
        "[[Category:2016 bombings]]\n"
    )
    source = Source(text, "Orsa_bombing.wiki")
    words = (
        "Bombing in 2015",
        "fatalities",
        "{{nowrap|12}}",
        "21 [[people|persons]]",
        "<!-- or 13",
        "Later",
        "2016 bombings",
    )
    places = [Location(word, word, Span(text.index(word), text.index(word) + len(word))) for word in words]
    places.append(Location("title", "Orsa bombing", Span(0, 0)))
    finding = Finding(
        "Q01", "fatalities", Severity.ERROR, Confidence.HIGH, "m", None, None, places[0], tuple(places[1:])
    )
    view = article_view(Checked(wikiproof.read(source), (finding,)), 0)
    assert shown(view.title) == ["Orsa bombing"]
    assert shown(view.description) == ["Bombing in 2015"]
    (row,) = view.boxes[0].rows
    assert (shown(row.name), shown(row.value)) == (["fatalities"], ["12"])
    lead, heading, _ = view.passages
    assert [word.strip() for word in shown(lead.text)] == ["21 persons"]
    assert shown(heading.text) == ["Later"]
    assert shown(view.categories[0]) == ["2016 bombings"]
    assert [line.label for line in view.elsewhere] == ["<!-- or 13"], "a comment is in no reader's sight"


def test_places_that_overlap_are_cut_at_their_bounds() -> None:
    text = wikiproof.read(Source("Infobox\n- A: b\n\nOne two three.", "a.txt")).lead[0].sentences[0].text
    start = text.span.start
    marks = Marks([("x", Span(start, start + 7)), ("y", Span(start + 4, start + 13))])
    assert [(each.text, each.places, each.begins) for each in marks.of(text)] == [
        ("One ", ("x",), ("x",)),
        ("two", ("x", "y"), ("y",)),
        (" three", ("y",), ()),
        (".", (), ()),
    ]
    assert marks.rest() == ()
