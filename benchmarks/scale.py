"""What a run over a dump costs, and whether two processes do it in half the time.

    python benchmarks/scale.py [--corpus ../shared/corpus] [--megabytes 200] [--rounds 3]

Makes a multistream dump of that many megabytes of XML from the corpus, repeated under other titles, in a temporary
folder. Then, by turns, so that all share what else the machine does:

- `batch` with one process and with two, by the clock: how much faster two are;
- memory of all its processes while it runs: whether it stays level (`benchmarks/memory.svg`);
- unpacking alone, and a pass that also picks the pages with one infobox, by the processor's time;
- reading, checking and writing a page, and merging the tables at the end, by the processor's time.

Writes `benchmarks/scale.json`, and `docs/scale.md` from it (see cost.py). The load of the machine is in it: by the
clock only a quiet machine says something.
"""

from __future__ import annotations

import argparse
import bz2
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from statistics import median
from threading import Event, Thread
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import psutil
from cost import RESULTS, write_page

from wikiproof.config import Configs
from wikiproof.corpus import parts
from wikiproof.corpus.filter import Filter
from wikiproof.corpus.inputs.multistream import Multistream, index_of
from wikiproof.corpus.page import Page
from wikiproof.corpus.rows import rows
from wikiproof.corpus.store import Store
from wikiproof.infobox.registry import infobox_types
from wikiproof.read import title_of
from wikiproof.read.files import Input, inputs, load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wikiproof.corpus.rows import Row

HERE = Path(__file__).parent
CORPUS = HERE.parents[1] / "shared" / "corpus"
RARE = "civilian attack"  # the infobox that the pass over all pages looks for
STREAM = 100  # pages, as in the dumps of Wikimedia
HEAD, TAIL = b"<mediawiki>\n", b"</mediawiki>\n"
MB = 1_000_000


def make(corpus: Path, megabytes: float, folder: Path) -> tuple[Path, int, int]:
    """A multistream dump and its index; how many pages it has, and bytes of XML."""
    articles = [
        (title_of(each.path) or each.path, load(each).text)
        for each in inputs([str(corpus)])
        if isinstance(each, Input)
    ]
    dump = folder / "w-pages-articles-multistream.xml.bz2"
    index, size, number = [], len(HEAD) + len(TAIL), 0
    with dump.open("wb") as file:
        file.write(bz2.compress(HEAD))
        while size < megabytes * MB:
            some = [(number + n, *articles[(number + n) % len(articles)]) for n in range(STREAM)]
            titles = [f"{title} ({n // len(articles)})" for n, title, _ in some]
            index += [f"{file.tell()}:{n}:{title}\n" for (n, *_), title in zip(some, titles, strict=True)]
            xml = "".join(_page(title, text) for title, (*_, text) in zip(titles, some, strict=True)).encode()
            file.write(bz2.compress(xml))
            size += len(xml)
            number += STREAM
        file.write(bz2.compress(TAIL))
    (folder / "w-pages-articles-multistream-index.txt").write_text("".join(index), encoding="utf-8")
    return dump, number, size


def _page(title: str, text: str) -> str:
    return (
        f"<page><title>{escape(title)}</title><ns>0</ns><id>1</id><revision><id>1</id><model>wikitext</model>"
        f"<text>{escape(text)}</text></revision></page>\n"
    )


class Memory:
    """The memory of a process and all below it, looked at four times a second."""

    def __init__(self, process: int) -> None:
        self.samples: list[tuple[float, float]] = []  # seconds, MB
        self._ended = Event()
        self._thread = Thread(target=self._watch, args=(psutil.Process(process),))
        self._thread.start()

    def _watch(self, process: psutil.Process) -> None:
        start = time.monotonic()
        while not self._ended.wait(0.25):
            held = 0
            with suppress(psutil.Error):  # one has just ended
                for each in (process, *process.children(recursive=True)):
                    held += each.memory_full_info().uss
            self.samples.append((round(time.monotonic() - start, 2), round(held / MB, 1)))

    def end(self) -> list[tuple[float, float]]:
        """What was seen while both kinds of process were at work: without the start and the last moment."""
        self._ended.set()
        self._thread.join()
        return self.samples


def run(dump: Path, out: Path, processes: int) -> tuple[float, list[tuple[float, float]]]:
    """The seconds that `batch` takes by the clock, and its memory."""
    command = [sys.executable, "-m", "wikiproof", "batch", str(dump), "-o", str(out), "-j", str(processes)]
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    memory = Memory(process.pid)
    status = process.wait()
    took = time.monotonic() - start
    samples = memory.end()
    if status == 2:
        sys.exit("the run failed")
    return took, samples


def unpack(block: Any) -> int:
    """Unpack a block, and nothing else; how many bytes it gives."""
    size = 0
    with block.dump.open("rb") as file:
        for offset, end in pairwise(block.offsets):
            file.seek(offset)
            data = file.read(end - offset)
            while data:
                decompressor = bz2.BZ2Decompressor()
                size += len(decompressor.decompress(data))
                data = decompressor.unused_data
    return size


def passes(given: Multistream, wanted: Filter) -> dict[str, float]:
    """The processor's seconds that unpacking alone takes, and picking pages with it, block by block in turns."""
    spent, found, size = {"unpacking": 0.0, "picking": 0.0}, 0, 0
    for number, block in enumerate(given.blocks(wanted)):
        for what in ("unpacking", "picking") if number % 2 else ("picking", "unpacking"):
            start = time.process_time()
            if what == "unpacking":
                size += unpack(block)
            else:
                found += sum(1 for _ in block.pages(wanted))
            spent[what] += time.process_time() - start
    return {
        "xml_mb": size / MB,
        "pages": found,
        **{f"{what}_seconds": seconds for what, seconds in spent.items()},
    }


