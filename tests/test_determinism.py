"""The same article gives the same bytes, whatever the order, the process, the hash seed or the form."""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import wikiproof
from wikiproof.source import Source

if TYPE_CHECKING:
    from types import ModuleType

    from wikiproof.finding import Finding

SAMPLES = Path(__file__).parents[1] / "samples"
BROKEN = "- Perpetrators: the Northern Guard, the Southern Guard\n- Fatalites: 12\n- Fatalities: 12\n"


@pytest.fixture(scope="session")
def labelled(shared: Path) -> ModuleType:
    sys.path.insert(0, str(shared / "bench"))
    try:
        return importlib.import_module("cases")
    finally:
        sys.path.pop(0)


def report(paths: list[str], seed: str) -> bytes:
    command = [sys.executable, "-m", "wikiproof", "lint", "--format", "json", *paths]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(command, capture_output=True, env=environment, check=False).stdout


def test_any_seed_and_any_order(tmp_path: Path) -> None:
    paths = [str(path) for path in sorted(SAMPLES.iterdir())]
    for number, path in enumerate(sorted(SAMPLES.glob("*.txt"))):
        broken = tmp_path / f"{number}.txt"
        broken.write_text(
            path.read_text(encoding="utf-8").replace("- Date", f"{BROKEN}- Date", 1), encoding="utf-8"
        )
        paths.append(str(broken))
    first = report(paths, "0")
    assert b'"code"' in first
    assert first == report(paths[::-1], "1") == report(paths[1:] + paths[:1], "4242")


def test_together_or_one_by_one(shared: Path, labelled: ModuleType) -> None:
    """What was read before does not change what is found: no state is kept between articles."""
    cases = list(labelled.cases(shared / "bench" / "dev", "plain"))[::40]
    forward = [findings(case) for case in cases]
    backward = [findings(case) for case in cases[::-1]][::-1]
    assert any(forward)
    assert forward == backward


def test_plain_rendition_and_wikitext_agree(shared: Path, labelled: ModuleType) -> None:
    plain = {case.name: case for case in labelled.cases(shared / "bench" / "dev", "plain")}
    wikitext = {case.name: case for case in labelled.cases(shared / "bench" / "dev", "wikitext")}
    shown = [
        name for name in sorted(plain)[::12] if "{{" not in plain[name].text
    ]  # plain text knows no templates
    assert len(shown) > 100
    found = {name: [essence(f) for f in findings(plain[name])] for name in shown}
    assert any(found.values())
    assert found == {name: [essence(f) for f in findings(wikitext[name])] for name in shown}


def findings(case: object) -> list[Finding]:
    return wikiproof.lint(wikiproof.read(Source(case.text, case.filename)))  # type: ignore[attr-defined]  # a labelled case


def essence(finding: Finding) -> tuple[str, str, str]:
    """A finding without its offsets, and with parameters as either form writes them."""
    return finding.code, finding.severity.name, re.sub(r"[_ ]", " ", finding.message).casefold()
