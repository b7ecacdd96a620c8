"""How long a command takes from nothing, in processor time, and as a ratio to Python itself and to its peer.

    python benchmarks/startup.py [--rounds 10] [ARTICLE …]

Each command is a process of its own, user and system time together, the least of some rounds that the commands take in
turns. It runs once before: what wikiproof keeps between runs is then there, and so are Python's compiled modules,
as pip leaves them. The articles are the samples of the checkout unless others are named; `cold` is the first of
them with an empty cache folder, as after an update.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
SAMPLES = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "samples").iterdir())
NOTHING, PEER = ("-c", "pass"), ("-c", "import mwparserfromhell")

Command = tuple[str, ...]  # arguments of Python


def spent(command: Command, environment: dict[str, str]) -> float:
    """Milliseconds of processor time that a process took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *command], env=environment, cwd=ROOT, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("articles", nargs="*", default=SAMPLES, metavar="ARTICLE")
    options.add_argument("--rounds", type=int, default=10)
    chosen = options.parse_args()
    lints = [("-m", "wikiproof", "lint", article) for article in chosen.articles]
    commands: list[Command] = [NOTHING, PEER, ("-m", "wikiproof", "--help"), *lints]
    with TemporaryDirectory() as folder:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment |= {
            "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT / "parser"), os.environ.get("PYTHONPATH")))),
            "PYTHONPYCACHEPREFIX": str(Path(folder, "modules")),
            "XDG_CACHE_HOME": str(Path(folder, "kept")),
        }
        for command in commands:
            spent(command, environment)
        rounds = [[spent(command, environment) for command in commands] for _ in range(chosen.rounds)]
        times = dict(zip(commands, map(min, zip(*rounds, strict=True)), strict=True))
        shutil.rmtree(environment["XDG_CACHE_HOME"])
        cold = spent(lints[0], environment)
    print(f"{'processor time of a process':<60}{'ms':>6}{'× pass':>9}{'× peer':>9}")
    for command, time in (*times.items(), (("cold", *lints[0]), cold)):
        label = " ".join(command).replace("-m ", "")
        print(f"{label:<60}{time:6.0f}{time / times[NOTHING]:9.1f}{time / times[PEER]:9.2f}")


if __name__ == "__main__":
    main()
