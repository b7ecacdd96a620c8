"""docs/batch.md shows what the commands print, and docs/scale.md what was measured."""

from __future__ import annotations

import json
import re
import runpy
import shutil
from pathlib import Path
from shlex import split

import pytest
from click.testing import CliRunner

from wikiproof.cli import cli
from wikiproof.corpus.rows import Table

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "batch.md").read_text(encoding="utf-8")


def test_shown_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Line by line, but for spaces at its end and what a line "…" leaves out."""
    pytest.importorskip("duckdb", reason="statistics need the extra batch")
    (tmp_path / "articles").mkdir()
    for sample in (*ROOT.glob("samples/*.wiki"), *ROOT.glob("samples/*.txt")):
        shutil.copy(sample, tmp_path / "articles")
    monkeypatch.chdir(tmp_path)
    shown = re.findall(r"^```text\n\$ wikiproof (.*)\n((?:.*\n)*?)```$", PAGE, re.MULTILINE)
    assert shown
    CliRunner().invoke(cli, ["batch", "articles", "-o", "OUT"])
    for command, lines in shown:
        printed = [line.rstrip() for line in CliRunner().invoke(cli, split(command)).stdout.splitlines()]
        for number, line in enumerate(lines.splitlines()):
            if line == "…":
                break
            assert printed[number] == line


def test_tables_are_named() -> None:
    for table in Table:
        assert f"`{table}.jsonl`" in PAGE


def test_what_wikipedia_costs() -> None:
    cost = runpy.run_path(str(ROOT / "benchmarks" / "cost.py"))
    found = json.loads((ROOT / "benchmarks" / "scale.json").read_text(encoding="utf-8"))
    written = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
    assert cost["page"](found) == written, "`python benchmarks/cost.py` writes it anew"


def test_scale_benchmark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It makes a dump, and each of its parts gives a number; nothing here depends on how large."""
    pytest.importorskip("psutil", reason="the benchmark watches memory with psutil")
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    scale = runpy.run_path(str(ROOT / "benchmarks" / "scale.py"))
    dump, pages, size = scale["make"](ROOT / "samples", 0.05, tmp_path)
    given = scale["Multistream"](dump, scale["index_of"](dump))
    wanted = scale["Filter"](frozenset(["earthquake"]))
    some = [page for block in given.blocks(wanted) for page in block.pages(wanted)]
    assert pages >= 100
    assert size >= 50_000
    spent = scale["passes"](given, wanted)
    assert 0 < len(some) == spent["pages"] < pages
    assert spent["unpacking_seconds"] > 0
    assert scale["work"](some[:3], tmp_path / "work")["seconds_a_page"] > 0
    samples = [(0.25 * n, 100.0 + n % 2) for n in range(1, 40)]
    assert set(scale["level"](samples).values()) <= {100.0, 100.5, 101.0}
    assert scale["plot"](samples).startswith("<svg")
