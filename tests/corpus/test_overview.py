"""The overview of a run: what is in its pages, and that ten thousand findings can be used in a browser."""

from __future__ import annotations

import json
import re
import shutil
from html import unescape
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tests.corpus.making import article, contents, done

from wikiproof.cli import cli
from wikiproof.corpus.overview.land import land, project
from wikiproof.corpus.overview.plots import spoken, timeline
from wikiproof.corpus.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

pytest.importorskip("duckdb", reason="the overview needs the extra batch")

BATTLE = """{{Infobox military conflict | conflict = Battle of the Ford | date = 3 May 1643 <!-- <script> -->
| place = Ford | coordinates = {{coord|51.5|-0.1}} | casualties1 = 30 killed}}
The '''Battle of the Ford''' was fought on 5 May 1643. "<img src=x onerror=alert(1)>" [[&lt;script>]] said the reeve.

== Aftermath ==
The ford was closed.
"""
FINDINGS = 10_000


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pages = [Page(f"Raid {number}", "dump.xml", article(number)) for number in range(3)]
    pages.append(Page("Battle of the Ford", "dump.xml", BATTLE))
    return done(tmp_path_factory.mktemp("overview") / "out", pages, failures=2)


@pytest.fixture(scope="module")
def written(out: Path) -> Path:
    told = CliRunner().invoke(cli, ["report", str(out)])
    assert told.stdout.strip() == str(out / "report" / "index.html"), told.output
    return out / "report"


def test_what_is_written(written: Path) -> None:
    names = ["articles/00001.html", "articles/00002.html", "articles/00003.html", "index.html"]
    assert sorted(contents(written)) == names
    index = (written / "index.html").read_text(encoding="utf-8")
    assert "3 findings (3 errors) in 3 of 4 articles" in index
    assert "Pages that could not be worked on: 2" in index
    assert 'href="articles/00001.html#a0-f0"' in index
    assert 'data-year="1643"' in index
    assert "4 articles with a date" in index
    assert "1 articles with coordinates" in index
    page = (written / "articles" / "00002.html").read_text(encoding="utf-8")
    assert '<a href="../index.html">Overview</a>' in page
    lit = re.findall(r'<a class="mark"[^>]*>(?:<span id="[^"]*"></span>)*\s*([^<]*)</a>', page)
    sentence = "The raid of place 1 was a robbery on 4 March 1994 that killed 21 people & injured 30."
    assert [unescape(words) for words in lit] == ["12", sentence], "its markup is not in the document"
    assert "<q>killed 21 people</q>" in page


def test_nothing_of_an_article_is_markup(written: Path) -> None:
    for path in written.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert text.count("<script>") == 1
        assert "<img" not in text
        assert not re.search(r"(?:src|href)=\"(?!#|data:|articles/|\.\./index)", text)
        assert not re.search(r"\sstyle=\"", text), "its policy would not let it in"


def test_the_same_again(written: Path, out: Path) -> None:
    before = contents(written)
    CliRunner().invoke(cli, ["report", str(out)])
    assert contents(written) == before
    assert CliRunner().invoke(cli, ["report", str(out / "none")]).exit_code == 2


def test_a_run_without_findings(tmp_path: Path) -> None:
    out = done(tmp_path / "out", [Page("Poem", "p", "A '''poem'''.")])
    CliRunner().invoke(cli, ["report", str(out), "-o", str(tmp_path / "pages")])
    assert "No article contradicts itself" in (tmp_path / "pages" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("years", "bars"),
    [
        ([], []),
        ([1999], [("1999", 1)]),
        ([1986, 1987, 1987], [("1986", 1), ("1987", 2)]),
        ([-479, 2020], [("501 BC to 452 BC", 1), ("2000 to 2049", 1)]),
    ],
)
def test_timeline(years: list[int], bars: list[tuple[str, int]]) -> None:
    found = timeline([(year, True) for year in years])
    assert [(bar.name, bar.articles) for bar in found if bar.articles] == bars
    assert len(found) <= 60


def test_years_bc() -> None:
    assert [spoken(year) for year in (1, 0, -43)] == ["1", "1 BC", "44 BC"]


def test_land() -> None:
    """Every ring ends where it began, and the map has the places of the Earth where they are."""
    path = land()
    assert len(path) < 60_000
    rings = []
    for ring in path.split("M")[1:]:
        numbers = [int(number) for number in re.findall(r"-?\d+", ring)]
        x, y = numbers[:2]
        points = [(x, y)]
        for step in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + step[0], y + step[1]
            points.append((x, y))
        rings.append(points)
    for lat, lon, is_land in (
        (48.9, 2.4, True),
        (0.0, -30.0, False),
        (-25.0, 135.0, True),
        (43.8, 87.6, True),
    ):
        turns = sum(_turns(ring, *project(lat, lon)) for ring in rings)
        assert (turns != 0) is is_land


