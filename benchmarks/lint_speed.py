"""How long an article takes to check, by the time mwparserfromhell.parse takes for it in the same run.

    python benchmarks/lint_speed.py [--corpus ../shared/corpus] [--size 5000 10000] [--rounds 5]

"new" is each article's first time, after a run over others: what a value or name means is kept, and no article of
the size has been seen. "again" is the best of some rounds over the same articles. Times are of the processor, and
the stages take turns on each article, so that all share what else the machine does; still, only ratios say something.

The second table repeats the body of one article: time per KB must stay level.
"""

from __future__ import annotations

import argparse
import sys
from io import StringIO
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import mwparserfromhell

import wikiproof
from wikiproof.checking import Checked
from wikiproof.claims import gather
from wikiproof.read.files import Input, inputs, load
from wikiproof.report import Summary, report_in
from wikiproof.rules import check
from wikiproof.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
PEER, STAGES = "mwparserfromhell.parse", ("read", "claims", "rules", "report")
WARMING = 60  # articles of another size

Times = dict[str, float]  # seconds by stage


def measure(source: Source) -> Times:
    """The time of each stage on one article."""
    clock = [process_time()]
    mwparserfromhell.parse(source.text)
    clock.append(process_time())
    article = wikiproof.read(source)
    clock.append(process_time())
    claims = gather(article)
    clock.append(process_time())
    findings = check(claims)
    clock.append(process_time())
    report(Checked(article, tuple(findings)))
    clock.append(process_time())
    return dict(zip((PEER, *STAGES), (end - start for start, end in pairwise(clock)), strict=True))


def report(checked: Checked) -> None:
    """Write the JSON report of one article."""
    shown, summary = report_in("json", StringIO()), Summary()
    shown.article(checked)
    summary.add(checked)
    shown.finish(summary)


def best(runs: Sequence[Times]) -> Times:
    """The least time of each stage."""
    return {stage: min(times[stage] for times in runs) for stage in runs[0]}


def mean(articles: Sequence[Times]) -> Times:
    """The mean time of each stage."""
    return {stage: sum(times[stage] for times in articles) / len(articles) for stage in articles[0]}


def stages(sources: Sequence[Source], rounds: int) -> None:
    """Print the table of stages."""
    runs = [[measure(source) for source in sources] for _ in range(rounds)]
    new, again = mean(runs[0]), mean([best(each) for each in zip(*runs, strict=True)])
    print(f"{'ms per article':<24}{'new':>8}{'ratio':>7}{'again':>9}{'ratio':>7}")
    for label, names in (*((name, (name,)) for name in new), ("read + lint", STAGES[:3]), ("all", STAGES)):
        print(f"{label:<24}{_cells(new, names)}  {_cells(again, names)}")
    rates = (1 / sum(times[stage] for stage in STAGES) for times in (new, again))
    print(f"{'articles per second':<24}{next(rates):8.0f}{next(rates):16.0f}")


def _cells(times: Times, names: Sequence[str]) -> str:
    spent = sum(times[name] for name in names)
    return f"{spent * 1000:8.2f}{spent / times[PEER]:7.2f}"


def growth(source: Source, rounds: int) -> None:
    """Print the table of one article whose body is repeated."""
    end = max((box.span.end for box in wikiproof.read(source).infoboxes), default=0)
    head, body = source.text[:end], source.text[end:]
    print(f"{'ms per KB':<10}{'KB':>6}" + "".join(f"{name:>{len(name) + 3}}" for name in (PEER, *STAGES)))
    for times_over in (1, 2, 4, 8):
        longer = Source(head + body * times_over, source.path)
        size = len(longer.text) / 1000
        spent = best([measure(longer) for _ in range(rounds)])
        cells = "".join(f"{spent[name] * 1000 / size:{len(name) + 3}.3f}" for name in spent)
        print(f"{times_over:>8} x{size:6.0f}{cells}")


def main() -> None:
    """Print both tables."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--corpus", type=Path, default=CORPUS)
    options.add_argument("--size", type=int, nargs=2, default=(5_000, 10_000), metavar=("FROM", "TO"))
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args()
    if not chosen.corpus.is_dir():
        sys.exit(f"{chosen.corpus} is no folder; give that of the articles with --corpus")
    every = [load(each) for each in inputs([str(chosen.corpus)]) if isinstance(each, Input)]
    low, high = chosen.size
    sources = [source for source in every if low <= len(source.text) <= high]
    if not sources:
        sys.exit(f"{chosen.corpus} holds no article of {low:,} to {high:,} characters; see --size")
    others = [source for source in every if not low <= len(source.text) <= high]
    for source in [*others[:WARMING], *([] if others else sources)]:
        measure(source)
    size = sum(len(source.text) for source in sources) / len(sources)
    print(f"{len(sources)} articles of {size:,.0f} characters on average")
    stages(sources, chosen.rounds)
    print()
    growth(sorted(sources, key=lambda source: len(source.text))[len(sources) // 2], chosen.rounds)


if __name__ == "__main__":
    main()
