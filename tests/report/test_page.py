"""The page in Chromium, as a person uses it.

On a machine without Chromium these are skipped; CI installs it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import wikiproof
from wikiproof.checking import Checked
from wikiproof.finding import Confidence, Finding, Location, Severity, State
from wikiproof.source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page
    from tests.report.conftest import Run

ARTICLE = """\
= Orsa bombing no{number} =

Infobox civilian attack
- Date: 14 March 2016
- Fatalities: 12
- Type: <script>document.title = "no"</script>

The day was 4 March 2016. A bomb exploded in Orsa.

== Aftermath ==
{filler}

The explosion had killed 21 people.
"""
ROOT = Path(__file__).parents[2]


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens a run's page; what it complains of, or asks the network for, fails the test."""
    faults: list[str] = []
    pages: list[Page] = []

    def open_page(run: Run, *, width: int = 1360, height: int = 800, **options: str | bool) -> Page:
        file = tmp_path / "report.html"
        file.write_text(run.written("html"), encoding="utf-8")
        page = browser.new_page(
            viewport={"width": width, "height": height},
            reduced_motion="reduce",
            **options,  # type: ignore[arg-type]  # a scheme of colours or whether scripts run
        )
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text))
        page.on("request", lambda asked: faults.extend(re.findall("^(?!file:|data:).+", asked.url)))
        page.goto(file.as_uri())
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.close()
    assert faults == []


@pytest.fixture
def two(run: Run) -> Run:
    """Two articles with two findings each; the text is longer than a screen."""
    return type(run)(tuple(article(number) for number in (1, 2)), run.unreadable)


def article(number: int) -> Checked:
    filler = "\n\n".join(["The street was closed for a day, and shops stayed shut."] * 40)
    text = ARTICLE.format(number=number, filler=filler)

    def place(words: str) -> Location:
        start = text.index(f" {words}") + 1
        return Location("place", words, Span(start, start + len(words)))

    def finding(code: str, name: str, field: str, said: str) -> Finding:
        message = f"the infobox says {field}, the text says {said}"
        places = place(field), (place(said),)
        return Finding(code, name, Severity.ERROR, Confidence.HIGH, message, name, None, *places)

    findings = (
        finding("D01", "date-lead", "14 March 2016", "4 March 2016"),
        finding("Q01", "fatalities", "12", "killed 21 people"),
    )
    return Checked(wikiproof.read(Source(text, f"{number}.txt")), findings)


def lit(page: Page) -> list[str]:
    return page.locator(".mark.on:visible").all_inner_texts()


def test_both_places_are_lit_and_linked(visit: Callable[..., Page], two: Run) -> None:
    page = visit(two)
    assert page.title().startswith("wikiproof: 4 findings")
    page.click("#a0-f1 .head")
    assert lit(page) == ["12", "killed 21 people"]
    for mark in page.locator(".mark.on:visible").all():
        box = mark.bounding_box()
        assert box
        assert 0 <= box["y"] <= 800, "both are in sight, however long the article is"
    page.wait_for_function("document.querySelector('.thread.on path')?.getAttribute('d')?.startsWith('M')")
    page.click("article.current .boxes .mark >> text=14 March 2016")
    assert lit(page) == ["14 March 2016", "4 March 2016"]


def test_keys(visit: Callable[..., Page], two: Run) -> None:
    page = visit(two)

    def current() -> str:
        return str(page.evaluate("document.querySelector('.finding.current')?.id ?? ''"))

    def focused() -> str:
        return str(page.evaluate("document.activeElement.textContent.trim()"))

    assert current() == "a0-f0"
    for key in "jjj":
        page.keyboard.press(key)
    assert current() == "a1-f1"
    assert page.locator("article:visible h2").inner_text() == "Orsa bombing no2"
    page.keyboard.press("k")
    page.keyboard.press("ArrowDown")
    assert current() == "a1-f1"
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"
    page.keyboard.press("Enter")
    assert focused() == "12"
    assert page.evaluate(outline) == "solid"
    page.keyboard.press("Enter")
    assert focused() == "killed 21 people"
    page.keyboard.press("Escape")
    assert "Q01" in focused()
    page.keyboard.press("Escape")
    assert current() == ""
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#keys").is_visible()
    page.keyboard.press("/")
    page.keyboard.type("no2 fatal")
    assert current() == "a1-f1"
    assert page.locator(".finding:visible").count() == 1


