"""A run over many articles: whatever they come in, however it is stopped, the same results."""

from __future__ import annotations

import bz2
import gzip
import json
import os
import signal
import subprocess
import sys
import time
from importlib import import_module
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest
from click.testing import CliRunner

from wikiproof.cli import cli
from wikiproof.corpus.inputs import input_of
from wikiproof.corpus.job import Job
from wikiproof.corpus.page import Page
from wikiproof.corpus.run import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TABLES = ("findings.jsonl", "documents.jsonl", "failures.jsonl")


def article(number: int) -> str:
    toll = 12 if number % 3 else 21
    return (
        f"{{{{Infobox civilian attack\n| title = Raid {number}\n| date = 4 March 1994\n| fatalities = {toll}\n}}}}\n"
        f"The '''raid of place {number}''' was a robbery on 4 March 1994 that killed 21 people & injured <b>30</b>.\n"
    )


ARTICLES = {f"Raid {number:03}": article(number) for number in range(120)}
OTHERS = {"Poem": "A '''poem''' without an infobox.", "Old raid": "#REDIRECT [[Raid 001]]"}


def xml(title: str, text: str) -> str:
    redirect = '<redirect title="Raid 001" />' if text.startswith("#REDIRECT") else ""
    return (
        f"<page><title>{escape(title)}</title><ns>0</ns><id>1</id>{redirect}<revision><id>2</id>"
        f"<model>wikitext</model><text>{escape(text)}</text></revision></page>\n"
    )


HEAD, TAIL = "<mediawiki><siteinfo><sitename>Test</sitename></siteinfo>\n", "</mediawiki>\n"
DUMP = HEAD + "".join(xml(*each) for each in (ARTICLES | OTHERS).items()) + TAIL


def folder(at: Path) -> Path:
    path = at / "articles"
    path.mkdir()
    for title, text in (ARTICLES | OTHERS).items():
        (path / f"{title}.wiki").write_text(text, encoding="utf-8")
    return path


def plain(at: Path) -> Path:
    (at / "dump.xml").write_text(DUMP, encoding="utf-8")
    return at / "dump.xml"


def packed(at: Path) -> Path:
    (at / "dump.xml.bz2").write_bytes(bz2.compress(DUMP.encode()))
    return at / "dump.xml.bz2"


def zipped(at: Path) -> Path:
    (at / "dump.xml.gz").write_bytes(gzip.compress(DUMP.encode()))
    return at / "dump.xml.gz"


def multistream(at: Path) -> Path:
    data, index = bz2.compress(HEAD.encode()), ""
    pages = list((ARTICLES | OTHERS).items())
    for start in range(0, len(pages), 10):
        some = pages[start : start + 10]
        index += "".join(f"{len(data)}:{start}:{title}\n" for title, _ in some)
        data += bz2.compress("".join(xml(*each) for each in some).encode())
    data += bz2.compress(TAIL.encode())
    (at / "w-pages-articles-multistream.xml.bz2").write_bytes(data)
    (at / "w-pages-articles-multistream-index.txt.bz2").write_bytes(bz2.compress(index.encode()))
    return at / "w-pages-articles-multistream.xml.bz2"


def lines(at: Path) -> Path:
    rows = [json.dumps({"title": title, "text": text}) for title, text in (ARTICLES | OTHERS).items()]
    (at / "pages.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return at / "pages.jsonl"


def parquet(at: Path) -> Path:
    pa = pytest.importorskip("pyarrow", reason="Parquet needs the extra batch")
    pq = pytest.importorskip("pyarrow.parquet", reason="Parquet needs the extra batch")
    both = ARTICLES | OTHERS
    pq.write_table(
        pa.table({"title": list(both), "text": list(both.values())}), at / "pages.parquet", row_group_size=25
    )
    return at / "pages.parquet"


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


@pytest.mark.parametrize("make", [folder, plain, packed, zipped, multistream, lines, parquet])
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


def test_goes_on_after_being_killed(tmp_path: Path) -> None:
    given = multistream(tmp_path)
    whole, again = tmp_path / "whole", tmp_path / "again"
    CliRunner().invoke(cli, ["batch", str(given), "-o", str(whole), "--all-pages"])
    command = [
        sys.executable,
        "-m",
        "wikiproof",
        "batch",
        str(given),
        "-o",
        str(again),
        "-j",
        "1",
        "--all-pages",
    ]
    for _ in range(3):
        process = subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while process.poll() is None and not (again / "parts").exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    subprocess.run(command, check=False, capture_output=True)
    for name in TABLES:
        assert (whole / name).read_bytes() == (again / name).read_bytes()


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