def work(pages: Sequence[Page], folder: Path) -> dict[str, float]:
    """The processor's seconds of checking and writing each page, and of merging what they give."""
    configs = Configs(isolated=True)
    for page in pages[:20]:
        rows(page, configs)
    start = time.process_time()
    made: list[Row] = [row for page in pages for row in rows(page, configs)]
    checked = time.process_time()
    folder.mkdir()
    store = Store(folder, {})
    for number, block in enumerate(made[start::8] for start in range(8)):
        parts.write(store.parts, number, block)
    written = time.process_time()
    store.finish(None)
    return {
        "seconds_a_page": (written - start) / len(pages),
        "of_which_writing": (written - checked) / len(pages),
        "merging_seconds_a_page": (time.process_time() - written) / len(pages),
    }


def plot(samples: Sequence[tuple[float, float]]) -> str:
    """Memory over time as SVG, light or dark as the page it is shown on."""
    last, highest = samples[-1][0], max(held for _, held in samples)
    points = " ".join(f"{60 + 720 * at / last:.1f},{230 - 200 * held / highest:.1f}" for at, held in samples)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 260" font-family="sans-serif" font-size="13">\n'
        "<style>text{fill:#555}line{stroke:#999}polyline{fill:none;stroke:#1f5582;stroke-width:1.5}"
        "@media(prefers-color-scheme:dark){text{fill:#bbb}polyline{stroke:#8cb8e2}}</style>\n"
        '<line x1="60" y1="230" x2="780" y2="230"/><line x1="60" y1="30" x2="60" y2="230"/>\n'
        f'<text x="52" y="35" text-anchor="end">{highest:.0f} MB</text>\n'
        '<text x="52" y="234" text-anchor="end">0</text>\n'
        f'<text x="780" y="250" text-anchor="end">{last:.0f} s</text>'
        '<text x="60" y="18">Memory that all processes of a run hold for themselves</text>\n'
        f'<polyline points="{points}"/>\n</svg>\n'
    )


def level(samples: Sequence[tuple[float, float]]) -> dict[str, float]:
    """The median memory of the second and of the last quarter of a run, in MB."""
    held = [each for _, each in samples]
    quarter = max(len(held) // 4, 1)
    return {
        "second_quarter": median(held[quarter : 2 * quarter] or held),
        "last_quarter": median(held[-quarter:]),
    }


def measure(corpus: Path, megabytes: float, rounds: int, folder: Path) -> Iterator[tuple[str, Any]]:
    """Each measure with its name."""
    yield (
        "machine",
        {
            "processors": os.cpu_count(),
            "kind": platform.machine(),
            "python": platform.python_version(),
            "load_before": round(os.getloadavg()[0], 1),
        },
    )
    dump, pages, size = make(corpus, megabytes, folder)
    yield "dump", {"pages": pages, "xml_mb": size / MB, "packed_mb": dump.stat().st_size / MB}
    given = Multistream(dump, index_of(dump) or dump)
    wanted = Filter(frozenset(each.name for each in infobox_types()))
    some = [page for block in given.blocks(wanted) for page in block.pages(wanted) if isinstance(page, Page)]
    yield "checked_pages", len(some)
    yield "work", work(some[: max(len(some) * 12 * MB // size, 1)], folder / "work")
    rare = Filter(frozenset([RARE]))
    turns = [passes(given, rare) for _ in range(rounds)]
    speeds = [turn["unpacking_seconds"] / turn["picking_seconds"] for turn in turns]
    yield (
        "picking",
        {
            "infobox": RARE,
            **{name: median(turn[name] for turn in turns) for name in turns[0]},
            "of_unpacking_speed": median(speeds),
            "by_round": [round(speed, 3) for speed in speeds],
        },
    )
    clock: dict[int, list[float]] = {1: [], 2: []}
    loads, samples = [], []
    for turn in range(rounds):
        for processes in (1, 2) if turn % 2 == 0 else (2, 1):
            loads.append(round(os.getloadavg()[0], 1))
            took, memory = run(dump, folder / f"{turn}-{processes}", processes)
            clock[processes].append(took)
            samples = memory if processes == 2 else samples
    yield (
        "clock",
        {
            "one_process_seconds": clock[1],
            "two_processes_seconds": clock[2],
            "times_as_fast": median(one / two for one, two in zip(clock[1], clock[2], strict=True)),
            "load_before_each": loads,
        },
    )
    yield "memory_mb", level(samples)
    (HERE / "memory.svg").write_text(plot(samples), encoding="utf-8")


def main() -> None:
    """Measure, and write what was found."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--corpus", type=Path, default=CORPUS)
    options.add_argument("--megabytes", type=float, default=200)
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    if not chosen.corpus.is_dir():
        sys.exit(f"{chosen.corpus} is no folder; give that of the articles with --corpus")
    found = {}
    with tempfile.TemporaryDirectory(prefix="wikiproof-scale-") as folder:
        for name, value in measure(chosen.corpus, chosen.megabytes, chosen.rounds, Path(folder)):
            found[name] = value
            print(f"{name}: {json.dumps(value)}", flush=True)
    RESULTS.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    write_page()


if __name__ == "__main__":
    main()
