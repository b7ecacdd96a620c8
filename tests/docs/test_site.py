"""The site builds without a warning, and what its pages show is what the commands print."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from shlex import split
from textwrap import dedent

import pytest
from click.testing import CliRunner

from wikiproof.cli import cli

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").glob("*.md"))
_SHOWN = re.compile(r"^```console\n\$ wikiproof (.*)\n((?:.*\n)*?)```$", re.MULTILINE)
_RUN = [
    pytest.param(match[1], match[2], id=f"{page.stem}: {match[1]}")
    for page in PAGES
    for match in _SHOWN.finditer(page.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("command", "shown"), _RUN)
def test_shown_output(command: str, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Line by line, but for what a line "…" leaves out."""
    monkeypatch.chdir(ROOT)
    printed = CliRunner().invoke(cli, split(command)).stdout
    pattern = "".join(
        "(?:.*\n)*?" if line == "…\n" else re.escape(line) for line in shown.splitlines(keepends=True)
    )
    assert re.fullmatch(pattern, printed), printed


def test_python_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    blocks = re.findall(
        r"^```python\n(.*?)^```$",
        (ROOT / "docs" / "convert.md").read_text(encoding="utf-8"),
        re.MULTILINE | re.DOTALL,
    )
    assert blocks
    for block in blocks:
        exec(dedent(block), {})
    assert capsys.readouterr().out == "1643-05-08/1643-05-12\n"


def test_picture_of_the_gates_is_up_to_date(tmp_path: Path) -> None:
    for file in (ROOT / "docs" / "pictures").glob("gates.*"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    subprocess.run([sys.executable, "gates.py"], cwd=tmp_path, check=True)
    drawn, kept = (folder / "gates.svg" for folder in (tmp_path, ROOT / "docs" / "pictures"))
    assert drawn.read_bytes() == kept.read_bytes(), "`make docs` draws it anew"


def test_site_builds() -> None:
    pytest.importorskip("zensical", reason="the site needs the extra `docs`: pip install -e '.[docs]'")
    built = subprocess.run(
        [sys.executable, "docs/build.py"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stdout + built.stderr
    html = ROOT / "build" / "site" / "html"
    assert (html / "rules" / "Q01" / "index.html").exists()
    broken = [
        f"{page.relative_to(html)}: {link}"
        for page in html.rglob("index.html")
        for link in re.findall(r'<a href="((?!https?:|mailto:|#)[^"#]*)', page.read_text(encoding="utf-8"))
        if link
        and not (
            page.parent / link / ("index.html" if link.endswith("/") or link in (".", "..") else "")
        ).exists()
    ]
    assert broken == []
