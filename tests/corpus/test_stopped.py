"""A run that is stopped, at any moment and by whatever, and started again ends with the same bytes."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.corpus.making import article, contents, folder

from wikiproof.corpus import parts
from wikiproof.corpus.lock import Locked, locked
from wikiproof.corpus.rows import Row, Table
from wikiproof.corpus.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KILLS, SEED = 20, 8
PAGES = {f"Raid {number:04}": article(number) for number in range(640)}
BLOCKS = len(PAGES) // 64
HERE = Path(__file__).parent
posix = pytest.mark.skipif(os.name != "posix", reason="needs signals and limits")


def start(given: Path, out: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "wikiproof", "batch", str(given), "-o", str(out), *options]
    return subprocess.Popen(command, start_new_session=True, stderr=subprocess.PIPE, text=True)


def complete(given: Path, out: Path) -> None:
    process = start(given, out)
    assert process.communicate()[1] == ""
    assert process.returncode == 1, "there are findings"


def wait_until(reached: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    """Wait for something that a running process does; a process that has ended will do no more."""
    while process.poll() is None and not reached():
        time.sleep(0.002)


def finished(out: Path) -> int:
    return len(parts.finished(out / "parts")) if (out / "parts").exists() else 0


@posix
def test_killed_at_random_moments(tmp_path: Path) -> None:
    """Twenty times, each when so many more blocks are finished, or at the very end; now and then only the parent."""
    given, chance = folder(tmp_path, PAGES), random.Random(SEED)
    complete(given, tmp_path / "whole")
    whole = contents(tmp_path / "whole")
    assert len(whole["documents.jsonl"].splitlines()) == len(PAGES)

    out, killed = tmp_path / "0", 0
    for number in range(KILLS):
        process = start(given, out, "-j", "2")
        wanted = finished(out) + chance.randrange(BLOCKS // 2)
        wait_until(lambda wanted=wanted, out=out: finished(out) >= wanted, process)  # type: ignore[misc]
        time.sleep(chance.random() * 0.02)
        if chance.random() < 0.7:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.communicate()
        killed += process.returncode == -signal.SIGKILL
        if process.returncode == 1:  # it came to its end before
            assert contents(out) == whole
            out = tmp_path / str(number + 1)
    complete(given, out)
    assert contents(out) == whole
    assert killed >= KILLS // 2, "most of them came in time"


def begin(at: Path) -> Store:
    """A run whose three blocks are done."""
    at.mkdir()
    store = Store(at, {})
    for block in range(3):
        rows = [Row(Table.FAILURES, f"{block}{letter}", "p", 0, b'{"title":"T"}\n') for letter in "ba"]
        parts.write(store.parts, block, rows)
    return store


class KilledError(BaseException):
    """What stands for a kill within this process."""


def test_killed_at_each_step_of_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before each change of the folder that the end of a run makes."""

    def kill_at(step: int, patch: pytest.MonkeyPatch) -> None:
        left = iter(range(step))
        for owner, name in ((Path, "replace"), (shutil, "rmtree")):
            patch.setattr(owner, name, killing(getattr(owner, name), left))

    def killing(real: Callable[..., object], left: Iterator[int]) -> Callable[..., object]:
        def step(*given: object, **named: object) -> object:
            if next(left, None) is None:
                raise KilledError
            return real(*given, **named)

        return step

    begin(tmp_path / "whole").finish(None)
    whole = contents(tmp_path / "whole")
    steps = len(Table) + 2  # the tables, the manifest, the parts
    for step in range(steps + 1):
        out = tmp_path / str(step)
        store = begin(out)
        with monkeypatch.context() as patch:
            kill_at(step, patch)
            with pytest.raises(KilledError) if step < steps else nullcontext():
                store.finish(None)
        again = Store(out, {})
        if not again.complete:
            again.finish(None)
        assert contents(out) == whole
        assert not again.parts.exists()


def test_a_block_that_two_processes_write(tmp_path: Path) -> None:
    row = Row(Table.FAILURES, "T", "p", 0, b"{}\n")
    for _ in range(2):
        parts.write(tmp_path, 7, [row])
    assert contents(tmp_path) == {"00000007/failures": b'["T","p",0]\t{}\n'}


