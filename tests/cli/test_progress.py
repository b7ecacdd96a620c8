"""A bar while many articles go by, on a terminal only."""

from __future__ import annotations

import contextlib
import os
import pty
import subprocess
import sys
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "samples"


def on_terminal(*arguments: str) -> tuple[str, str]:
    """Standard output, which is a pipe, and what a terminal gets to see of standard error."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "wikiproof", *arguments]
    environment = {**os.environ, "TERM": "xterm-256color"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=slave, text=True, env=environment)
    os.close(slave)
    seen = b""
    with contextlib.suppress(OSError):  # how Linux says that nothing more will come
        while part := os.read(master, 4096):
            seen += part
    os.close(master)
    return process.communicate()[0], seen.decode()


def test_bar_over_a_folder() -> None:
    output, seen = on_terminal("lint", str(SAMPLES), "--format", "json")
    assert "Reading" in seen
    assert "Reading" not in output
    assert output.startswith('{"version":1')


def test_no_bar_for_one_article() -> None:
    assert on_terminal("lint", str(SAMPLES / "siege_of_the_mill.txt"))[1] == ""
