"""A run over many articles: whatever they come in, however it is stopped, the same results."""

from __future__ import annotations

import bz2
import gzip
import json
import os
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tests.corpus import making
from tests.corpus.making import ARTICLES, DUMP, HEAD, TAIL, lines, multistream, plain, xml

from wikiproof.cli import cli
from wikiproof.corpus.inputs import input_of
from wikiproof.corpus.job import Job
from wikiproof.corpus.page import Page
from wikiproof.corpus.run import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TABLES = ("findings.jsonl", "documents.jsonl", "fields.jsonl", "failures.jsonl")
KINDS = ("folder", "plain", "packed", "zipped", "multistream", "lines", "parquet")


def results(out: Path) -> dict[str, list[dict[str, object]]]:
    """The tables without the paths, which differ with the input."""
    found = {}
    for name in TABLES:
        rows = [json.loads(line) for line in (out / name).read_text(encoding="utf-8").splitlines()]
        for row in rows:
            row.pop("path", None)
            row.pop("source", None)
        found[name] = rows
    return found


@pytest.mark.parametrize("make", [getattr(making, name) for name in KINDS])
def test_inputs_give_the_same(make: Callable[[Path], Path], tmp_path: Path) -> None:
    given = make(tmp_path)
    done = CliRunner().invoke(cli, ["batch", str(given), "-o", str(tmp_path / "out"), "-j", "2"])
    assert done.exit_code == 1, done.output
    assert "80 findings (80 errors) in 120 articles, 0 failures" in done.output
    found = results(tmp_path / "out")
    assert [row["title"] for row in found["documents.jsonl"]] == sorted(ARTICLES)
    wrong = [title for number, title in enumerate(ARTICLES) if number % 3]
    assert [(row["title"], row["code"]) for row in found["findings.jsonl"]] == [(t, "Q01") for t in wrong]
    assert not (tmp_path / "out" / "parts").exists()


def test_any_number_of_processes(tmp_path: Path) -> None:
    given = multistream(tmp_path)
    for processes in (1, 3):
        run(input_of(given), Job(), tmp_path / str(processes), processes=processes)
    for name in (*TABLES, "manifest.json"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "3" / name).read_bytes()


