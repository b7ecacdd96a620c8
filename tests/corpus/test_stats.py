"""Counts over results, in every format, from JSON Lines and from Parquet."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from tests.corpus.making import article, done

from wikiproof import data
from wikiproof.cli import cli
from wikiproof.cli.stats import _TABLES
from wikiproof.corpus.answers.mismatches import COLUMNS, external_value
from wikiproof.corpus.page import Page
from wikiproof.role import Role

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("duckdb", reason="statistics need the extra batch")

STORM = """{{Infobox storm | name = Storm | fatalities = many, by <!-- --> all accounts | date = 31 April 1999}}
The '''storm''' of 1999 | in the hills killed 3 people."""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six raids, of which four contradict themselves, a storm, a plain article, two failures."""
    pages = [Page(f"Raid {number}", "dump.xml", article(number)) for number in range(6)]
    pages += [Page("The | storm", "dump.xml", STORM), Page("Poem", "dump.xml", "A '''poem'''.")]
    return done(tmp_path_factory.mktemp("stats") / "out", pages, failures=2)


def stats(out: Path, *options: str) -> Result:
    return CliRunner().invoke(cli, ["stats", str(out), *options])


def tables(out: Path, *options: str) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(stats(out, "--format", "json", *options).stdout)
    return found


def test_what_is_counted(out: Path) -> None:
    found = tables(out)
    assert tuple(found) == _TABLES
    [tolls] = [row for row in found["rules"] if row["code"] == "Q01"]
    assert tolls == {
        "code": "Q01", "name": "fatalities", "findings": 4, "errors": 4, "warnings": 0, "infos": 0, "articles": 4
    }  # fmt: skip
    assert found["severities"][0] == {"severity": "error", "findings": 5, "articles": 5}
    [raids] = [row for row in found["infoboxes"] if row["infobox"] == "civilian attack"]
    assert (raids["articles"], raids["affected"], raids["findings"]) == (6, 4, 4)
    assert raids["affected %"] == 66.7
    assert {row["infobox"] for row in found["infoboxes"]} == {"civilian attack", "storm", "(none known)"}
    assert found["failures"] == [{"reason": "it is bad", "pages": 2}]


def test_coverage_of_fields(out: Path) -> None:
    """Of a raid the title is read but not held against anything; date and toll are."""
    coverage = {row["infobox"]: row for row in tables(out)["coverage"]}
    raids = coverage["civilian attack"]
    assert (raids["fields"], raids["typed"], raids["unread"], raids["checked"]) == (18, 18, 0, 12)
    assert coverage["storm"]["unread"] == 1, "a day that no calendar has"
    assert coverage["all"]["fields"] == 18 + 3
    roles = {row["role"]: row for row in tables(out)["roles"]}
    assert roles["deaths"]["checked"] == 6


def test_most_affected_articles_first(out: Path) -> None:
    found = tables(out, "--table", "articles", "--top", "2")
    assert [row["title"] for row in found["articles"]] == ["Raid 1", "Raid 2"]
    assert len(tables(out, "--table", "articles", "--all")["articles"]) == 5


def test_formats(out: Path) -> None:
    assert "Findings by rule" in stats(out).stdout
    markdown = stats(out, "--format", "markdown", "--table", "infoboxes").stdout
    assert "| infobox | articles | affected |" in markdown
    assert "| --- | ---: | ---: |" in markdown
    assert r"The \| storm" in stats(out, "--format", "markdown", "--table", "articles").stdout
    wide = list(csv.DictReader(io.StringIO(stats(out, "--format", "csv", "--table", "rules").stdout)))
    assert [row["articles"] for row in wide if row["code"] == "Q01"] == ["4"]
    long = list(csv.DictReader(io.StringIO(stats(out, "--format", "csv").stdout)))
    assert {row["table"] for row in long} == set(_TABLES)
    assert {"table": "rules", "of": "Q01", "name": "fatalities", "count": "errors", "number": "4"} in long


