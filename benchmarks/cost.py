"""Computes from what scale.py measured what all of English Wikipedia costs, and writes docs/scale.md.

    python benchmarks/cost.py

What is measured comes from scale.json; what is taken from elsewhere, and what is worked out, is said to be so on the
page. A test holds the page to the file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
RESULTS = HERE / "scale.json"
PAGE = HERE.parent / "docs" / "scale.md"
CORES = (1, 16, 1000)
# English Wikipedia of 2025, from memory of its dumps and statistics page, rounded: to be looked up for a plan.
PACKED_MB = 24_000
ARTICLES = 7_000_000
EVENTS = 100_000


@dataclass(frozen=True)
class Cost:
    """The processor's seconds of a run: those that can be shared, and those of one process at the end."""

    shared: float
    alone: float

    @property
    def core_hours(self) -> float:
        """All of them in hours."""
        return (self.shared + self.alone) / 3600

    def hours(self, cores: int, efficiency: float) -> float:
        """By the clock, where each further core adds so much of what the first does."""
        return (self.shared / (1 + (cores - 1) * efficiency) + self.alone) / 3600


def cost(found: dict[str, Any], pages: int) -> Cost:
    """A run over the whole dump that checks so many pages."""
    dump, work, picking = (found[name] for name in ("dump", "work", "picking"))
    xml = PACKED_MB * dump["xml_mb"] / dump["packed_mb"]
    return Cost(
        xml * picking["picking_seconds"] / picking["xml_mb"] + pages * work["seconds_a_page"],
        pages * work["merging_seconds_a_page"],
    )


def page(found: dict[str, Any]) -> str:
    """The page in Markdown."""
    return "\n".join(
        (_OPENING, *_measured(found), "", _BETWEEN, *_worked_out(found), "", *_not_measured(found), "")
    )


_OPENING = """\
# What all of Wikipedia costs

Written by `python benchmarks/cost.py` from `benchmarks/scale.json`, which `python benchmarks/scale.py` measured.

## Measured
"""
_BETWEEN = """\
The first four are the processor's time, the others are by the clock; a busy machine makes all of them longer.

## Worked out
"""


def _measured(found: dict[str, Any]) -> Iterator[str]:
    dump, work, picking, clock = (found[name] for name in ("dump", "work", "picking", "clock"))
    machine, memory, loads = found["machine"], found["memory_mb"], clock["load_before_each"]
    one, two = (_list(clock[f"{name}_seconds"]) for name in ("one_process", "two_processes"))
    rates = {name: picking["xml_mb"] / picking[f"{name}_seconds"] for name in ("unpacking", "picking")}
    yield (
        f"On a dump of {dump['xml_mb']:,.0f} MB of XML ({dump['packed_mb']:,.0f} MB packed,"
        f" {dump['pages']:,} pages), made from the articles of the corpus under other titles, with"
        f" {machine['processors']} processors and Python {machine['python']}. While `batch` ran,"
        f" {min(loads):.0f} to {max(loads):.0f} processes wanted these processors.\n"
    )
    yield "| | |\n|---|---|"
    yield f"| unpacking alone, one processor | {rates['unpacking']:,.0f} MB of XML a second |"
    yield (
        f"| unpacking, and picking the pages with an infobox ({picking['infobox']}: {picking['pages']:,} in"
        f" {picking['xml_mb']:,.0f} MB)"
        f" | {rates['picking']:,.0f} MB a second, {100 * picking['of_unpacking_speed']:.0f} % of unpacking alone |"
    )
    yield f"| reading, checking and writing a page that was picked | {1000 * work['seconds_a_page']:.0f} ms |"
    yield f"| merging the tables at the end | {1000 * work['merging_seconds_a_page']:.1f} ms a page |"
    yield f"| `batch`, which checks {found['checked_pages']:,} of the pages, one process | {one} s |"
    faster = (
        f"{clock['times_as_fast']:.2f} times as fast"
        if _quiet(found)
        else "which says nothing on a busy machine"
    )
    yield f"| the same with two processes | {two} s, {faster} |"
    yield (
        "| memory of all its processes, in the second and the last quarter of a run"
        f" | {memory['second_quarter']:,.0f} and {memory['last_quarter']:,.0f} MB |"
    )


def _worked_out(found: dict[str, Any]) -> Iterator[str]:
    efficiency = min(max(found["clock"]["times_as_fast"] - 1, 0), 1) if _quiet(found) else 1.0
    heads = " | ".join(f"{cores:,} core{'s' if cores > 1 else ''}" for cores in CORES)
    yield f"| all of the dump, checking | core hours | {heads} |\n|---|---|---|---|---|"
    for pages, what in ((EVENTS, "articles on events"), (ARTICLES, "every article")):
        spent = cost(found, pages)
        hours = " | ".join(_time(spent.hours(cores, efficiency)) for cores in CORES)
        yield f"| {what} ({pages:,}) | {spent.core_hours:,.0f} | {hours} |"
    yield (
        f"\nThat is {PACKED_MB / 1000:,.0f} GB packed at the measured speed of picking, the pages at the measured"
        " time a page, and the merging, which one process does. Each further core is taken to add"
        f" {100 * efficiency:.0f} % of the first, {'as the second did' if _quiet(found) else 'which was not measured'}."
    )


def _not_measured(found: dict[str, Any]) -> Iterator[str]:
    dump, processors = found["dump"], found["machine"]["processors"]
    yield "## Not measured\n"
    yield (
        f"- How large English Wikipedia is: {PACKED_MB / 1000:,.0f} GB packed, {ARTICLES:,} articles, about"
        f" {EVENTS:,} of them on events are round numbers taken from elsewhere. Look them up for a plan."
    )
    yield (
        f"- More than {processors} processors. Processes share nothing but the disk, and a block is a megabyte of the"
        " dump, so 16 should do as said; a thousand are no one machine, and each must reach the dump."
    )
    yield (
        "- How long its articles are: those of the corpus have"
        f" {1000 * dump['xml_mb'] / dump['pages']:,.0f} KB of XML on average, more than most, and a page takes time as"
        " it is long. So every article will take less than said."
    )


def _quiet(found: dict[str, Any]) -> bool:
    """Whether the machine had little else to do, so that times by the clock say something."""
    return max(found["clock"]["load_before_each"]) <= found["machine"]["processors"]


def _list(seconds: list[float]) -> str:
    return ", ".join(f"{each:.0f}" for each in seconds)


def _time(hours: float) -> str:
    if hours >= 48:
        return f"{hours / 24:,.1f} days"
    return f"{hours:,.1f} h" if hours >= 1 else f"{60 * hours:,.0f} min"


def write_page() -> None:
    """Write the page from the file."""
    PAGE.write_text(page(json.loads(RESULTS.read_text(encoding="utf-8"))), encoding="utf-8")


if __name__ == "__main__":
    write_page()
