"""The README shows what the commands really print."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent, indent
from typing import TYPE_CHECKING

from click.testing import CliRunner

import wikiproof
from wikiproof.cli import cli

if TYPE_CHECKING:
    import pytest

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