def test_two_runs_in_one_folder(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    with locked(tmp_path), pytest.raises(Locked, match="another run works in"), locked(tmp_path):
        pass
    with locked(tmp_path):
        pass


@posix
def test_an_interrupt_waits_for_no_page(tmp_path: Path) -> None:
    """The first page would take a quarter of an hour."""
    program = (
        "import sys; sys.path[:0] = sys.argv[1:2]\n"
        "from pathlib import Path\n"
        "from strange import Hanging, Input\n"
        "from wikiproof.corpus.job import Job\n"
        "from wikiproof.corpus.page import Page\n"
        "from wikiproof.corpus.run import run\n"
        "if __name__ == '__main__':\n"
        "    run(Input(Page('Bad', 'p', Hanging('x'))), Job(time_limit=900), Path(sys.argv[2]), processes=2)\n"
    )
    (tmp_path / "program.py").write_text(program, encoding="utf-8")
    out = tmp_path / "out"
    process = subprocess.Popen(
        [sys.executable, str(tmp_path / "program.py"), str(HERE), str(out)],
        start_new_session=True,
        stderr=subprocess.PIPE,
        text=True,
    )
    wait_until(lambda: (out / "parts").exists(), process)
    time.sleep(1)
    os.killpg(process.pid, signal.SIGINT)
    assert "KeyboardInterrupt" in process.communicate(timeout=120)[1]


@posix
def test_an_interrupt_is_told(tmp_path: Path) -> None:
    given, out = folder(tmp_path, PAGES), tmp_path / "out"
    process = start(given, out)
    wait_until(lambda: finished(out) > 0, process)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=120)[1]
    assert process.returncode == 130
    assert said.startswith("Stopped; the same command goes on where it stopped")


@posix
def test_files_that_may_not_grow(tmp_path: Path) -> None:
    """A full disk, as a limit on the size of files."""
    given, out = folder(tmp_path), tmp_path / "out"
    command = [sys.executable, "-m", "wikiproof", "batch", str(given), "-o"]
    limiting = (
        "import os, resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2); "
    )
    limiting += "os.execv(sys.argv[2], sys.argv[2:])"
    for limit in (5_000, 100_000):  # too little for a block, and for a table
        limited = [sys.executable, "-c", limiting, str(limit), *command, str(out)]
        done = subprocess.run(limited, capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert "File too large; when that is mended, the same command goes on" in done.stderr
        assert "Traceback" not in done.stderr
    assert finished(out) == 2, "the blocks are there, only the tables could not be written"
    for folder_of in (out, tmp_path / "whole"):
        subprocess.run([*command, str(folder_of)], check=False, capture_output=True)
    assert contents(out) == contents(tmp_path / "whole")


def test_a_full_disk(tmp_path: Path) -> None:
    """A real one, in memory and small, where this user may make one."""
    given, disk = folder(tmp_path), tmp_path / "disk"
    disk.mkdir()
    batch = f"{sys.executable} -m wikiproof batch {given} -o"
    script = (
        f"mount -t tmpfs -o size=64k tmpfs {disk} || exit 77\n"
        f"{batch} {disk}/out; echo status $?\n"
        f"mount -o remount,size=64m {disk}\n"
        f"{batch} {disk}/out; echo status $?\n"
        f"cp -r {disk}/out {tmp_path}/kept\n"
    )
    if shutil.which("unshare") is None:
        pytest.skip("needs unshare")
    done = subprocess.run(["unshare", "-rm", "sh", "-c", script], capture_output=True, text=True, check=False)
    if not (tmp_path / "kept").exists():
        pytest.skip(f"no tmpfs can be mounted here: {done.stderr}")
    assert [line for line in done.stdout.splitlines() if line.startswith("status")] == [
        "status 2",
        "status 1",
    ]
    assert "No space left on device; when that is mended, the same command goes on" in done.stderr
    subprocess.run([*batch.split(), str(tmp_path / "whole")], check=False, capture_output=True)
    assert contents(tmp_path / "kept") == contents(tmp_path / "whole")
