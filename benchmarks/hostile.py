"""How long text that no editor writes takes to convert and to check, and whether that grows with its length alone.

    python benchmarks/hostile.py [--shapes tests/hostile/shapes.toml] [--large] [SHAPE …]

Each shape is repeated to 4, 8, 16 and 32 KB, and with `--large` to 1 MB too. `growth` is the time of 32 KB by that of
4 KB: 8 is in proportion. Times are of the processor, the best of three (once for 1 MB), in milliseconds; `convert` is
from text to JSON, `lint` what checking adds. The last column is the time of mwparserfromhell.parse for 4 KB, which is
stopped after two seconds.
"""

from __future__ import annotations

import argparse
import signal
import tomllib
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any

import mwparserfromhell

import wikiproof
from wikiproof.document import dumps

if TYPE_CHECKING:
    from collections.abc import Callable

SHAPES = Path(__file__).parents[1] / "tests" / "hostile" / "shapes.toml"
SIZES = (4_000, 8_000, 16_000, 32_000)
LARGE = 1_000_000
PATIENCE = 2.0  # seconds


def text(shape: dict[str, str], size: int) -> str:
    """A shape of so many characters."""
    repeated = shape["unit"] * (size // len(shape["unit"]))
    return shape.get("before", "") + repeated + shape.get("after", "")


def spent(work: Callable[[], Any], rounds: int = 3) -> float:
    """The least time of some rounds, in milliseconds."""
    times = []
    for _ in range(rounds):
        start = process_time()
        work()
        times.append(process_time() - start)
    return 1000 * min(times)


def converted(source: str, rounds: int = 3) -> float:
    """The time from a text to its JSON."""
    return spent(lambda: dumps(wikiproof.convert(wikiproof.read(source, form="wikitext"))), rounds)


def checked(source: str, rounds: int = 3) -> float:
    """The time that checking adds."""
    article = wikiproof.read(source, form="wikitext")
    return spent(lambda: wikiproof.lint(article), rounds)


def peer(source: str) -> str:
    """The time of mwparserfromhell.parse, as far as it may take it."""

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        return f"{spent(lambda: mwparserfromhell.parse(source), 1):9.1f}"
    except TimeoutError:
        return f"{f'> {1000 * PATIENCE:.0f}':>9}"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("names", nargs="*", metavar="SHAPE")
    options.add_argument("--shapes", type=Path, default=SHAPES)
    options.add_argument("--large", action="store_true")
    chosen = options.parse_args()
    shapes: dict[str, dict[str, str]] = tomllib.loads(chosen.shapes.read_text(encoding="utf-8"))
    names = chosen.names or list(shapes)
    wikiproof.lint(wikiproof.read("{{Infobox a|date=1 May 2020}}\nForty people died on 1 May 2020."))
    large = f"{'1 MB':>9}" if chosen.large else ""
    head = f"{'32 KB':>8}{'growth':>8}{large}"
    print(f"{'':<40}{'convert':>16}{'lint':>{len(head)}}")
    print(f"{'':<40}{head}{head}{'peer 4 KB':>11}")
    for name in names:
        shape = shapes[name]
        cells = ""
        for work in (converted, checked):
            times = [work(text(shape, size)) for size in SIZES]
            cells += f"{times[-1]:8.1f}{times[-1] / times[0]:8.1f}"
            if chosen.large:
                cells += f"{work(text(shape, LARGE), 1):9.0f}"
        print(f"{name:<40}{cells}  {peer(text(shape, SIZES[0]))}", flush=True)


if __name__ == "__main__":
    main()