def test_the_same_from_parquet(out: Path) -> None:
    pytest.importorskip("pyarrow")
    from wikiproof.corpus import parquet

    before = stats(out, "--format", "json", "--all").stdout
    parquet.write(out)
    for path in out.glob("*.jsonl"):
        path.write_bytes(b"")
    assert stats(out, "--format", "json", "--all").stdout == before


def test_no_results(tmp_path: Path, out: Path) -> None:
    assert "holds no results; name the folder that" in stats(tmp_path).output
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    (tmp_path / "manifest.json").write_text(json.dumps(manifest | {"state": "running"}), encoding="utf-8")
    done = stats(tmp_path)
    assert done.exit_code == 2
    assert "is not complete; the command that began it goes on where it stopped" in done.output
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert "lacks findings.jsonl" in stats(tmp_path).output


ITEMS = """\
title,item_id,property_id,statement_guid,wikidata_value,meta_wikidata_value
Raid 1,http://www.wikidata.org/entity/Q101,P1120,Q101$7814880A-A6EF-40EC-885E-F46DD58C8DC5,12,
Raid_2,Q102,,,,
"""


def test_mismatches_for_wikidata(out: Path, tmp_path: Path) -> None:
    (tmp_path / "items.csv").write_text(ITEMS, encoding="utf-8")
    done = stats(out, "--format", "mismatch-finder", "--items", str(tmp_path / "items.csv"))
    lines = list(csv.reader(io.StringIO(done.stdout)))
    assert tuple(lines[0]) == COLUMNS
    url = "https://en.wikipedia.org/wiki/Raid_"
    guid = "Q101$7814880A-A6EF-40EC-885E-F46DD58C8DC5"
    assert lines[1:] == [
        ["Q101", guid, "P1120", "12", "", "21", f"{url}1", "statement"],
        ["Q102", "", "P1120", "", "", "12", f"{url}2", "statement"],
        ["Q102", "", "P1120", "", "", "21", f"{url}2", "statement"],
    ]
    assert "3 findings left out: they are of articles that the table of items does not have" in done.stderr
    # What its importer asks of a line.
    for line in (dict(zip(COLUMNS, each, strict=True)) for each in lines[1:]):
        assert re.fullmatch(r"Q[1-9]\d*", line["item_id"])
        assert re.fullmatch(r"P\d+", line["property_id"])
        assert bool(line["statement_guid"]) == bool(line["wikidata_value"])
        assert 0 < len(line["external_value"]) <= 1500


def test_mismatches_without_statements_say_so(out: Path, tmp_path: Path) -> None:
    (tmp_path / "items.tsv").write_text("title\titem_id\nRaid 1\tQ101\n", encoding="utf-8")
    done = stats(out, "--format", "mismatch-finder", "--items", str(tmp_path / "items.tsv"))
    assert "has no statements, so each line says that Wikidata has no such value" in done.stderr
    (tmp_path / "items.csv").write_text("name,id\n", encoding="utf-8")
    for name, said in (("items.csv", "has no columns title and item_id"), ("none.csv", "cannot read")):
        done = stats(out, "--format", "mismatch-finder", "--items", str(tmp_path / name))
        assert said in done.output
        assert done.exit_code == 2
    assert "needs --items" in stats(out, "--format", "mismatch-finder").output


@pytest.mark.parametrize("role", data.table("grammar", "wikidata.toml"))
def test_properties(role: str) -> None:
    entry = data.table("grammar", "wikidata.toml")[role]
    assert Role(role)
    assert external_value(entry["sample"], entry.get("kind")) == entry["value"]


@pytest.mark.parametrize("words", ["at least 40 people", "about 300", "8–12 May 1643", "nothing"])
def test_what_no_property_can_hold(words: str) -> None:
    assert external_value(words, "date" if "May" in words else "count") is None
