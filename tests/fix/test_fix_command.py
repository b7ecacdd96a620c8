"""`lint --fix` and `--diff`: what is written, what is kept, what is refused."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from wikiproof.cli import cli
from wikiproof.document import validate

WRONG = """\
{{Infobox civilian attack
| title = Harbour attack
| weapon = Knives
| fatalites = 12
| weapon = Knives
}}
The '''Harbour attack''' was an attack that killed 12 people.
"""
RIGHT = WRONG.replace("| weapon = Knives\n| fatalites", "| fatalities")


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["lint", *arguments], input=given)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    Path("a.wiki").write_text(WRONG, encoding="utf-8")


def test_fix_writes_and_reports_what_is_left() -> None:
    Path("b.wiki").write_text(WRONG.replace("killed 12", "killed 21"), encoding="utf-8")
    Path("c.wiki").write_text("The '''attack'''.\n", encoding="utf-8")
    result = run("--fix", ".", "--format", "json")
    assert result.exit_code == 1
    report = json.loads(result.stdout)
    validate(report)
    assert report["summary"]["repaired"] == 3
    found = {
        article["path"]: [each["code"] for each in article["findings"]] for article in report["articles"]
    }
    assert found["./a.wiki"] == []
    assert found["./b.wiki"] == ["S04"]
    assert Path("a.wiki").read_text(encoding="utf-8") == RIGHT
    assert result.stderr.splitlines()[:2] == [
        "./a.wiki:4:15: note: repaired: S04: fatalites is renamed to fatalities",
        "./a.wiki:5:12: note: repaired: S01: the first of two weapon is taken out",
    ]
    assert "./b.wiki:4:15: note: not repaired: S04: it would bring up Q01 for fatalities" in result.stderr


def test_the_text_report_counts_repairs() -> None:
    assert run("--fix", "a.wiki").stdout == "no findings in 1 article; 2 repairs made\n"
    assert run("--fix", "a.wiki").stdout == "no findings in 1 article; 0 repairs made\n"


def test_what_is_right_is_not_touched() -> None:
    Path("a.wiki").write_text(RIGHT, encoding="utf-8")
    before = Path("a.wiki").stat()
    run("--fix", "a.wiki")
    after = Path("a.wiki").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_mode_line_ends_and_byte_order_mark_are_kept() -> None:
    content = b"\xef\xbb\xbf" + WRONG.replace("\n", "\r\n").rstrip().encode()
    Path("a.wiki").write_bytes(content)
    Path("a.wiki").chmod(0o640)
    assert run("--fix", "a.wiki").exit_code == 0
    assert Path("a.wiki").read_bytes() == b"\xef\xbb\xbf" + RIGHT.replace("\n", "\r\n").rstrip().encode()
    assert Path("a.wiki").stat().st_mode & 0o777 == 0o640
    assert os.listdir() == ["a.wiki"]


def test_a_link_stays_one() -> None:
    Path("folder").mkdir()
    Path("a.wiki").rename("folder/real.wiki")
    Path("a.wiki").symlink_to("folder/real.wiki")
    run("--fix", "a.wiki")
    assert Path("a.wiki").is_symlink()
    assert Path("folder/real.wiki").read_text(encoding="utf-8") == RIGHT


def test_diff_shows_what_fix_writes() -> None:
    result = run("--diff", "a.wiki")
    assert result.exit_code == 1
    assert result.stderr == "2 to repair in 1 of 1; --fix writes them\n"
    assert Path("a.wiki").read_text(encoding="utf-8") == WRONG
    assert result.stdout == (
        "--- a.wiki\n+++ a.wiki\n@@ -1,7 +1,6 @@\n {{Infobox civilian attack\n | title = Harbour attack\n"
        "-| weapon = Knives\n-| fatalites = 12\n+| fatalities = 12\n | weapon = Knives\n }}\n"
        " The '''Harbour attack''' was an attack that killed 12 people.\n"
    )
    if shutil.which("git"):
        subprocess.run(["git", "apply", "-p0"], input=result.stdout.encode(), check=True)
        assert Path("a.wiki").read_text(encoding="utf-8") == RIGHT
    run("--fix", "a.wiki")
    assert Path("a.wiki").read_text(encoding="utf-8") == RIGHT
    result = run("--diff", "a.wiki")
    assert (result.stdout, result.stderr, result.exit_code) == ("", "nothing to repair\n", 0)


def test_diff_of_standard_input_and_to_a_file() -> None:
    result = run("--diff", "-", "--stdin-filename", "a.wiki", "-o", "out.diff", given=WRONG)
    assert result.stdout == ""
    assert Path("out.diff").read_text(encoding="utf-8") == run("--diff", "a.wiki").stdout
    assert run("--diff", "a.wiki", "--exit-zero").exit_code == 0


def test_settings_choose_what_is_repaired() -> None:
    assert "weapon = Knives\n-" not in run("--diff", "a.wiki", "--ignore", "S04").stdout
    assert run("--diff", "a.wiki", "--select", "D").stderr == "nothing to repair\n"
    commented = WRONG.replace("fatalites = 12", "fatalites = 12<!-- wikiproof: ignore S04 -->")
    Path("a.wiki").write_text(commented, encoding="utf-8")
    run("--fix", "a.wiki")
    assert "fatalites" in Path("a.wiki").read_text(encoding="utf-8")


def test_a_file_that_changed_meanwhile_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    from wikiproof import fix

    def slow(article: object, settings: object) -> object:
        Path("a.wiki").write_text("Something else.", encoding="utf-8")
        return real(article, settings)  # type: ignore[arg-type]  # as it came

    real = fix.repair
    monkeypatch.setattr(fix, "repair", slow)
    result = run("--fix", "a.wiki")
    assert "error: a.wiki: it changed while it was repaired; run it again" in result.stderr
    assert result.exit_code == 2
    assert Path("a.wiki").read_text(encoding="utf-8") == "Something else."


def test_a_file_that_cannot_be_written_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("b.wiki").write_text(WRONG, encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda path, _: Path(path).name != "a.wiki")
    result = run("--fix", "a.wiki", "b.wiki")
    assert (
        "error: a.wiki: it is not repaired: it may not be written; give yourself the right to"
        in result.stderr
    )
    assert result.exit_code == 2
    assert Path("a.wiki").read_text(encoding="utf-8") == WRONG
    assert Path("b.wiki").read_text(encoding="utf-8") == RIGHT


def test_a_full_disk_leaves_the_file_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    result = run("--fix", "a.wiki")
    assert "a.wiki: it is not repaired: no space left on device; the file is as it was" in result.stderr
    assert Path("a.wiki").read_text(encoding="utf-8") == WRONG
    assert os.listdir() == ["a.wiki"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--fix", "-"], "--fix writes articles, and standard input is no file; --diff shows the repairs."),
        (["--fix", "--diff", "a.wiki"], "--diff shows what --fix would write; give one of them."),
        (["--fix", "--against", "a.wiki", "a.wiki"], "leave out --against"),
        (["--diff", "--format", "json", "a.wiki"], "--diff shows repairs alone"),
        (["--fix", "--write-baseline", "b.toml", "a.wiki"], "--write-baseline writes that file alone"),
        (["--statistics", "--format", "json", "a.wiki"], "--format json has the same in its summary"),
    ],
)
def test_wrong_usage(arguments: list[str], told: str) -> None:
    result = run(*arguments, given=WRONG)
    assert told in result.stderr
    assert result.exit_code == 2
    assert Path("a.wiki").read_text(encoding="utf-8") == WRONG


def test_statistics_in_text_and_json() -> None:
    Path("b.wiki").write_text(WRONG.replace("| weapon = Knives\n| fat", "| fat"), encoding="utf-8")
    assert run("--statistics", "a.wiki", "b.wiki").stdout == (
        "2 S04 unknown-parameter: in 2 articles\n1 S01 duplicate-parameter: in 1 article\n"
        "3 findings (2 warnings, 1 info) in 2 of 2 articles\n"
    )
    summary = json.loads(run("--format", "json", "a.wiki", "b.wiki").stdout)["summary"]
    assert summary["rules"] == [
        {"code": "S01", "name": "duplicate-parameter", "findings": 1, "articles": 1},
        {"code": "S04", "name": "unknown-parameter", "findings": 2, "articles": 2},
    ]


def test_exit_zero() -> None:
    assert run("a.wiki").exit_code == 1
    assert run("a.wiki", "--exit-zero").exit_code == 0
    assert run("missing.wiki", "--exit-zero").exit_code == 2
