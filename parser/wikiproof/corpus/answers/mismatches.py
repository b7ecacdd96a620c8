"""Findings in the upload format of Wikidata's Mismatch Finder: CSV, a line for each value that contradicts another.

The format is that of its user guide (docs/UserGuide.md in the repository wmde/wikidata-mismatch-finder). It sets a
value outside Wikidata against one in it, so a finding within an article gives two lines, one for each of its sides,
and a reviewer sees which of them Wikidata has. What a finding cannot say is where the article's item is and what
stands there; that comes with a table of the user's, as a query of Wikidata gives it.

    title            of the article
    item_id          its item, Q…
    property_id, statement_guid, wikidata_value, meta_wikidata_value    what stands there, if that was asked for
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from wikiproof import data
from wikiproof.source import WikiproofError
from wikiproof.values import Count, Date
from wikiproof.values.mentions import mentions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import TextIO

    from wikiproof.corpus.answers.results import Results

COLUMNS = (
    "item_id",
    "statement_guid",
    "property_id",
    "wikidata_value",
    "meta_wikidata_value",
    "external_value",
    "external_url",
    "type",
)
WIKI = "https://en.wikipedia.org/wiki/"
_LONGEST = 1500  # characters, says the user guide
_GIVEN = ("statement_guid", "property_id", "wikidata_value", "meta_wikidata_value")
_KINDS = {"date": Date, "count": Count}


class UnusableItems(WikiproofError):  # noqa: N818
    """A table of items that cannot be read."""


@dataclass(slots=True)
class Left:
    """The findings that no line was written for, by the reason; `unasked` says that no statements were given."""

    reasons: Counter[str] = field(default_factory=Counter)
    unasked: bool = False


def write_mismatches(results: Results, items: Path, stream: TextIO, wiki: str = WIKI) -> Left:
    """Write the lines, and give what was left out. Raises UnusableItems."""
    known, unasked = _items(items)
    left = Left(unasked=unasked)
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    written: dict[tuple[str, ...], None] = {}
    for title, role, texts in _findings(results):
        lines = list(_lines(title, role, texts, known, wiki, left))
        written.update(dict.fromkeys(lines))
    writer.writerows(written)
    return left


def _findings(results: Results) -> Iterator[tuple[str, str | None, list[str]]]:
    """Each finding's title, role, and the words of each side."""
    rows = results.ask(
        'SELECT title, role, "primary"."text", [place."text" FOR place IN related] FROM findings'
        ' ORDER BY title, path, "primary"."start"."offset", code'
    )
    for title, role, first, others in rows:
        yield title, role, [first, *(others or ())]


def _lines(
    title: str,
    role: str | None,
    texts: list[str],
    known: Mapping[str, list[dict[str, str]]],
    wiki: str,
    left: Left,
) -> Iterator[tuple[str, ...]]:
    prop = data.table("grammar", "wikidata.toml").get(role or "")
    if prop is None:
        left.reasons["speak of what no property says"] += 1
        return
    statements = known.get(_folded(title))
    if not statements:
        left.reasons["are of articles that the table of items does not have"] += 1
        return
    values = dict.fromkeys(value for text in texts if (value := external_value(text, prop.get("kind"))))
    if len(values) < 2:
        left.reasons["have no two values that a property could hold"] += 1
        return
    item, url = statements[0]["item_id"], wiki + quote(title.replace(" ", "_"), safe="/:,()'!*")
    there = [each for each in statements if each["property_id"] == prop["property"]]
    for value in values:
        if any(each["wikidata_value"] == value for each in there):
            continue
        for each in there or [dict.fromkeys(_GIVEN, "")]:
            yield (
                item,
                each["statement_guid"],
                prop["property"],
                each["wikidata_value"],
                each["meta_wikidata_value"],
                value,
                url,
                "statement",
            )


def external_value(words: str, kind: str | None) -> str | None:
    """What stands in the file for words of an article; None where they hold no one value of the kind."""
    if kind is None:
        return " ".join(words.split())[:_LONGEST] or None
    values = {mention.value for mention in mentions(words) if isinstance(mention.value, _KINDS[kind])}
    match list(values):
        case [Date() as date] if "/" not in date.edtf():
            return date.edtf()
        case [Count(low, high) as count] if low == high and not count.approximate:
            return str(low)
    return None


def _items(path: Path) -> tuple[dict[str, list[dict[str, str]]], bool]:
    """The rows of the user's table by title, and whether it says nothing of statements."""
    known: dict[str, list[dict[str, str]]] = defaultdict(list)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t" if path.suffix == ".tsv" else ",")
            columns = set(rows.fieldnames or ())
            if not {"title", "item_id"} <= columns:
                raise UnusableItems(f"{path} has no columns title and item_id; its first line must name them")
            for row in rows:
                item = _last(row["item_id"])
                known[_folded(row["title"] or "")].append(
                    {"item_id": item} | {name: _last(row.get(name)) for name in _GIVEN}
                )
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise UnusableItems(f"cannot read {path}: {reason}") from None
    every = chain.from_iterable(known.values())
    return dict(known), not any(each["statement_guid"] for each in every)


def _last(value: Any) -> str:
    """An identifier, also where it is given as an address: the query service does that."""
    text = str(value or "")
    return text.rpartition("/")[2] if text.startswith("http://www.wikidata.org/") else text


def _folded(title: str) -> str:
    return title.replace("_", " ").strip()
