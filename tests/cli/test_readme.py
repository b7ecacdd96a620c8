"""The README and docs/ show what the commands really print, and name files that exist."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent, indent

import pytest
from click.testing import CliRunner

import wikiproof
from wikiproof.cli import cli

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_lint_output(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    printed = indent(
        "$ wikiproof lint samples\n" + CliRunner().invoke(cli, ["lint", "samples"]).stdout, "    "
    )
    assert printed in README


def test_library_output(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    block = README.split("### As a library\n\n")[1].split("\n\nEverything")[0]
    code, _, printed = block.rpartition("\n\n")
    exec(dedent(code), {"wikiproof": wikiproof})
    assert capsys.readouterr().out == dedent(printed) + "\n"


def test_commands_exist() -> None:
    for name in cli.commands:
        assert f"wikiproof {name}" in README


def test_rules_page_is_up_to_date() -> None:
    printed = CliRunner().invoke(cli, ["rules", "--format", "markdown"]).stdout
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == printed, "`make docs` writes it anew"


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/how-it-works.md", "docs/extend.md"])
def test_named_files_exist(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    package = ROOT / "parser" / "wikiproof"
    folders = (ROOT, package, package / "claims" / "gates", (ROOT / page).parent)
    links = re.findall(r"\]\(((?!https?:)[^)#]+)\)", text)
    named = re.findall(r"`([a-z][\w./-]*(?:/|\.(?:py|toml|lark|json|md)))`", text)
    real = [path for path in (*links, *named) if not re.search("[A-Z]{4}", path)]  # NAME stands for any
    assert real
    assert [path for path in real if not any((folder / path).exists() for folder in folders)] == []
