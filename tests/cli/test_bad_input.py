"""Bad input is told in one line, costs no other input its turn, and never ends in a traceback."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from wikiproof.cli import cli

CASES = tomllib.loads((Path(__file__).parent / "bad_input.toml").read_text(encoding="utf-8"))["case"]
WIKITEXT = {
    "an infobox never closed": (
        "{{Infobox storm\n| date = 8 May 2022\n| deaths = 4\n\nThe storm killed 4.\n",
        ["broken.wiki:1:1: note: {{Infobox storm}} is never closed: a }} is missing."],
    ),
    "a field never ended": (
        "{{Infobox storm\n| date = {{start date|2022\n| deaths = 4\n}}\nThe storm.\n",
        [
            "broken.wiki:1:1: note: The article has no text.",
            "broken.wiki:1:1: note: {{Infobox storm}} is never closed: a }} is missing.",
            "broken.wiki:2:10: note: It may be {{start date}} that is never closed: it goes on over the next field.",
        ],
    ),
    "a link never ended": (
        "{{Infobox storm\n| location = [[Elder\n| deaths = 4\n}}\nThe storm.\n",
        ["broken.wiki:2:14: note: The [[ in a field of {{Infobox storm}} is never closed."],
    ),
    "nothing but opening braces": (
        "{{" * 300,
        [
            "broken.wiki:1:1: note: The article has no infobox.",
            "broken.wiki:1:1: note: The article has no text.",
            "broken.wiki:1:81: note: The markup is nested too deep to be read: what opens here is taken as text.",
        ],
    ),
}


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("good.txt").write_text("Infobox\n- Date: 8 May 2022\n\nText.\n", encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
@pytest.mark.parametrize("command", ["lint", "convert"])
def test_case(case: dict[str, Any], command: str) -> None:
    if "text" in case:
        Path(case["path"]).write_text(case["text"], encoding="utf-8")
    elif "hex" in case:
        Path(case["path"]).write_bytes(bytes.fromhex(case["hex"]))
    result = CliRunner().invoke(cli, [command, case["path"], "good.txt"])
    assert case["told"] in result.stderr.splitlines()
    assert result.exit_code == case["status"]
    assert "Traceback" not in result.output
    if command == "convert":
        assert '"path": "good.txt"' in result.stdout


@pytest.mark.parametrize(("text", "told"), WIKITEXT.values(), ids=WIKITEXT)
def test_broken_wikitext_is_an_article(text: str, told: list[str]) -> None:
    Path("broken.wiki").write_text(text, encoding="utf-8")
    result = CliRunner().invoke(cli, ["convert", "broken.wiki"])
    assert result.exit_code == 0, result.output
    assert '"path": "broken.wiki"' in result.stdout
    assert result.stderr.splitlines() == told


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_right_to_read() -> None:
    Path("closed.txt").write_text("Text.", encoding="utf-8")
    Path("closed.txt").chmod(0)
    result = CliRunner().invoke(cli, ["lint", "closed.txt", "good.txt"])
    assert "error: closed.txt: permission denied; give yourself the right to read it" in result.stderr
    assert result.exit_code == 2


def test_a_fault_of_ours_costs_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("wikiproof.read", fail)
    result = CliRunner().invoke(cli, ["lint", "good.txt", "--format", "json"])
    assert "error: good.txt: wikiproof failed on it (RecursionError: too deep)" in result.stderr
    assert '"unreadable":[{"path":"good.txt"' in result.stdout
    assert result.exit_code == 2


def test_huge_file_is_refused_at_once() -> None:
    with Path("huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    result = CliRunner().invoke(cli, ["lint", "huge.txt", "good.txt"])
    assert (
        "error: huge.txt: it is larger than 10 MB; no wiki page is; give one article a file" in result.stderr
    )
    assert "no findings in 1 article; 1 input could not be read" in result.stdout
    assert result.exit_code == 2
