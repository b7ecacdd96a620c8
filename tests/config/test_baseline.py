"""Accepted findings: kept with their reasons, hidden and counted, and told when they are no longer found."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from wikiproof import data
from wikiproof.cli.lint import lint as lint_command
from wikiproof.config import REASONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]
    Lint = Callable[..., dict[str, list[str]]]

A = "articles/A.wiki"


def entries(path: str = "accepted.toml") -> list[dict[str, Any]]:
    document = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    listed: list[dict[str, Any]] = document["accepted"]
    return listed


def edit(path: str, old: str, new: str) -> None:
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_accepted_is_hidden_and_counted(run: Run, lint: Lint) -> None:
    result = run("lint", A, "--write-baseline", "accepted.toml", "--reason", "sources differ")
    assert result.exit_code == 0
    assert result.stderr == "accepted.toml: 2 accepted (2 new); 0 without a reason yet\n"
    assert entries() == [
        {
            "article": "A",
            "rule": "E06",
            "field": "perpetrator",
            "values": ["wagner group", "africa corps"],
            "reason": "sources differ",
        },
        {
            "article": "A",
            "rule": "Q01",
            "field": "fatalities",
            "values": ["12", "21"],
            "reason": "sources differ",
        },
    ]
    result = run("lint", A, "--baseline", "accepted.toml")
    assert result.stdout == "no findings in 1 article; not shown: 2 accepted in the baseline\n"
    assert (result.stderr, result.exit_code) == ("", 0)
    Path("wikiproof.toml").write_text('baseline = "accepted.toml"', encoding="utf-8")
    assert lint(A)[A] == []
    sarif = json.loads(run("lint", A, "--format", "sarif").stdout)
    suppressed = [each["suppressions"] for each in sarif["runs"][0]["results"]]
    assert suppressed == [[{"kind": "external", "justification": "sources differ"}]] * 2


def test_it_holds_until_the_fact_changes(run: Run, lint: Lint) -> None:
    run("lint", A, "--write-baseline", "accepted.toml")
    edit(A, "| fatalities = 12\n", "")
    edit(A, "| date", "| Fatalities = 12<!-- moved -->\n| date")
    edit(A, "killed 21 people", "on that day killed 21 villagers")
    assert lint(A, "--baseline", "accepted.toml")[A] == []
    edit(A, "killed 21", "killed 31")
    assert lint(A, "--baseline", "accepted.toml")[A] == ["error Q01"]


def test_unused_entries_are_told_with_their_line(run: Run) -> None:
    run("lint", "articles", "--write-baseline", "accepted.toml", "--reason", "wrong finding")
    edit(A, "fatalities = 12", "fatalities = 21")
    result = run("lint", A, "--baseline", "accepted.toml")
    line = 1 + Path("accepted.toml").read_text(encoding="utf-8").splitlines().index("[[accepted]]") + 10
    assert result.stderr == (
        f"accepted.toml:{line}: note: no longer found: Q01 fatalities (12 / 21) of A;"
        " take it out, or run --write-baseline\n"
    )
    assert result.exit_code == 0
    # What was not looked at may still be there.
    assert run("lint", A, "--baseline", "accepted.toml", "--select", "E").stderr == ""


def test_writing_anew_keeps_reasons_and_other_articles(run: Run) -> None:
    run("lint", "articles", "--write-baseline", "accepted.toml")
    edit("accepted.toml", 'reason = ""', 'reason = "other scope"\nnote = "the second attack counts, too"')
    edit(A, "fatalities = 12", "fatalities = 21")
    edit(A, "14 March 2016 that", "15 March 2016 that")
    result = run("lint", A, "--write-baseline", "accepted.toml")
    assert result.stderr == ("accepted.toml: 4 accepted (1 new, 1 no longer found); 1 without a reason yet\n")
    kept = {(each["article"], each["rule"]): each for each in entries()}
    assert sorted(kept) == [("A", "D01"), ("A", "E06"), ("B", "E06"), ("B", "Q01")]
    assert kept["A", "E06"]["note"] == "the second attack counts, too"
    assert kept["A", "D01"]["reason"] == ""


def test_the_same_findings_write_the_same_bytes(run: Run) -> None:
    run("lint", "articles", "--write-baseline", "one.toml")
    run("lint", "articles/drafts", "--write-baseline", "two.toml")
    run("lint", A, "--write-baseline", "two.toml")
    run("lint", "articles", "--write-baseline", "two.toml")
    assert Path("one.toml").read_bytes() == Path("two.toml").read_bytes()


def test_a_title_is_the_same_however_it_is_written(run: Run, lint: Lint) -> None:
    Path("Orsa_bombing.wiki").write_text(Path(A).read_text(encoding="utf-8"), encoding="utf-8")
    run("lint", "Orsa_bombing.wiki", "--write-baseline", "accepted.toml")
    edit("accepted.toml", '"Orsa bombing"', '"orsa_Bombing"')
    assert lint("Orsa_bombing.wiki", "--baseline", "accepted.toml")["Orsa_bombing.wiki"] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("version = 2", "accepted.toml: it is of version 2, this wikiproof reads 1; install a newer one"),
        ("", "accepted.toml:1: the file lacks “version”"),
        (
            'version = 1\n[[accepted]]\narticle = "A"\nrule = "Q01"\nvalues = ["1"]\nreason = "because"',
            "must be “common knowledge”, “sources differ”, “other scope”, “wrong finding” or “”, not “because”",
        ),
        (
            'version = 1\n[[accepted]]\narticle = "A"\nrule = "Q01"\nvalues = ["1"]\nreson = ""',
            "there is no setting “reson” (did you mean reason?)",
        ),
        ("version = 1\nx = [", "accepted.toml:2: it is not TOML"),
    ],
)
def test_wrong_file(text: str, told: str, run: Run) -> None:
    Path("accepted.toml").write_text(text, encoding="utf-8")
    for option in ("--baseline", "--write-baseline"):
        result = run("lint", A, option, "accepted.toml")
        assert told in result.stderr
        assert result.exit_code == 2
    assert Path("accepted.toml").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "arguments", [["--reason", "wrong finding"], ["--write-baseline", "b.toml", "--format", "json"]]
)
def test_wrong_usage(arguments: list[str], run: Run) -> None:
    assert run("lint", A, *arguments).exit_code == 2


def test_reasons_are_the_same_everywhere() -> None:
    schema = data.schema("baseline.schema.json")["properties"]["accepted"]["items"]
    assert schema["properties"]["reason"]["enum"] == [*REASONS, ""]
    (option,) = (each for each in lint_command.params if each.name == "reason")
    assert tuple(getattr(option.type, "choices", ())) == REASONS
