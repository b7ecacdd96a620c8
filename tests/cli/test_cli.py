"""The commands, as they are run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

import wikiproof
from wikiproof.cli import cli
from wikiproof.document import validate
from wikiproof.related import ALL_RULES
from wikiproof.rules.explanations import EXPLANATIONS

if TYPE_CHECKING:
    from wikiproof.rules.base import Described

SAMPLES = Path(__file__).parents[2] / "samples"
BROKEN = str(SAMPLES / "broken_on_purpose.txt")
SOUND = str(SAMPLES / "siege_of_the_mill.txt")


def run(*arguments: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, arguments, input=given)


def run_process(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "wikiproof", *arguments]
    return subprocess.run(command, input=given, capture_output=True, text=True, check=False)


def test_lint_shows_both_places() -> None:
    result = run("lint", BROKEN)
    assert result.exit_code == 1
    assert f"--> {BROKEN}:8:15" in result.stdout
    assert f"::: {BROKEN}:12:" in result.stdout
    assert "wikiproof explain Q01" in result.stdout


def test_only_the_broken_sample_has_findings() -> None:
    articles = json.loads(run("lint", str(SAMPLES), "--format", "json").stdout)["articles"]
    assert len(articles) >= 4
    assert [article["path"] for article in articles if article["findings"]] == [BROKEN]


def test_exit_status_of_the_real_command() -> None:
    assert run_process("lint", SOUND).returncode == 0
    assert run_process("lint", BROKEN).returncode == 1
    assert run_process("lint", "missing.txt", SOUND).returncode == 2
    assert run_process("lint").returncode == 2
    assert run_process("lint", SOUND, "--no-such-option").returncode == 2


def test_report_is_valid_and_the_same_in_any_order() -> None:
    first = run("lint", BROKEN, SOUND, "--format", "json").stdout
    assert first == run("lint", SOUND, BROKEN, "--format", "json").stdout
    validate(json.loads(first))


def test_min_severity_is_the_threshold() -> None:
    assert run("lint", BROKEN, "--min-severity", "error").exit_code == 1
    result = run("lint", BROKEN, "--select", "S04", "--min-severity", "error")
    assert result.exit_code == 0


def test_select_and_ignore() -> None:
    def codes(*options: str) -> set[str]:
        report = json.loads(run("lint", BROKEN, "--format", "json", *options).stdout)
        return {finding["code"] for article in report["articles"] for finding in article["findings"]}

    assert codes("--select", "Q01") == {"Q01"}
    assert codes("--select", "fatalities, d") >= {"Q01", "D01"}
    assert "Q01" not in codes("--ignore", "Q")
    assert codes("--select", "D", "--select", "Q01", "--ignore", "D01") == {"Q01"}


def test_unknown_rule_has_a_suggestion() -> None:
    for arguments in (["lint", SOUND, "--select", "fatalitys"], ["explain", "fatalitys"]):
        result = run(*arguments)
        assert (
            "There is no rule “fatalitys” (did you mean fatalities?); `wikiproof rules` lists them."
            in result.stderr
        )
        assert result.exit_code == 2


def test_convert_prints_valid_documents() -> None:
    document = json.loads(run("convert", SOUND).stdout)
    validate(document)
    assert document["source"]["path"] == SOUND
    assert document["infoboxes"][0]["type"] == "military conflict"
    lines = run("convert", str(SAMPLES), "--format", "jsonl").stdout.splitlines()
    assert len(lines) == len([p for p in SAMPLES.rglob("*") if p.suffix in {".txt", ".wiki"}])
    for line in lines:
        validate(json.loads(line))


def test_convert_title() -> None:
    assert json.loads(run("convert", "-", "--title", "A", given="Text.").stdout)["title"] == "A"
    assert run("convert", SOUND, BROKEN, "--title", "A").exit_code == 2


def test_standard_input_is_like_the_file() -> None:
    text = Path(BROKEN).read_text(encoding="utf-8")
    from_file = run("lint", BROKEN, "--format", "json").stdout
    from_input = run("lint", "-", "--stdin-filename", BROKEN, "--format", "json", given=text).stdout
    assert from_input == from_file
    wikitext = "{{Infobox storm\n| deaths = 4\n}}\n'''A''' was a storm."
    document = json.loads(run("convert", "-", "--stdin-filename", "My_storm.wiki", given=wikitext).stdout)
    assert (document["title"], document["form"]) == ("My storm", "wikitext")


def test_output_replaces_a_file_when_whole(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    assert run("convert", SOUND, "-o", str(target)).stdout == ""
    assert json.loads(target.read_text(encoding="utf-8"))["title"] == "Siege of the Mill"
    assert target.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_output_keeps_the_old_file_when_the_run_is_cut_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("wikiproof.convert", interrupt)
    target = tmp_path / "out.json"
    target.write_text("old", encoding="utf-8")
    run("convert", SOUND, "-o", str(target))
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_output_that_cannot_be_written(tmp_path: Path) -> None:
    result = run("lint", SOUND, "-o", str(tmp_path / "missing" / "out.txt"))
    assert result.exit_code == 2
    assert "Cannot write" in result.stderr
    assert "No such file or directory" in result.stderr


def test_closed_pipe_is_quiet() -> None:
    command = f'"{sys.executable}" -m wikiproof convert "{SAMPLES}" "{SAMPLES}" | head -n 1'
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert result.stdout == "{\n"
    assert result.stderr == ""


def test_validate(tmp_path: Path) -> None:
    good = tmp_path / "good.json"
    run("convert", SOUND, "-o", str(good))
    assert run("validate", str(good)).stdout == f"{good}: valid\n"
    document = json.loads(good.read_text(encoding="utf-8"))
    document["form"] = "markdown"
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps(document), encoding="utf-8")
    result = run("validate", str(good), str(bad))
    assert f"{bad}: $.form must be “plain” or “wikitext”, not “markdown”" in result.stdout
    assert result.exit_code == 1


def test_validate_lines(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    run("convert", str(SAMPLES), "--format", "jsonl", "-o", str(path))
    with path.open("a", encoding="utf-8") as file:
        file.write("{}\n")
    result = run("validate", str(path))
    assert f"{path}:1: valid\n" in result.stdout
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('{"a": }', "it is not JSON"),
        ("", "it is not JSON"),
        ("[" * 100_000, "it is not JSON"),
        (None, "there is no such file"),
    ],
)
def test_validate_what_is_no_document(tmp_path: Path, content: str | None, told: str) -> None:
    path = tmp_path / "x.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    result = run("validate", str(path))
    assert result.exit_code == 2
    assert told in result.stderr


def test_schema() -> None:
    names = run("schema").stdout.split()
    assert {"article", "report", "civilian-attack"} <= set(names)
    for name in names:
        assert "$schema" in json.loads(run("schema", name).stdout)
    assert run("schema", "Infobox civilian attack").stdout == run("schema", "civilian-attack").stdout
    unknown = run("schema", "artcle")
    assert "There is no schema “artcle” (did you mean article?)" in unknown.stderr
    assert unknown.exit_code == 2


def test_rules_and_explain() -> None:
    listed = run("rules").stdout.splitlines()
    described: tuple[Described, ...] = (*ALL_RULES, *EXPLANATIONS)
    assert [line.split()[:2] for line in listed] == [[each.CODE, each.NAME] for each in described]
    for rule in described:
        explained = run("explain", rule.CODE.lower())
        assert explained.exit_code == 0
        assert "When it is wrong" in explained.stdout
        assert explained.stdout == run("explain", rule.NAME).stdout


def test_version() -> None:
    assert run("--version").stdout == f"wikiproof {wikiproof.__version__}\n"


def test_library_gives_what_the_command_gives() -> None:
    article = wikiproof.read(Path(BROKEN))
    report = json.loads(run("lint", BROKEN, "--format", "json").stdout)
    codes = [finding["code"] for finding in report["articles"][0]["findings"]]
    assert [finding.code for finding in wikiproof.lint(article)] == codes
    assert wikiproof.convert(article) == json.loads(run("convert", BROKEN).stdout)


def test_library_takes_text() -> None:
    article = wikiproof.read("{{Infobox storm\n| deaths = 4\n}}\nThe storm killed 4.", title="My storm")
    assert (article.title, article.form) == ("My storm", "wikitext")
    assert wikiproof.read("Text.", form="wikitext").form == "wikitext"
    with pytest.raises(wikiproof.WikiproofError):
        wikiproof.read(Path("missing.wiki"))


def test_import_and_help_load_nothing_heavy() -> None:
    heavy = ["lark", "mwparserfromhell", "jsonschema", "jsonschema_rs", "orjson", "rich", "pycountry"]
    for statement in (
        "import wikiproof",
        "import wikiproof.cli; wikiproof.cli.cli(['--help'], standalone_mode=False)",
    ):
        code = f"{statement}\nimport sys; print([m for m in {heavy} if m in sys.modules], file=sys.stderr)"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stderr.strip() == "[]"


def test_seed(shared: Path) -> None:
    seed = shared / "seed" / "tessit_massacres.txt"
    result = run("lint", str(seed))
    assert result.stdout == "no findings in 1 article\n"
    assert result.exit_code == 0


def test_trace_shows_claims_gates_and_findings() -> None:
    result = run("lint", BROKEN, "--trace")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    at = lines.index("Fatalities: 12 (deaths)")
    assert " ".join(lines[at + 1].split()) == "= lead 12:109 21 · differs"
    assert lines[at + 2].strip() == "The explosion [killed 21 people] and injured more than 30."
    assert lines[at + 3].strip() == "G1–G7 G9 let it pass"
    assert " ".join(lines[at + 4].split()) == "x Aftermath 18:80 9 · differs"
    assert lines[at + 6].strip() == (
        "G1 subject event stops it: it stands in a section that tells of other events"
    )
    assert any(line.startswith("  ! Q01 fatalities: the infobox says “12”") for line in lines[at:])
    assert run("lint", BROKEN, "--trace", "--format", "json").exit_code == 2
