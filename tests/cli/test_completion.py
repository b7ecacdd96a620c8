"""Each shell, with the script installed, completes what is typed on a terminal when Tab is pressed."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from wikiproof.cli import cli
from wikiproof.cli.completion.scripts import CLASSES

if TYPE_CHECKING:
    from pathlib import Path

TYPED = {
    "expl\tfatal\t": "explain fatalities",
    "schema civilian-\t": "schema civilian-attack",
    "lint --form\tsar\tart\t": "lint --format sarif article.wiki",
    "batch --infobox=civilian-\t": "batch --infobox=civilian-attack",
}
_TURN = 60.0  # seconds after which a shell counts as hanging; nothing is measured by it
# A shell that is to be typed at needs a terminal of its own, which a process must ask for.
_ON_TERMINAL = """
import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""
# When it is asked it answers as wikiproof does, and else shows what it was called with.
_PROGRAM = """\
#!/bin/sh
if [ -z "$_WIKIPROOF_COMPLETE" ]; then echo "ran: $*."; exit; fi
exec "{python}" -m wikiproof "$@"
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of nobody's, to stand in, with a `wikiproof` on the path that is this one."""
    program = tmp_path / "bin" / "wikiproof"
    program.parent.mkdir()
    program.write_text(_PROGRAM.format(python=sys.executable), encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / "article.wiki").touch()
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ZDOTDIR", "INPUTRC"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def completion(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["completion", *arguments])


class Terminal:
    """A shell at a terminal."""

    def __init__(self, shell: str) -> None:
        self._master, slave = pty.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-c", _ON_TERMINAL, shell, "-i"], stdin=slave, stdout=slave, stderr=slave
        )
        os.close(slave)

    def enter(self, line: str, until: str) -> None:
        """Type a line, and read until a text is shown."""
        os.write(self._master, f"{line}\n".encode())
        seen = ""
        while until not in seen:
            ready, _, _ = select.select([self._master], [], [], _TURN)
            assert ready, f"it never showed {until!r}, but {seen!r}"
            seen += os.read(self._master, 4096).decode(errors="replace")

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._master)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.usefixtures("home")
def test_tab(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    installed = completion(shell, "--install")
    assert installed.exit_code == 0, installed.output
    terminal = Terminal(shell)
    try:
        for typed, run in TYPED.items():
            terminal.enter(f"wikiproof {typed}", f"ran: {run}.")
    finally:
        terminal.close()


def test_install_adds_its_line_once(home: Path) -> None:
    (home / ".bashrc").write_text("alias w=wikiproof", encoding="utf-8")
    for _ in range(2):
        assert completion("bash", "--install").exit_code == 0
    script = home / ".local" / "share" / "wikiproof" / "completion.bash"
    assert (home / ".bashrc").read_text(encoding="utf-8") == f"alias w=wikiproof\nsource {script}\n"
    assert script.read_text(encoding="utf-8") == completion("bash").output


@pytest.mark.usefixtures("home")
def test_shell_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    assert completion().output == completion("fish").output
    monkeypatch.setenv("SHELL", "/bin/dash")
    result = completion()
    assert (result.exit_code, "name it: bash, zsh, fish, powershell" in result.output) == (2, True)


def test_what_cannot_be_written_is_said(home: Path) -> None:
    (home / ".config").write_text("in the way", encoding="utf-8")
    result = completion("fish", "--install")
    assert result.exit_code == 2
    assert ".config" in result.output
    assert "`wikiproof completion fish` prints the script" in result.output


@pytest.mark.parametrize(
    ("words", "begun", "answers"),
    [
        (["explain", "Q0"], "Q0", ["Q01\tfatalities: The infobox and the text give"]),
        (["explain"], "fatal", ["fatalities\tQ01: "]),
        (["lint", "--format"], "sar", ["sarif\tsarif"]),
        (["lint", "--format=sar"], "--format=sar", ["--format=sarif\t"]),
        (["schema", "'civilian-"], "'civilian-", ["civilian-attack\t"]),
        (["lint"], "art", []),
    ],
)
def test_powershell(
    words: list[str], begun: str, answers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What its script asks is answered as it reads it; PowerShell itself is not run here."""
    monkeypatch.setenv("COMP_WORDS", "\n".join(["wikiproof", *words]))
    monkeypatch.setenv("COMP_CWORD", begun)
    lines = CLASSES["powershell"](cli, {}, "wikiproof", "_WIKIPROOF_COMPLETE").complete().splitlines()
    assert bool(lines) == bool(answers)
    assert all(line.startswith(answer) for line, answer in zip(lines, answers, strict=False)), lines


def test_powershell_profile(home: Path) -> None:
    """It is asked where its profile is."""
    program = home / "bin" / "pwsh"
    profile = home / "Power Shell's" / "profile.ps1"
    program.write_text(f'#!/bin/sh\nprintf %s "{profile}"\n', encoding="utf-8")
    program.chmod(0o755)
    assert completion("powershell", "--install").exit_code == 0
    script = home / ".local" / "share" / "wikiproof" / "completion.ps1"
    assert profile.read_text(encoding="utf-8") == f". '{script}'\n"
    assert "Register-ArgumentCompleter -Native -CommandName wikiproof" in script.read_text(encoding="utf-8")
