"""Which templates the corpus uses inside its infoboxes, how often, and how many of the uses wikiproof can show.

    python benchmarks/templates.py [--articles ../shared/corpus/articles] [--all]

The unknown ones are listed by use, with `--all` every one, and how it is shown: by a pattern, by a renderer, or not.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from wikiproof.read.names import written
from wikiproof.read.scan import scan
from wikiproof.read.templates import lookup

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARED = Path(__file__).parents[2] / "shared"


def uses(text: str) -> Iterator[str]:
    """The name of each template in an infobox of the page, embedded infoboxes not counted."""
    end = -1
    for frame in scan(text).templates:
        if frame.is_infobox:
            end = max(end, frame.end)
        elif frame.start < end:
            yield written(frame.head(text))


def count(articles: Path) -> Counter[str]:
    """How often each template is used in the infoboxes of a folder."""
    pages = sorted(articles.rglob("*.wiki"))
    if not pages:
        sys.exit(f"{articles} holds no articles (*.wiki): name their folder with --articles.")
    return Counter(name for page in pages for name in uses(page.read_text("utf-8")))


def how(name: str) -> str:
    """How a template is shown; empty where it is not known."""
    definition = lookup(name)
    if definition is None:
        return ""
    return definition.renderer or f"“{definition.pattern}”"


def main() -> None:
    """Print the list and the share."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=Path, default=SHARED / "corpus" / "articles")
    parser.add_argument("--all", action="store_true", help="list the known templates too")
    options = parser.parse_args()
    counted = count(options.articles)
    known = sum(times for name, times in counted.items() if how(name))
    for name, times in counted.most_common():
        if options.all or not how(name):
            print(f"{times:6} {name:40} {how(name) or 'not known'}")
    total = counted.total()
    print(f"{len(counted)} templates, {total} uses, {known} of them known: {known / total:.2%}")


if __name__ == "__main__":
    main()