def _turns(ring: list[tuple[int, int]], x: float, y: float) -> int:
    """How often a ring goes around a point: what the fill rule "nonzero" asks."""
    turns = 0
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            turns += 1 if by > ay else -1
    return turns


@pytest.fixture(scope="module")
def large(out: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The overview of ten thousand findings: those of the small run again and again, under other titles."""
    folder = tmp_path_factory.mktemp("large") / "out"
    shutil.copytree(out, folder, ignore=shutil.ignore_patterns("report"))
    for name in ("findings", "documents", "fields"):
        rows = [json.loads(line) for line in (out / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        per_title: dict[str, list[dict[str, object]]] = {}
        for row in rows:
            per_title.setdefault(row["title"], []).append(row)
        with (folder / f"{name}.jsonl").open("w", encoding="utf-8") as file:
            for title, some in sorted(per_title.items()):
                for number in range(FINDINGS // 3 + 1):
                    file.writelines(
                        json.dumps(row | {"title": f"{title} {number:05}"}) + "\n" for row in some
                    )
    told = CliRunner().invoke(cli, ["report", str(folder)])
    assert told.exit_code == 0, told.output
    return folder / "report" / "index.html"


@pytest.fixture
def visit(browser: Browser, large: Path) -> Iterator[Callable[..., Tab]]:
    """Opens the large overview; what it complains of, or asks the network for, fails the test."""
    faults: list[str] = []
    tabs: list[Tab] = []

    def open_tab(*, width: int = 1360, **options: str | bool) -> Tab:
        tab = browser.new_page(
            viewport={"width": width, "height": 800},
            reduced_motion="reduce",
            **options,  # type: ignore[arg-type]  # a scheme of colours or whether scripts run
        )
        tab.set_default_timeout(120_000)
        tab.on("pageerror", lambda error: faults.append(str(error)))
        tab.on("console", lambda message: faults.append(message.text))
        tab.on("request", lambda asked: faults.extend(re.findall("^(?!file:|data:).+", asked.url)))
        tab.goto(large.as_uri())
        tabs.append(tab)
        return tab

    yield open_tab
    for tab in tabs:
        tab.close()
    assert faults == []


def shown(tab: Tab) -> str:
    return tab.locator("[role=status]").inner_text()


def test_ten_thousand_findings(visit: Callable[..., Tab]) -> None:
    tab = visit()
    assert shown(tab) == "100 of 10,002 shown"
    assert tab.locator(".finding:visible").count() == 100
    tab.keyboard.press("/")
    tab.keyboard.type("ford 00042")
    assert shown(tab) == "1 of 10,002 shown"
    tab.fill("[name=words]", "")
    tab.click("th a >> text=military conflict")
    assert shown(tab) == "100 of 3,334 shown"
    assert tab.locator(".chosen").inner_text().startswith("military conflict")
    tab.click("#further")
    assert tab.locator(".finding:visible").count() == 200
    tab.click(".chosen button")
    tab.uncheck("input[value=error]")
    assert shown(tab) == "0 of 10,002 shown"
    tab.check("input[value=error]")
    tab.click(".timeline a >> nth=0")
    assert shown(tab) == "100 of 3,334 shown"
    tab.click(".finding:visible >> nth=0")
    tab.wait_for_url("**/articles/*.html#a0-f0")
    assert tab.locator(".mark.on:visible").count() == 2
    tab.click("text=Overview")
    tab.wait_for_url("**/index.html")


def test_light_and_dark(visit: Callable[..., Tab]) -> None:
    tab = visit(color_scheme="dark")

    def lightness() -> int:
        return int(tab.evaluate("+getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]"))

    assert lightness() < 50
    tab.keyboard.press("t")
    assert lightness() > 200


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1360, "dark")])
def test_accessible(visit: Callable[..., Tab], width: int, scheme: str) -> None:
    """What is hidden no reader meets; it is taken out, for it would keep the checker busy for minutes."""
    from axe_playwright_python.sync_playwright import Axe

    tab = visit(width=width, color_scheme=scheme)
    assert tab.evaluate("document.documentElement.scrollWidth") == width
    tab.evaluate(
        "document.querySelectorAll('.lines [hidden], circle:nth-of-type(n+50)').forEach(e => e.remove())"
    )
    results = Axe().run(tab)
    assert results.violations_count == 0, results.generate_report()


def test_without_scripts_everything_is_there(visit: Callable[..., Tab]) -> None:
    tab = visit(java_script_enabled=False)
    assert tab.locator(".finding").count() == 10_002
    assert tab.locator(".finding >> nth=5000").is_visible()
