"""Where the script of each shell is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from shlex import quote


@dataclass(frozen=True, slots=True)
class Place:
    """A file for the script, and the file that the shell reads at its start with the line there that reads it.

    `startup` is None where the shell finds the script by itself.
    """

    file: Path
    startup: Path | None = None
    line: str = ""


def place(shell: str) -> Place:
    """Where the script of a shell belongs. Raises LookupError where that cannot be known."""
    if shell == "fish":
        return Place(_folder("XDG_CONFIG_HOME", ".config") / "fish" / "completions" / "wikiproof.fish")
    folder = _folder("XDG_DATA_HOME", ".local/share") / "wikiproof"
    if shell == "powershell":
        file = folder / "completion.ps1"
        return Place(file, _profile(), ". '" + str(file).replace("'", "''") + "'")
    file = folder / f"completion.{shell}"
    return Place(file, _startup(shell), f"source {quote(str(file))}")


def install(place: Place, script: str) -> None:
    """Write the script, and the line that reads it where it is not there yet. Raises OSError."""
    place.file.parent.mkdir(parents=True, exist_ok=True)
    place.file.write_text(script, encoding="utf-8")
    if place.startup is not None:
        place.startup.parent.mkdir(parents=True, exist_ok=True)
        with place.startup.open("a+", encoding="utf-8") as file:
            file.seek(0)
            *lines, last = file.read().split("\n")
            if place.line not in (*lines, last):
                file.write(f"\n{place.line}\n" if last else f"{place.line}\n")


def _folder(variable: str, usual: str) -> Path:
    """A folder of the XDG Base Directory Specification, by which relative paths are to be ignored."""
    named = os.environ.get(variable, "")
    return Path(named) if os.path.isabs(named) else Path.home() / usual


def _startup(shell: str) -> Path:
    if shell == "zsh":
        return Path(os.environ.get("ZDOTDIR") or Path.home(), ".zshrc")
    return Path.home() / ".bashrc"


def _profile() -> Path:
    """The file that PowerShell reads at its start: only it knows where that is."""
    for name in ("pwsh", "powershell"):
        if program := shutil.which(name):
            asked = [program, "-NoProfile", "-Command", "[Console]::Out.Write($PROFILE)"]
            answer = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=60)
            if answer.returncode == 0 and answer.stdout:
                return Path(answer.stdout.strip())
    raise LookupError("PowerShell was not found, which must say where its profile is")
