"""`lint --against`: files, folders, standard input and revisions of git, and what is none of them."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from wikiproof.cli import cli
from wikiproof.document import validate

GOOD = """\
{{Infobox civilian attack
| date = 4 March 2016
| fatalities = 21
}}
On 4 March 2016 a bomb killed 21 people.
"""
BAD = GOOD.replace("fatalities = 21", "fatalities = 24")


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["lint", *arguments], input=given)


def report(*arguments: str, given: str | None = None) -> dict[str, Any]:
    result = run("--format", "json", *arguments, given=given)
    document: dict[str, Any] = json.loads(result.stdout)
    validate(document)
    return document


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for folder in ("old", "new"):
        Path(folder, "deep").mkdir(parents=True)
    for name, old, new in (("A", GOOD, BAD), ("deep/B", BAD, GOOD), ("C", None, BAD), ("D", GOOD, None)):
        for folder, text in (("old", old), ("new", new)):
            if text:
                Path(folder, f"{name}.wiki").write_text(text, encoding="utf-8")


@pytest.fixture
def _repository() -> None:
    git("init", "-b", "main")
    git("add", "old")
    git("commit", "-m", "before")
    for name in ("A", "deep/B", "C"):
        Path("old", f"{name}.wiki").write_bytes(Path("new", f"{name}.wiki").read_bytes())


def summary(document: dict[str, Any]) -> tuple[int, int, int]:
    edit = document["summary"]["edit"]
    return edit["new"], edit["unchanged"], edit["repaired"]


def test_files() -> None:
    assert summary(report("--against", "old/A.wiki", "new/A.wiki")) == (1, 0, 0)
    assert run("--against", "old/deep/B.wiki", "new/deep/B.wiki").exit_code == 0


def test_text_shows_what_is_new_and_what_is_repaired_apart() -> None:
    shown = run("--against", "old", "new").stdout
    assert "introduced by the edit of new/A.wiki: 1" in shown
    assert "infobox: fatalities (changed)" in shown
    assert "lead (as it was)" in shown
    assert "repaired by the edit of new/deep/B.wiki: 1" in shown
    assert "--> old/deep/B.wiki:3:16" in shown
    assert "introduced 2, repaired 1" in shown


def test_folders() -> None:
    document = report("--against", "old", "new")
    assert summary(document) == (2, 0, 1)
    before = {article["path"]: article["before"] for article in document["articles"]}
    assert before == {
        "new/A.wiki": "old/A.wiki",
        "new/C.wiki": None,
        "new/deep/B.wiki": "old/deep/B.wiki",
    }
    assert summary(report("--against", "old", "new/A.wiki")) == (1, 0, 0)


def test_standard_input_on_either_side() -> None:
    assert summary(report("--against", "old/A.wiki", "-", "--stdin-filename", "A.wiki", given=BAD)) == (
        1,
        0,
        0,
    )
    assert summary(report("--against", "-", "new/A.wiki", given=BAD)) == (0, 1, 0)


def test_only_new_counts_for_the_gate() -> None:
    assert run("--against", "new/A.wiki", "new/A.wiki").exit_code == 1
    result = run("--against", "new/A.wiki", "new/A.wiki", "--only-new")
    assert result.exit_code == 0
    assert "not shown: 1 from before the edit" in result.stdout
    assert run("--against", "old/A.wiki", "new/A.wiki", "--only-new").exit_code == 1


@pytest.mark.usefixtures("_repository")
def test_revisions() -> None:
    for revision in ("HEAD", "main", "HEAD^0"):
        assert summary(report("--against", revision, "old")) == (2, 0, 1)
    document = report("--against", "HEAD", "old/deep/B.wiki")
    assert document["articles"][0]["before"] == "HEAD:old/deep/B.wiki"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir("old/deep")
        assert summary(report("--against", "HEAD", "B.wiki")) == (0, 0, 1)
        assert summary(report("--against", "HEAD", "-", "--stdin-filename", "../A.wiki", given=BAD)) == (
            1,
            0,
            0,
        )


@pytest.mark.usefixtures("_repository")
def test_a_renamed_article_is_the_same() -> None:
    Path("old/A.wiki").write_text(GOOD, encoding="utf-8")
    git("mv", "old/A.wiki", "old/Z z é.wiki")
    document = report("--against", "HEAD", "old/Z z é.wiki")
    assert document["articles"][0]["before"] is not None
    assert summary(document) == (0, 0, 0)


@pytest.mark.usefixtures("_repository")
def test_inside_a_hook_of_another_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert summary(report("--against", "HEAD", "old")) == (2, 0, 1)


@pytest.mark.usefixtures("_repository")
def test_path_and_revision_of_one_name() -> None:
    git("branch", "new")
    result = run("--against", "new", "old")
    assert result.exit_code == 2
    assert "“new” " not in result.stderr
    assert "new: it is both a path and a revision of git; write ./new for the one" in result.stderr
    assert run("--against", "./new", "old").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--against", "HEAD", "old"), "HEAD: there is no such path, and no git repository in"),
        (("--against", "old/A.wiki", "new"), "one article cannot be compared with 3; give one PATH"),
        (("--against", "-", "-"), "standard input cannot be both sides"),
        (("--only-new", "old"), "--only-new is for an edit"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], told: str) -> None:
    result = run(*arguments)
    assert told in result.stderr
    assert result.exit_code == 2


@pytest.mark.usefixtures("_repository")
def test_unknown_revision() -> None:
    for word in ("HAED~1", "--output=x", "main:old/A.wiki", "a\nb"):
        result = run("--against", word, "old")
        assert "it is neither a path nor a revision that git knows" in result.stderr
        assert result.exit_code == 2


@pytest.mark.usefixtures("_repository")
def test_nameless_standard_input_is_not_in_git() -> None:
    result = run("--against", "HEAD", "-", given=BAD)
    assert "error: -: standard input has no name to find it by in git; give it one" in result.stderr
    assert result.exit_code == 2


def test_an_unreadable_version_costs_one_article() -> None:
    Path("old/A.wiki").write_bytes(b"\x00\x01")
    result = run("--against", "old", "new")
    assert "error: old/A.wiki: it is binary" in result.stderr
    assert "new/C.wiki" in result.stdout
    assert result.exit_code == 2


def test_without_git(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    result = run("--against", "HEAD", "old")
    assert "git: it cannot be run; install it, or compare with a file" in result.stderr
    assert run("--against", "old", "new").exit_code == 1
