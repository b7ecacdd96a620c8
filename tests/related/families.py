"""The families of articles in `samples/families`, and what is found in one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import wikiproof
from wikiproof import related
from wikiproof.source import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wikiproof.article import Article

FAMILIES = Path(__file__).parents[2] / "samples" / "families"


def texts(family: Path) -> dict[str, str]:
    """The articles of a family by the names of their files."""
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(family.iterdir())}


def findings(articles: Mapping[str, str]) -> list[str]:
    """All findings, alone and between articles: "CODE article: words there | other article: words there"."""
    read = [wikiproof.read(Source(text, name)) for name, text in articles.items()]
    return [*(found for article in read for found in _alone(article)), *_between(read)]


def _alone(article: Article) -> list[str]:
    return [f"{each.code} {article.title}: {each.primary.text}" for each in wikiproof.lint(article)]


def _between(articles: list[Article]) -> list[str]:
    return [
        f"{each.finding.code} {each.page.title}: {each.finding.primary.text}"
        f" | {place.elsewhere.title}: {place.text}"
        for each in related.lint(articles)
        for place in each.finding.related
        if place.elsewhere
    ]
