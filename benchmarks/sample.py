"""Draws infobox fields that were typed as a date, a number or a point, to be read by a person.

    python benchmarks/sample.py [--count 300] [--seed 1] [--articles ../shared/corpus/articles]

Each is printed as the parameter, the raw value, the text, and the value in few words; the same seed draws the same
fields as long as the articles and their types stay the same.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import wikiproof
from wikiproof.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARED = Path(__file__).parents[2] / "shared"
_DRAWN = {"date", "time", "duration", "count", "number", "quantity", "money", "magnitude", "coordinates"}


def typed_fields(articles: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The typed fields of all infoboxes of a folder, each with the name of its article."""
    pages = sorted(articles.rglob("*.wiki"))
    if not pages:
        sys.exit(f"{articles} holds no articles (*.wiki): name their folder with --articles.")
    for page in pages:
        document = wikiproof.convert(wikiproof.read(Source(page.read_text("utf-8")), form="wikitext"))
        for box in document["infoboxes"]:
            yield from (
                (page.stem, field) for field in box["fields"] if not _DRAWN.isdisjoint(_kinds(field["value"]))
            )


def _kinds(value: dict[str, Any]) -> Iterator[str]:
    yield value["kind"]
    for item in value.get("items", ()):
        yield from _kinds(item)


def main() -> None:
    """Print the sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=Path, default=SHARED / "corpus" / "articles")
    parser.add_argument("--count", type=int, default=300, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    options = parser.parse_args()
    fields = list(typed_fields(options.articles))
    drawn = random.Random(options.seed).sample(fields, min(options.count, len(fields)))
    for article, field in drawn:
        print(f"{article} | {field['name']}\n  {field['raw']!r}\n  {field['text']!r}")
        print(f"  {json.dumps(field['value'], ensure_ascii=False)}")
    print(f"{len(drawn)} of {len(fields)} fields typed as a date, a number or a point, seed {options.seed}")


if __name__ == "__main__":
    main()
