"""Infobox fields of the corpus are read as well as `benchmarks/README.md` says."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def benchmark_of_fields(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("fields")


def test_floors(shared: Path, benchmark_of_fields: Any) -> None:
    fields = benchmark_of_fields
    boxes = list(fields.corpus(shared / "corpus" / "articles"))
    kinds = fields.judging.field_kinds(shared / "facts" / "infobox_params.json")
    readings = {"wikiproof": list(map(fields.peers.wikiproof_readings, boxes))}
    score = fields.judge(boxes, kinds, readings)["wikiproof"]
    assert score.fields > 5000
    assert score.carrying > 1700
    assert score.clean / score.fields >= 0.995
    assert score.typed / score.carrying >= 0.98
    assert score.lost_fields == 0
    assert score.lost_items == 0


def test_missing_articles_are_told(tmp_path: Path, benchmark_of_fields: Any) -> None:
    with pytest.raises(SystemExit, match="holds no articles"):
        list(benchmark_of_fields.corpus(tmp_path))


@pytest.mark.parametrize(("benchmark", "reader"), [("templates", "count"), ("sample", "typed_fields")])
def test_other_benchmarks_of_fields_tell_missing_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, benchmark: str, reader: str
) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    read = getattr(importlib.import_module(benchmark), reader)
    with pytest.raises(SystemExit, match="holds no articles"):
        list(read(tmp_path))


def test_sample_draws_typed_fields_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    sample = importlib.import_module("sample")
    page = "{{Infobox mill|name=Old Mill|built=8 May 1890|height=12 m|miller=Ada}}\nIt stood."
    (tmp_path / "Old_Mill.wiki").write_text(page, "utf-8")
    assert [(article, field["name"]) for article, field in sample.typed_fields(tmp_path)] == [
        ("Old_Mill", "built"),
        ("Old_Mill", "height"),
    ]
