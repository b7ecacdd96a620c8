"""Every infobox field of the corpus: clean text, types, and what is lost, by wikiproof and by its peers.

    python benchmarks/fields.py [--articles ../shared/corpus/articles] [--node FOLDER] [--show READER]

`judging.py` says from the raw value, by rules of its own, what a field must give; `peers.py` runs the readers.
wtf_wikipedia and infobox-parser are installed by npm into `build/peers` on the first run. `--show` lists what a
reader falls short of, a field a line.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import judging
import peers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from judging import Expected
    from peers import Box, Reading, Readings

SHARED = Path(__file__).parents[2] / "shared"
# Which kinds of value hold what a field carries. A bare number may be a year.
_FITTING = {
    "date": {"date"},
    "number": {"number", "count", "quantity", "money", "magnitude", "duration", "time", "date"},
    "coordinates": {"coordinates"},
    "list": {"list", "place", "date", "coordinates"},  # an address or a range of dates may be broken in two
}


@dataclass(slots=True)
class Score:
    """What one reader makes of all fields; `short` tells of those it falls short of."""

    fields: int = 0
    clean: int = 0
    carrying: int = 0
    typed: int = 0
    lost_fields: int = 0
    lost_items: int = 0
    short: list[str] = field(default_factory=list)

    def add(self, name: str, raw: str, expected: Expected, reading: Reading | None) -> None:
        """Judge one field."""
        self.fields += 1
        self.carrying += bool(expected.carries)
        if reading is None or (expected.words and not reading.text.strip()):
            self.lost_fields += 1
            self.lost_items += len(expected.items) if expected.carries == "list" else 0
            self._tell("lost", name, raw, "")
            return
        if judging.is_clean(reading.text, expected):
            self.clean += 1
        else:
            self._tell(f"unclean {dict(judging.lost_words(reading.text, expected))}", name, raw, reading.text)
        items = judging.lost_items(reading.pieces, expected)
        self.lost_items += items
        if items:
            self._tell(f"{items} items", name, raw, reading.text)
        if expected.carries and is_typed(reading, expected):
            self.typed += 1
        elif expected.carries:
            self._tell(f"untyped {expected.carries}", name, raw, f"{reading.text} {sorted(reading.kinds)}")

    def _tell(self, what: str, name: str, raw: str, text: str) -> None:
        self.short.append(f"{what} | {name} | {raw!r} => {text!r}")

    def row(self) -> str:
        """The figures, as a row of the table."""
        clean, typed = self.clean / max(self.fields, 1), self.typed / max(self.carrying, 1)
        return f"{clean:8.1%} {typed:8.1%} {self.lost_fields:8} {self.lost_items:8}"


def is_typed(reading: Reading, expected: Expected) -> bool:
    """Whether the value is of a kind that fits, and holds the number that the raw value gives."""
    fits = bool(reading.kinds & _FITTING[expected.carries])
    return fits and (expected.carries == "list" or judging.has_number(reading.numbers, expected))


def corpus(articles: Path) -> Iterator[Box]:
    """The infoboxes of all articles, in order."""
    pages = sorted(articles.rglob("*.wiki"))
    if not pages:
        sys.exit(f"{articles} holds no articles (*.wiki): name their folder with --articles.")
    for page in pages:
        yield from peers.boxes(page.read_text("utf-8"))


def judge(boxes: list[Box], kinds: dict[str, str], readings: dict[str, list[Readings]]) -> dict[str, Score]:
    """The score of each reader."""
    scores = {reader: Score() for reader in readings}
    for at, box in enumerate(boxes):
        for name, raw in box.fields.items():
            expected = judging.expect(name, raw, kinds)
            if not (expected.words or expected.numbers or expected.carries):
                continue
            for reader, score in scores.items():
                score.add(name, raw, expected, readings[reader][at].get(name))
    return scores


def main() -> None:
    """Print a row for each reader."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=Path, default=SHARED / "corpus" / "articles")
    parser.add_argument("--facts", type=Path, default=SHARED / "facts" / "infobox_params.json")
    parser.add_argument("--node", type=Path, help="a folder whose node_modules has the peers from npm")
    parser.add_argument("--show", metavar="READER", help="list what this reader falls short of")
    options = parser.parse_args()
    boxes = list(corpus(options.articles))
    readings = {
        "wikiproof": list(map(peers.wikiproof_readings, boxes)),
        "mwparserfromhell": list(map(peers.mwparserfromhell_readings, boxes)),
        "wikitextparser": list(map(peers.wikitextparser_readings, boxes)),
    }
    folder = peers.node_folder(options.node)
    if isinstance(folder, Path):
        pairs = list(peers.node_readings(boxes, folder))
        readings["wtf_wikipedia"], readings["infobox-parser"] = map(list, zip(*pairs, strict=True))
    scores = judge(boxes, judging.field_kinds(options.facts), readings)
    first = scores["wikiproof"]
    print(f"{len(boxes)} infoboxes, {first.fields} fields that show something, {first.carrying} carry a type")
    print(f"{'':18} {'clean':>8} {'typed':>8} {'lost':>8} {'lost':>8}\n{'':36} {'fields':>8} {'items':>8}")
    for reader, score in scores.items():
        print(f"{reader:18} {score.row()}")
    if isinstance(folder, str):
        print(f"wtf_wikipedia and infobox-parser are left out: {folder}.")
    if options.show in scores:
        print("\n".join(scores[options.show].short))


if __name__ == "__main__":
    main()
