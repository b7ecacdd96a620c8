"""Writes the overview and the pages of the articles.

    FOLDER/index.html               counts, plots, timeline, map, and all findings with filters
    FOLDER/articles/00001.html      an article with findings, its infobox beside the text

Each file is whole in itself: style and script stand in it, and its policy lets in no others.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

import wikiproof
from wikiproof.corpus.overview.article import document_view
from wikiproof.corpus.overview.plots import coverage_bars, severity_bars, spoken, timeline, world
from wikiproof.corpus.rows import loads
from wikiproof.finding import Severity
from wikiproof.report.base import Summary
from wikiproof.report.counts import counts
from wikiproof.report.html import article_page, environment, part, policy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from wikiproof.corpus.answers.results import Results

Key = tuple[str, str]  # title, path

_YEAR = re.compile(r"-?\d+")
_FAILURES = 200  # shown
_OPENING = "first(json_extract_string(value, '{0}') ORDER BY position)"


@dataclass(frozen=True, slots=True)
class Line:
    """A finding in the list of the overview; `page` and `index` are where its article shows it."""

    page: int
    index: int
    title: str
    code: str
    name: str
    severity: Severity
    message: str
    infobox: str
    year: int | None

    @property
    def when(self) -> str:
        """The year for a reader."""
        return "" if self.year is None else spoken(self.year)


def write(results: Results, folder: Path, told: Callable[[], None] = lambda: None) -> int:
    """Write all pages, whole or not at all, over those of a run before; how many articles have one.

    `told` hears of each page. Raises OSError.
    """
    draft = folder.with_name(f".{folder.name}.draft")
    shutil.rmtree(draft, ignore_errors=True)
    (draft / "articles").mkdir(parents=True)
    infoboxes = dict(_by_article(results, "SELECT title, path, coalesce(infobox, '') FROM articles"))
    years = {key: int(_YEAR.match(start)[0]) for key, start in _starts(results)}  # type: ignore[index]  # the query asks for it
    lines: list[Line] = []
    pages: dict[Key, int] = {}
    for key, document, findings in _affected(results.folder):
        pages[key] = len(pages) + 1
        page = article_page(document_view(document, findings), home="../index.html")
        (draft / "articles" / f"{pages[key]:05d}.html").write_text(page, encoding="utf-8")
        told()
        lines += _lines(key, findings, pages[key], infoboxes.get(key, ""), years.get(key))
    lines.sort(key=lambda line: (-line.severity, line.title, line.page, line.index))
    (draft / "index.html").write_text(_overview(results, lines, pages, years), encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    draft.replace(folder)
    return len(pages)


def _lines(
    key: Key, findings: list[dict[str, Any]], page: int, infobox: str, year: int | None
) -> Iterator[Line]:
    for index, finding in enumerate(findings):
        yield Line(
            page,
            index,
            key[0] or key[1],
            finding["code"],
            finding["name"],
            Severity[finding["severity"].upper()],
            finding["message"],
            infobox,
            year,
        )


def _affected(folder: Path) -> Iterator[tuple[Key, dict[str, Any], list[dict[str, Any]]]]:
    """Each article with findings: its document and they. Both tables are sorted by title and path."""
    with (folder / "findings.jsonl").open("rb") as found, (folder / "documents.jsonl").open("rb") as file:
        documents = map(loads, file)
        for key, findings in groupby(map(loads, found), lambda row: (row["title"] or "", row["path"])):
            document = next(each for each in documents if _key_of(each) == key)
            yield key, document, list(findings)


def _key_of(document: dict[str, Any]) -> Key:
    return document["title"] or "", document["source"]["path"]


def _by_article(results: Results, query: str) -> Iterator[tuple[Key, Any]]:
    for title, path, value in results.ask(query):
        yield (title, path), value


def _starts(results: Results) -> Iterator[tuple[Key, str]]:
    """When the events of articles began, those that say it."""
    start = f"coalesce({_OPENING.format('$.start')}, {_OPENING.format('$.items[0].start')})"
    yield from _by_article(
        results,
        f"SELECT title, path, {start} AS start FROM fields"
        " WHERE role IN ('date', 'start') AND typed GROUP BY ALL HAVING start IS NOT NULL",
    )


def _points(results: Results) -> list[tuple[Any, ...]]:
    """Where the events of articles were, by the article's own coordinates or those of its infobox."""
    lat, lon = (_OPENING.format(f"$.{name}") for name in ("lat", "lon"))
    return results.ask(
        f"""WITH told AS (SELECT title, path, {lat}::DOUBLE AS lat, {lon}::DOUBLE AS lon
              FROM fields WHERE role = 'coordinates' AND typed GROUP BY ALL)
            SELECT title, path, coalesce(articles.lat, told.lat) AS lat, coalesce(articles.lon, told.lon) AS lon
            FROM articles LEFT JOIN told USING (title, path)
            WHERE coalesce(articles.lat, told.lat) IS NOT NULL ORDER BY title, path"""
    )


def _overview(results: Results, lines: list[Line], pages: dict[Key, int], years: dict[Key, int]) -> str:
    summary = Summary(articles=results.manifest["counts"]["documents"], with_findings=len(pages))
    summary.severities.update(line.severity for line in lines)
    worst: dict[int, Severity] = {}
    for line in lines:
        worst[line.page] = max(line.severity, worst.get(line.page, line.severity))
    style, script = part("page.css") + part("overview.css"), part("theme.js") + part("overview.js")
    points = (
        (
            lat,
            lon,
            str(worst[pages[title, path]]) if (title, path) in pages else None,
            title,
            pages.get((title, path)),
        )
        for title, path, lat, lon in _points(results)
    )
    template = environment().get_template("overview.html.jinja")
    return template.render(
        version=wikiproof.__version__,
        style=style,
        script=script,
        policy=policy(style, script),
        counts=counts(summary),
        manifest=results.manifest,
        lines=lines,
        severities=[(str(each), summary.severities[each]) for each in sorted(Severity, reverse=True)],
        rules=severity_bars(results, "code", "code || ' ' || name"),
        infoboxes=severity_bars(results, "coalesce(infobox, '')", "coalesce(infobox, '(none known)')"),
        coverage=coverage_bars(results),
        timeline=timeline([(year, key in pages) for key, year in years.items()]),
        dated=len(years),
        world=world(points),
        failures=results.ask(f"SELECT title, path, reason FROM failures ORDER BY ALL LIMIT {_FAILURES}"),
    )
