"""Accepted findings: writing the file of them, and telling which are no longer found."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from wikiproof.cli.run import CLEAN, FAILED, each, leave, watched, writing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikiproof.cli.work import Work
    from wikiproof.config import Accepted
    from wikiproof.read.files import Input, Unreadable


def write_baseline(path: str, work: Work, given: Sequence[Input | Unreadable], reason: str) -> NoReturn:
    """Write the file anew with all findings, say what changed, and leave.

    Kept is what stands there already, but for what is no longer found; so are entries of other articles.
    """
    from wikiproof.config import Baseline, load_baseline

    old = load_baseline(Path(path)) if Path(path).exists() else Baseline()
    failures: list[Unreadable] = []
    found = [
        (checked.article, finding)
        for checked in each(watched(given, sys.stderr), work.check, failures)
        for finding in checked.findings
    ]
    unused = [entry for met in work.met.values() for entry in met.unused]
    new = old.renewed(found, unused, reason)
    with writing(path) as stream:
        stream.write(new.dumps())
    added = len(new.accepted) - len(old.accepted) + len(unused)
    unexplained = sum(not entry.reason for entry in new.accepted)
    gone = f", {len(unused)} no longer found" if unused else ""
    click.echo(
        f"{path}: {len(new.accepted)} accepted ({added} new{gone}); {unexplained} without a reason yet",
        err=True,
    )
    leave(FAILED if failures else CLEAN)


def unused_entries(work: Work) -> list[Accepted]:
    """The entries that were not found, each told in a line."""
    from wikiproof.config import shown

    unused = []
    for met in work.met.values():
        path = shown(met.baseline.path or "")
        for entry in met.unused:
            place = f"{path}:{entry.line}"
            click.echo(
                f"{place}: note: no longer found: {entry}; take it out, or run --write-baseline", err=True
            )
            unused.append(entry)
        if unexplained := sum(not entry.reason for entry in met.baseline.accepted):
            click.echo(f"{path}: note: {unexplained} accepted without a reason yet", err=True)
    return unused
