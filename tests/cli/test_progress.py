"""A bar while many articles go by, on a terminal only."""

from __future__ import annotations

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
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=slave, text=True, env=environment, check=False
    )
    os.close(slave)
    seen = b""
    try:
        while part := os.read(master, 4096):
            seen += part
    except OSError:  # how Linux says that nothing more will come
        pass
    os.close(master)
    return done.stdout, seen.decode()


def test_bar_over_a_folder() -> None:
    output, seen = on_terminal("lint", str(SAMPLES), "--format", "json")
    assert "Reading" in seen
    assert "Reading" not in output
    assert output.startswith('{"version":1')


def test_no_bar_for_one_article() -> None:
    assert on_terminal("lint", str(SAMPLES / "siege_of_the_mill.txt"))[1] == ""