def test_other_input_in_the_same_folder(tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    CliRunner().invoke(cli, ["batch", str(lines(tmp_path)), "-o", out])
    done = CliRunner().invoke(cli, ["batch", str(plain(tmp_path)), "-o", out])
    assert done.exit_code == 2
    assert "holds a run with another input" in done.output
    assert "choose another folder, or delete this one" in done.output


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xml.bz2", bz2.compress(DUMP.encode())[:-400], "it breaks off before its end"),
        ("a.xml.gz", gzip.compress(DUMP.encode())[:-400], "it breaks off before its end"),
        ("a.xml", DUMP[:-2000].encode(), "it breaks off before its end"),
        ("a.xml.bz2", b"no bzip2 at all", "it cannot be unpacked"),
        ("a.parquet", b"no Parquet at all", "it is no Parquet file"),
        ("a.csv", b"title,text", "it is no input that is known"),
        ("a.xml", b"<html>no export</html>", "it is no MediaWiki export"),
    ],
)
def test_broken_inputs(name: str, data: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    done = CliRunner().invoke(cli, ["batch", str(tmp_path / name), "-o", str(tmp_path / "out"), "-j", "1"])
    assert done.exit_code == 2
    assert said in done.output
    assert "Traceback" not in done.output
    if (tmp_path / "out" / "manifest.json").exists():
        assert (tmp_path / "out" / "findings.jsonl").exists()


def test_a_truncated_multistream_dump(tmp_path: Path) -> None:
    given = multistream(tmp_path)
    whole = given.read_bytes()
    given.write_bytes(whole[: len(whole) * 2 // 3])
    done = CliRunner().invoke(cli, ["batch", str(given), "-o", str(tmp_path / "out"), "-j", "1"])
    assert done.exit_code == 2
    assert "the index names streams behind its end; fetch it anew" in done.output
    found = results(tmp_path / "out")
    assert len(found["documents.jsonl"]) in (70, 80), "each stream of ten that is whole"
    [failed] = found["failures.jsonl"]
    assert "cannot be unpacked (cut short)" in str(failed["reason"])


def test_malformed_xml_costs_only_its_page(tmp_path: Path) -> None:
    pages = [xml(title, text) for title, text in list(ARTICLES.items())[:5]]
    pages[2] = pages[2].replace("<revision>", "<revision id=>").replace("Raid 002", "Broken &amp; sad")
    (tmp_path / "dump.xml").write_text(HEAD + "".join(pages) + TAIL, encoding="utf-8")
    done = CliRunner().invoke(cli, ["batch", str(tmp_path / "dump.xml"), "-o", str(tmp_path / "out")])
    assert "in 4 articles, 1 failure:" in done.output
    [failed] = results(tmp_path / "out")["failures.jsonl"]
    assert failed["title"] == "Broken & sad"
    assert "its XML is malformed" in str(failed["reason"])


def test_parquet_holds_the_same(tmp_path: Path) -> None:
    reader = pytest.importorskip("pyarrow.parquet", reason="Parquet needs the extra batch")
    odd = {"Odd": article_with('{"a": "\\ud800"} \U0001f4a5')}
    out = tmp_path / "out"
    (tmp_path / "pages.jsonl").write_text(
        "\n".join(json.dumps({"title": title, "text": text}) for title, text in (ARTICLES | odd).items()),
        encoding="utf-8",
    )
    command = ["batch", str(tmp_path / "pages.jsonl"), "-o", str(out)]
    CliRunner().invoke(cli, [*command, "--parquet"])
    rows = {
        name: [json.loads(line) for line in (out / f"{name}.jsonl").read_bytes().splitlines()]
        for name in ("findings", "documents", "fields", "failures")
    }
    tables = {name: reader.read_table(out / f"{name}.parquet").to_pylist() for name in rows}
    for finding in tables["findings"]:
        for place in (finding["primary"], *finding["related"]):
            assert place.pop("article") is None, "it is in the article itself"
    for name in ("findings", "failures"):
        absent = dict.fromkeys(reader.read_schema(out / f"{name}.parquet").names)
        assert tables[name] == [absent | row for row in rows[name]]
    assert [row | {"value": json.loads(row["value"])} for row in tables["fields"]] == rows["fields"]
    assert [json.loads(row["document"]) for row in tables["documents"]] == rows["documents"]
    assert [row["infoboxes"] for row in tables["documents"]] == [["civilian attack"]] * 121
    before = making.contents(out)
    (out / "fields.parquet").unlink()
    CliRunner().invoke(cli, [*command, "--parquet"])
    assert making.contents(out) == before, "it can be asked for later, and is the same"


def article_with(words: str) -> str:
    return making.article(1).replace("a robbery", f"a robbery ({words})")


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("Hanging", "it took longer than 1 seconds"),
        ("Deadly", "the process that worked on it ended (signal 9)"),
        ("Greedy", "it needs more memory than a page may take"),
    ],
)
def test_a_bad_page_costs_only_itself(
    kind: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(os.path.dirname(__file__))
    strange = import_module("strange")
    pages = [Page(title, "p", text) for title, text in list(ARTICLES.items())[:3]]
    pages.insert(1, Page("Bad", "p", getattr(strange, kind)("x")))
    run(strange.Input(*pages), Job(time_limit=1.0), tmp_path / "out", processes=1)
    found = results(tmp_path / "out")
    assert [row["title"] for row in found["documents.jsonl"]] == ["Raid 000", "Raid 001", "Raid 002"]
    assert found["failures.jsonl"] == [{"title": "Bad", "reason": reason}]
