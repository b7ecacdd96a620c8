"""What each gate does: the labelled cases, with all gates and with each of them left open in turn.

    python benchmarks/gates.py [--cases ../shared/bench/dev] [--form plain|wikitext]

For each gate it prints how many more wrong values are found without it, and how many more false alarms (on other
writings of the same fact and on clean articles) are raised. A gate that prints zeros is not needed by these cases.
Reading is done once; only claims and rules are run again.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import wikiproof
from wikiproof.claims import gather
from wikiproof.claims.gates import NAMES
from wikiproof.finding import Severity
from wikiproof.rules import check
from wikiproof.source import Source

if TYPE_CHECKING:
    from wikiproof.article import Article
    from wikiproof.finding import Finding

DEV = Path(__file__).parents[2] / "shared" / "bench" / "dev"


@dataclass(frozen=True, slots=True)
class Score:
    """Wrong values found, false alarms, and the cases in all."""

    found: int
    alarms: int
    wrong: int

    @property
    def recall(self) -> float:
        """The share of wrong values that are found."""
        return self.found / max(self.wrong, 1)

    @property
    def precision(self) -> float:
        """The share of findings that are right."""
        return self.found / max(self.found + self.alarms, 1)


def score(read: list[tuple[Any, Article]], conflicted: set[str], off: frozenset[str]) -> Score:
    """Count as `../shared/bench/score.py` does, at warning."""
    findings: dict[str, list[Finding]] = {}
    for case, article in read:
        found = check(gather(article, off))
        findings[case.name] = [finding for finding in found if finding.severity >= Severity.WARNING]
    hits = alarms = wrong = 0
    for case, _ in read:
        name = case.name.split("--")[0]
        if case.kind == "clean":
            alarms += 0 if name in conflicted else len(findings[case.name])
            continue
        before = {f.code for f in findings[f"{name}--clean"] if _same(f, case.param)}
        new = any(_same(f, case.param) and f.code not in before for f in findings[case.name])
        wrong += case.kind == "wrong"
        hits += new and case.kind == "wrong"
        alarms += new and case.kind == "same"
    return Score(hits, alarms, wrong)


def _same(finding: Finding, parameter: str) -> bool:
    return (finding.field or "").lower().replace("_", " ").strip() == parameter.lower().replace(
        "_", " "
    ).strip()


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--cases", type=Path, default=DEV)
    options.add_argument("--form", choices=["plain", "wikitext"], default="plain")
    chosen = options.parse_args()
    if not (chosen.cases / "gold").is_dir():
        sys.exit(f"{chosen.cases} holds no labelled cases; give their folder with --cases")
    sys.path.insert(0, str(chosen.cases.parent))
    sys.path.insert(0, str(DEV.parent))
    labelled = importlib.import_module("cases")
    conflicted = {
        record["name"] for record, _ in labelled.records(chosen.cases) if record.get("body_conflicts")
    }
    read = [
        (case, wikiproof.read(Source(case.text, case.filename)))
        for case in labelled.cases(chosen.cases, chosen.form)
    ]
    whole = score(read, conflicted, frozenset())
    print(f"{len(read)} articles, {chosen.form}")
    print(_line("all gates", whole))
    for code, name in NAMES.items():
        without = score(read, conflicted, frozenset({code}))
        change = f"{without.found - whole.found:+} found, {without.alarms - whole.alarms:+} alarms"
        print(_line(f"without {code} {name}", without), f"({change})")
    print(_line("without any", score(read, conflicted, frozenset(NAMES))))


def _line(label: str, score: Score) -> str:
    return (
        f"{label:<34} recall {score.recall:6.1%}  precision {score.precision:6.1%}  alarms {score.alarms:4}"
    )


if __name__ == "__main__":
    main()
