"""Wrong usage is told with what helps, and costs nothing that is there."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from wikiproof.cli import cli

CASES = tomllib.loads((Path(__file__).parent / "wrong_usage.toml").read_text(encoding="utf-8"))["case"]
ARTICLE = "{{Infobox storm\n| deaths = 4\n}}\nThe '''storm''' killed 4 people.\n"


@pytest.mark.parametrize("case", CASES, ids=[" ".join(case["arguments"]) for case in CASES])
def test_case(case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.wiki").write_text(ARTICLE, encoding="utf-8")
    result = CliRunner().invoke(cli, case["arguments"], input=ARTICLE)
    assert case["told"] in result.stderr
    assert result.exit_code == 2
    assert result.stdout == ""
    assert Path("a.wiki").read_text(encoding="utf-8") == ARTICLE
    assert [path.name for path in tmp_path.iterdir()] == ["a.wiki"]
