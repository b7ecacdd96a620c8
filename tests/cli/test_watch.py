"""`lint --watch`: what is reported when, by the order of events alone; and the real thing once."""

from __future__ import annotations

import signal
import subprocess
import sys
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

import wikiproof
from wikiproof.cli import cli

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wikiproof.article import Article
    from wikiproof.source import Source

_ARTICLE = """\
{{{{Infobox civilian attack
| date = 4 March 2016
| fatalities = {}
}}}}
The '''bombing''' of Orsa took place on 4 March 2016. It killed 21 people.
"""


def write(name: str, deaths: str) -> None:
    Path(name).write_text(_ARTICLE.format(deaths), encoding="utf-8")


def remove(*names: str) -> None:
    for name in names:
        Path(name).unlink()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two articles, one of which contradicts itself."""
    monkeypatch.chdir(tmp_path)
    write("one.wiki", "21")
    write("two.wiki", "12")
    return tmp_path


@pytest.fixture
def rounds(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """What is reported of the articles here at the start, and after each of some events; the last is a status."""

    def rounds(*events: Callable[[], object], options: tuple[str, ...] = ()) -> list[str]:
        def wakes(_: object) -> Iterator[None]:
            for event in events:
                event()
                yield

        monkeypatch.setattr("wikiproof.cli.watch._wakes", wakes)
        result = CliRunner().invoke(cli, ["lint", ".", "--watch", *options])
        return [*result.output.split("Watching; Ctrl-C ends it.\n")[:-1], str(result.exit_code)]

    return rounds


def test_a_change_is_reported_with_all_else(rounds: Callable[..., list[str]]) -> None:
    first, second, third, status = rounds(
        lambda: write("one.wiki", "112"), lambda: write("two.wiki", "21"), options=("--format", "text")
    )
    assert first.endswith("1 finding (1 error) in 1 of 2 articles\n")
    assert second.endswith("2 findings (2 errors) in 2 of 2 articles\n")
    assert "one.wiki:3:16" in third
    assert third.endswith("1 finding (1 error) in 1 of 2 articles\n")
    assert status == "1"


def test_nothing_new_is_no_report(rounds: Callable[..., list[str]]) -> None:
    assert len(rounds(lambda: None, lambda: Path("notes.md").touch())) == 2


def test_only_what_changed_is_read_again(
    rounds: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str | None] = []
    real = wikiproof.read

    def noted(source: Source, **options: Any) -> Article:
        read.append(source.path)
        return real(source, **options)

    monkeypatch.setattr("wikiproof.read", noted)
    rounds(lambda: write("one.wiki", "112"))
    assert read == ["./one.wiki", "./two.wiki", "./one.wiki"]


def test_files_come_and_go(rounds: Callable[..., list[str]]) -> None:
    _, second, third, status = rounds(
        partial(write, "three.wiki", "33"), partial(remove, "two.wiki", "three.wiki")
    )
    assert second.endswith("2 findings (2 errors) in 2 of 3 articles\n")
    assert third == "no findings in 1 article\n"
    assert status == "0"


def test_settings_count_at_once(rounds: Callable[..., list[str]]) -> None:
    def settings(text: str) -> Callable[[], object]:
        return lambda: Path("wikiproof.toml").write_text(text, encoding="utf-8")

    mistake = settings('ignroe = ["Q01"]')
    _, second, third, fourth, status = rounds(
        mistake, mistake, settings('ignore = ["Q01"]'), settings('severity = { Q01 = "info" }')
    )
    assert "wikiproof.toml:1: there is no setting “ignroe”" in second
    assert third == "no findings in 2 articles\n"
    assert fourth.endswith("1 finding (1 info) in 1 of 2 articles\n")
    assert status == "1"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [(["-"], "standard input is read once"), ([".", "--write-baseline", "accepted.toml"], "are done once")],
)
def test_what_cannot_be_watched(arguments: list[str], reason: str) -> None:
    result = CliRunner().invoke(cli, ["lint", "--watch", *arguments])
    assert result.exit_code == 2
    assert reason in result.stderr


def test_files_wake_it(folder: Path) -> None:
    """A process, told by the system; by its own output it is known to have seen what is there."""
    process = subprocess.Popen(
        [sys.executable, "-m", "wikiproof", "lint", "one.wiki", "--watch"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None

    def reported() -> str:
        return "".join(takewhile(lambda line: not line.startswith("Watching"), process.stdout or ()))

    assert reported() == "no findings in 1 article\n"
    write("draft", "12")
    Path("draft").replace("one.wiki")  # as many editors save
    assert " --> one.wiki:3:16\n" in reported()
    process.send_signal(signal.SIGINT)
    process.stdout.close()
    assert process.wait() == 1
