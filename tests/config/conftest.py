"""An article with two findings, and the command, in a folder of their own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from wikiproof.cli import cli

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

ARTICLE = """\
{{Infobox civilian attack
| date = 14 March 2016
| perpetrator = Wagner Group
| fatalities = 12
}}
The bombing was an attack on 14 March 2016 that killed 21 people. It was carried out by the Africa Corps.
"""


@pytest.fixture
def run() -> Callable[..., Result]:
    def run(*arguments: str, given: str | None = None) -> Result:
        return CliRunner().invoke(cli, arguments, input=given)

    return run


@pytest.fixture
def lint(run: Callable[..., Result]) -> Callable[..., dict[str, list[str]]]:
    """What is found, as "severity CODE", by path."""

    def lint(*arguments: str, given: str | None = None) -> dict[str, list[str]]:
        report: dict[str, Any] = json.loads(run("lint", "--format", "json", *arguments, given=given).stdout)
        return {
            article["path"]: [f"{each['severity']} {each['code']}" for each in article["findings"]]
            for article in report["articles"]
        }

    return lint


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("articles/drafts", "elsewhere"):
        Path(folder).mkdir(parents=True)
    for name in ("articles/A.wiki", "articles/drafts/B.wiki", "elsewhere/C.wiki"):
        Path(name).write_text(ARTICLE, encoding="utf-8")