def test_filters(visit: Callable[..., Page], two: Run) -> None:
    page = visit(two)
    page.click("summary >> text=Rules")
    page.uncheck("input[value=D01]")
    assert page.locator(".finding:visible").count() == 2
    assert page.locator("[role=status]").inner_text() == "2 of 4 shown"
    page.uncheck("input[value=error]")
    assert page.locator("[role=status]").inner_text() == "0 of 4 shown"


def test_rules_are_explained(visit: Callable[..., Page], two: Run) -> None:
    page = visit(two)
    page.click("#a0-f0 .about")
    text = page.locator("dialog[open]").inner_text()
    assert "What it does" in text
    assert "When it is wrong" in text


def test_light_and_dark(visit: Callable[..., Page], two: Run) -> None:
    page = visit(two, color_scheme="dark")

    def lightness() -> int:
        return int(page.evaluate("+getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]"))

    assert lightness() < 50
    page.keyboard.press("t")
    assert lightness() > 200
    page.reload()
    assert lightness() > 200, "it is remembered"
    page.click("#theme")
    assert lightness() < 50


def test_phone(visit: Callable[..., Page], two: Run) -> None:
    page = visit(two, width=360, height=700)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.click("#a1-f1 .head")
    page.click("#a1-f1 .places a >> nth=1")
    box = page.locator(".mark.on:visible >> nth=1").bounding_box()
    assert box
    assert 0 <= box["y"] <= 700
    page.click(".back")
    assert page.locator("#a1-f1").bounding_box()["y"] < 350  # type: ignore[index]  # it is there


def test_without_scripts_everything_is_there(visit: Callable[..., Page], two: Run) -> None:
    page = visit(two, java_script_enabled=False)
    assert page.locator("article:visible").count() == 2
    assert page.locator(".more:visible").count() == 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1360])
def test_accessible(visit: Callable[..., Page], two: Run, scheme: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = visit(two, width=width, color_scheme=scheme)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    page.keyboard.press("?")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_two_hundred_articles(visit: Callable[..., Page], run: Run) -> None:
    page = visit(type(run)(tuple(article(number) for number in range(200))))
    assert page.locator(".finding").count() == 400
    took = page.evaluate(
        "(() => { const start = performance.now(); for (let i = 0; i < 100; i++)"
        " document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', bubbles: true}));"
        " return performance.now() - start; })()"
    )
    assert page.locator(".finding.current").get_attribute("id") == "a50-f0"
    assert took < 10_000, "a step takes far less than a tenth of a second"


@pytest.mark.parametrize("which", ["empty", "clean"])
def test_no_findings(visit: Callable[..., Page], run: Run, empty: Run, which: str) -> None:
    page = visit(empty if which == "empty" else type(run)((run.checked[2],)))
    page.keyboard.press("j")
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    assert page.locator(".nothing").is_visible()


def test_paper_shows_all_articles_in_black_on_white(visit: Callable[..., Page], two: Run) -> None:
    page = visit(two, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("article:visible").count() == 2
    assert page.locator(".more:visible").count() == 4
    assert not page.locator(".filters, .thread, button:visible").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_pictures_are_small() -> None:
    pictures = [
        (ROOT / "docs" / "pictures" / name).read_bytes() for name in ("report.png", "report-dark.png")
    ]
    for picture in pictures:
        assert picture.startswith(b"\x89PNG")
        assert len(picture) < 200_000


def test_an_edit(visit: Callable[..., Page], two: Run) -> None:
    first = two.checked[0]
    new, unchanged = first.findings
    edited = Checked(
        first.article,
        (replace(new, state=State.NEW), replace(unchanged, state=State.UNCHANGED)),
        edited=True,
        before=first.article,
        repaired=(replace(unchanged, state=State.REPAIRED),),
    )
    page = visit(type(two)((edited,)))
    page.uncheck("input[value=unchanged]")
    assert page.locator(".finding:visible").count() == 2
    page.click("#a0-r0 .head")
    assert "repaired by the edit" in page.locator("#a0-r0").inner_text()
    assert lit(page) == [], "what is gone stands nowhere"
