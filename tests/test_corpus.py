"""All real articles convert and lint, in any order with the same bytes."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import wikiproof
from wikiproof.document import dumps, validate

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def articles(shared: Path) -> list[Path]:
    found = sorted((shared / "corpus" / "articles").rglob("*.wiki"))
    assert len(found) == 290
    return found


def test_every_article_converts_to_a_valid_document(articles: list[Path]) -> None:
    for path in articles:
        article = wikiproof.read(path)
        document = wikiproof.convert(article)
        validate(document)
        assert document["title"] == article.title
        assert dumps(document)


def test_report_does_not_depend_on_the_order_of_the_inputs(articles: list[Path]) -> None:
    some = articles[::6]
    forward, backward = lint(some), lint(some[::-1])
    assert forward == backward
    assert len(json.loads(forward)["articles"]) == len(some)


def test_no_article_fails(articles: list[Path]) -> None:
    report = json.loads(lint(articles))
    assert report["summary"]["articles"] == len(articles)
    assert report["summary"]["unreadable"] == []


def lint(paths: list[Path]) -> bytes:
    command = [sys.executable, "-m", "wikiproof", "lint", "--format", "json", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout
