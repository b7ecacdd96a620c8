"""How fast articles become validated JSON, by the time mwparserfromhell.parse and wtf_wikipedia take for them.

    python benchmarks/convert_speed.py [--corpus ../shared/corpus] [--every 1] [--rounds 3] [--node-folder DIR]

The articles are in memory, and each is dropped before the next. Stages and mwparserfromhell take turns on each
article; node converts the same articles with wtf_wikipedia in between, a process of its own for every round. Times are
of the processor, the best of some rounds for each article; only ratios say something, since the machine's other work
slows all. The last table is memory: the most that a process held that converted the largest article, and all.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any

import mwparserfromhell
from peers import node_folder

import wikiproof
from wikiproof.document import dumps, problems
from wikiproof.infobox import resolve
from wikiproof.read import read
from wikiproof.read.files import Input, inputs, load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikiproof.source import Source

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
RUNNER = Path(__file__).with_name("convert_speed.js")
PEER, NODE_PEER = "mwparserfromhell.parse", "wtf_wikipedia json"
STAGES = ("read", "values", "document", "validate", "JSON")
FIXED, SHARE = 60_000_000, 3  # bytes of memory, and how often the largest article

# A process begins with the memory of the one that starts it, which had better be small.
_LAUNCHER = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
print(usage.ru_maxrss)
sys.exit(bool(status))
"""

Times = dict[str, float]  # seconds by stage


def measure(source: Source) -> Times:
    """The time of each stage on one article."""
    clock = [process_time()]
    mwparserfromhell.parse(source.text)
    clock.append(process_time())
    article = read(source)
    clock.append(process_time())
    article = resolve(article)
    clock.append(process_time())
    document = wikiproof.convert(article)
    clock.append(process_time())
    wrong = next(problems(document), None)
    clock.append(process_time())
    dumps(document)
    clock.append(process_time())
    if wrong is not None:
        sys.exit(f"{source.path}: {wrong}")
    return dict(zip((PEER, *STAGES), (end - start for start, end in pairwise(clock)), strict=True))


def node_times(sources: Sequence[Source], folder: Path) -> list[float]:
    """The time wtf_wikipedia takes for each article, in seconds; the articles run twice, the first to warm."""
    done = subprocess.run(
        ["node", str(RUNNER)],
        input=json.dumps([source.text for source in sources]),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "NODE_PATH": str(folder / "node_modules")},
    )
    times: list[float] = json.loads(done.stdout)
    return times


def best(rounds: Sequence[Sequence[Any]]) -> list[Any]:
    """Of each article, the least time of each stage."""
    return [
        {stage: min(times[stage] for times in each) for stage in each[0]}
        if isinstance(each[0], dict)
        else min(each)
        for each in zip(*rounds, strict=True)
    ]


def speeds(sources: Sequence[Source], rounds: int, node: Path | str) -> None:
    """Print the table of stages and ratios."""
    runs, node_runs = [], []
    for _ in range(rounds):
        runs.append([measure(source) for source in sources])
        if isinstance(node, Path):
            node_runs.append(node_times(sources, node))
    spent = {stage: sum(times[stage] for times in best(runs)) for stage in (PEER, *STAGES)}
    if node_runs:
        spent[NODE_PEER] = sum(best(node_runs))
    spent["article to JSON"] = whole = sum(spent[stage] for stage in STAGES)
    size = sum(len(source.text.encode()) for source in sources) / 1e6
    print(f"{len(sources)} articles, {size:.1f} MB")
    print(f"{'':<24}{'s':>8}{'MB/s':>8}{'share':>8}")
    for stage, time in spent.items():
        print(f"{stage:<24}{time:8.2f}{size / time:8.1f}{time / spent[PEER]:8.3f}")
    print(f"{spent[PEER] / whole:.2f} times as fast as {PEER}")
    if node_runs:
        print(f"{spent[NODE_PEER] / whole:.2f} times as fast as {NODE_PEER}")
    else:
        print(f"no {NODE_PEER}: {node}")


def peak(*paths: str) -> int:
    """The most memory, in bytes, of a process that converts some articles."""
    command = [sys.executable, "-m", "wikiproof", "convert", "--format", "jsonl", *paths]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "parser")}
    done = subprocess.run(
        [sys.executable, "-c", _LAUNCHER, *command], capture_output=True, env=environment, check=True
    )
    return int(done.stdout) * 1024


def memory(corpus: Path, sources: Sequence[Source]) -> None:
    """Print the table of memory."""
    largest = max(sources, key=lambda source: len(source.text))
    size = len(largest.text.encode())
    print(f"\n{'memory of a process':<40}{'MB':>8}{'bound':>8}")
    for label, path in (("the largest article", largest.path or ""), ("the corpus", str(corpus))):
        print(f"{label:<40}{peak(path) / 1e6:8.1f}{(FIXED + SHARE * size) / 1e6:8.1f}")


def main() -> None:
    """Print both tables."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--corpus", type=Path, default=CORPUS)
    options.add_argument("--every", type=int, default=1, metavar="N", help="take each Nth article only")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--node-folder", type=Path, help="a folder whose node_modules has wtf_wikipedia")
    chosen = options.parse_args()
    if not chosen.corpus.is_dir():
        sys.exit(f"{chosen.corpus} is no folder; give that of the articles with --corpus")
    every = [load(each) for each in inputs([str(chosen.corpus)]) if isinstance(each, Input)]
    if not every:
        sys.exit(f"{chosen.corpus} holds no article")
    sources = every[:: chosen.every]
    for source in sources[:20]:
        measure(source)
    speeds(sources, chosen.rounds, node_folder(chosen.node_folder))
    memory(chosen.corpus, sources)


if __name__ == "__main__":
    main()
