"""`lint --related`: articles against each other, with the same settings and formats as each alone."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from wikiproof.cli import cli

FAMILY = Path(__file__).parents[2] / "samples" / "families" / "massacres"
LIST, ENTRY = "List_of_massacres_in_Velmar.wiki", "Orsa_market_massacre.wiki"


@pytest.fixture
def family(tmp_path: Path) -> Path:
    folder = tmp_path / "family"
    shutil.copytree(FAMILY, folder)
    text = (folder / LIST).read_text(encoding="utf-8")
    (folder / LIST).write_text(text.replace("41 killed", "14 killed"), encoding="utf-8")
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["lint", *arguments])


def test_names_both_places(family: Path) -> None:
    done = run("--related", str(family))
    assert done.exit_code == 1
    assert f"--> {family}/{ENTRY}:5:16" in done.stdout
    assert f"::: {family}/{LIST}:6:44" in done.stdout
    assert "1 finding (1 warning) in 1 of 5 articles" in done.stdout


def test_alone_nothing_is_found(family: Path) -> None:
    assert run(str(family)).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (["--select", "X"], ["X02"]),
        (["--select", "list-row"], ["X02"]),
        (["--select", "Q"], []),
        (["--ignore", "X02"], []),
        (["--min-severity", "error"], []),
    ],
)
def test_settings_count(arguments: list[str], codes: list[str], family: Path) -> None:
    report = json.loads(run("--related", "--format", "json", *arguments, str(family)).stdout)
    assert [found["code"] for article in report["articles"] for found in article["findings"]] == codes


def test_an_unreadable_article_costs_only_itself(family: Path) -> None:
    (family / "Bad.wiki").write_bytes(b"\x00")
    done = run("--related", str(family))
    assert done.exit_code == 2
    assert done.stderr.count("Bad.wiki: it is binary") == 1
    assert "X02 list-row" in done.stdout


def test_not_with_an_edit(family: Path) -> None:
    done = run("--related", "--against", str(family), str(family))
    assert done.exit_code == 2
    assert "leave out --against" in done.stderr


def test_what_is_accepted_or_ignored_is_unused_only_where_articles_were_compared(
    family: Path, tmp_path: Path
) -> None:
    accepted = str(tmp_path / "accepted.toml")
    assert run("--related", str(family), "--write-baseline", accepted).exit_code == 0
    assert "1 accepted in the baseline" in run("--related", str(family), "--baseline", accepted).stdout
    entry = (family / ENTRY).read_text(encoding="utf-8").split("\n")
    entry[4] += "<!-- wikiproof: ignore X05 -->"
    (family / ENTRY).write_text("\n".join(entry), encoding="utf-8")
    text = (family / LIST).read_text(encoding="utf-8")
    (family / LIST).write_text(text.replace("14 killed", "41 killed"), encoding="utf-8")
    told = run("--related", str(family), "--baseline", accepted).stderr
    assert "no longer found: X02" in told
    assert "nothing is left to ignore here for X05" in told
    told = run(str(family), "--baseline", accepted).stderr
    assert "no longer found" not in told
    assert "nothing is left" not in told
