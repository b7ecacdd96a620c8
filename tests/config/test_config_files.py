"""Which settings count for an article, and what is wrong with those that do not."""

from __future__ import annotations

import pickle
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from wikiproof import data
from wikiproof.config import Configs, Settings
from wikiproof.config.choices import DEFAULTS
from wikiproof.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]
    Lint = Callable[..., dict[str, list[str]]]

WRONG = tomllib.loads((Path(__file__).parent / "wrong_files.toml").read_text(encoding="utf-8"))["case"]
BOTH = ["warning E06", "error Q01"]


def write(path: str, text: str) -> None:
    Path(path).write_text(text, encoding="utf-8")


def test_nothing_is_chosen(lint: Lint) -> None:
    assert lint("articles/A.wiki")["articles/A.wiki"] == BOTH


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ('select = ["Q"]', ["error Q01"]),
        ('select = ["perpetrator"]', ["warning E06"]),
        ('ignore = ["Q01"]', ["warning E06"]),
        ('select = ["Q01", "E"]\nignore = ["Q"]', ["warning E06"]),
        ('min-severity = "error"', ["error Q01"]),
        ('min-confidence = "high"', ["error Q01"]),
        ('[severity]\nQ01 = "info"\nE = "error"', ["error E06", "info Q01"]),
        ('min-severity = "error"\n[severity]\nQ01 = "info"', []),
        ('aliases = [["Wagner Group", "Africa Corps"]]', ["error Q01"]),
    ],
)
def test_each_setting(settings: str, found: list[str], lint: Lint) -> None:
    write("wikiproof.toml", settings)
    assert lint("articles/A.wiki")["articles/A.wiki"] == found
    Path("wikiproof.toml").unlink()
    head, _, rest = settings.partition("[severity]")
    table = f"[tool.wikiproof.severity]{rest}" if rest else ""
    write("pyproject.toml", f"[project]\nname = 'x'\n\n[tool.wikiproof]\n{head}\n{table}")
    assert lint("articles/A.wiki")["articles/A.wiki"] == found


def test_the_nearest_file_counts_alone(lint: Lint) -> None:
    write("wikiproof.toml", 'select = ["Q"]')
    write("articles/drafts/wikiproof.toml", 'min-severity = "info"')
    write("articles/pyproject.toml", "[tool.other]\nx = 1")
    assert lint("articles", "elsewhere") == {
        "articles/A.wiki": ["error Q01"],
        "articles/drafts/B.wiki": BOTH,
        "elsewhere/C.wiki": ["error Q01"],
    }


def test_our_own_file_goes_before_the_shared_one(lint: Lint) -> None:
    write("pyproject.toml", '[tool.wikiproof]\nselect = ["Q"]')
    write("wikiproof.toml", 'select = ["E"]')
    assert lint("elsewhere/C.wiki")["elsewhere/C.wiki"] == ["warning E06"]


def test_a_shared_file_that_says_nothing_of_us_may_be_as_it_is(lint: Lint) -> None:
    write("wikiproof.toml", 'select = ["Q"]')
    for content in (b"[project\n", b"# caf\xe9\n", b"[tool.other]\n"):
        Path("elsewhere/pyproject.toml").write_bytes(content)
        assert lint("elsewhere")["elsewhere/C.wiki"] == ["error Q01"]


def test_some_paths(lint: Lint) -> None:
    write(
        "wikiproof.toml",
        'select = ["Q"]\n[per-path."articles/"]\nselect = ["E"]\n[per-path."drafts/"]\nselect = []',
    )
    assert lint("articles", "elsewhere") == {
        "articles/A.wiki": ["warning E06"],
        "articles/drafts/B.wiki": [],
        "elsewhere/C.wiki": ["error Q01"],
    }


def test_paths_are_seen_from_the_file_wherever_the_command_is_run(
    lint: Lint, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("wikiproof.toml", '[per-path."articles/*.wiki"]\nselect = ["Q"]')
    monkeypatch.chdir("articles/drafts")
    assert lint("../A.wiki", "B.wiki") == {"../A.wiki": ["error Q01"], "B.wiki": BOTH}


def test_the_command_line_goes_before_files(lint: Lint) -> None:
    write("wikiproof.toml", 'ignore = ["Q"]\n[per-path."articles/"]\nmin-severity = "error"')
    assert lint("articles/A.wiki", "--min-severity", "info")["articles/A.wiki"] == ["warning E06"]
    assert lint("articles/A.wiki", "--select", "Q01")["articles/A.wiki"] == ["error Q01"]
    assert lint("articles/A.wiki", "--isolated")["articles/A.wiki"] == BOTH
    write("other.toml", 'select = ["E"]')
    assert lint("articles", "--config", "other.toml") == {
        "articles/A.wiki": ["warning E06"],
        "articles/drafts/B.wiki": ["warning E06"],
    }


def test_standard_input_has_the_settings_of_the_file_it_names(lint: Lint) -> None:
    write("articles/wikiproof.toml", 'select = ["Q"]')
    given = Path("articles/A.wiki").read_text(encoding="utf-8")
    assert lint("-", "--stdin-filename", "articles/A.wiki", given=given) == lint("articles/A.wiki")
    assert lint("-", given=given) == {"-": BOTH}


@pytest.mark.parametrize("case", WRONG, ids=[case["name"] for case in WRONG])
def test_wrong_file(case: dict[str, Any], run: Run) -> None:
    content = bytes.fromhex(case["hex"]) if "hex" in case else case["text"].encode()
    Path("wikiproof.toml").write_bytes(content)
    place = f"wikiproof.toml:{case['line']}: " if "line" in case else ""
    for command in ("lint", "config"):
        result = run(command, "articles/A.wiki")
        assert f"Error: {place}{case['told']}" in result.stderr
        assert result.exit_code == 2
        assert result.stdout == ""
    if "text" in case and "own" not in case:
        document = case["text"]
        shared = "[tool.wikiproof]\n" + document.replace("[per-path", "[tool.wikiproof.per-path").replace(
            "[severity]", "[tool.wikiproof.severity]"
        )
        Path("wikiproof.toml").unlink()
        Path("pyproject.toml").write_text(shared, encoding="utf-8")
        assert case["told"].split(" (wikiproof.toml")[0] in run("lint", "articles/A.wiki").stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--config", "none.toml"], "none.toml: it cannot be read: no such file or directory"),
        (["--config", "pyproject.toml"], "pyproject.toml: it has no table [tool.wikiproof]; add one"),
        (["--config", "pyproject.toml", "--isolated"], "--isolated wants none"),
        (["--baseline", "none.toml"], "none.toml: there is no such file of accepted findings (command line"),
        (["--select", "Q77"], "There is no rule “Q77” (did you mean Q07?)"),
    ],
)
def test_wrong_usage(arguments: list[str], told: str, run: Run) -> None:
    write("pyproject.toml", "[project]\nname = 'x'")
    result = run("lint", "articles/A.wiki", *arguments)
    assert told in result.stderr
    assert result.exit_code == 2


def test_config_shows_what_is_in_force_and_whence(run: Run) -> None:
    write(
        "wikiproof.toml",
        'ignore = ["S"]\nbaseline = "accepted.toml"\n\n[severity]\nfatalities = "info"\n'
        '\n[per-path."drafts/"]\nselect = ["Q", "S"]\n',
    )
    write("accepted.toml", "version = 1")
    shown = run("config", "articles/drafts/B.wiki", "--min-confidence", "high").stdout.splitlines()
    assert shown[0] == "# for articles/drafts/B.wiki: wikiproof.toml"
    pairs = [tuple(part.strip() for part in line.rsplit("# ", 1)) for line in shown[1:-1]]
    assert pairs == [
        ('select = ["Q", "S"]', "wikiproof.toml:8 (per-path “drafts/”)"),
        ('ignore = ["S"]', "wikiproof.toml:1"),
        ('min-severity = "info"', "default"),
        ('min-confidence = "high"', "command line"),
        ("aliases = []", "default"),
        ('baseline = "accepted.toml"', "wikiproof.toml:2"),
        ('severity.Q01 = "info"', "wikiproof.toml:5"),
    ]
    assert shown[-1].startswith("# rules that run: ")
    assert " S" not in shown[-1]
    tomllib.loads("\n".join(shown))


def test_every_setting_is_in_the_schema() -> None:
    schema = data.schema("config.schema.json")
    assert set(schema["properties"]) == {*DEFAULTS, "severity", "per-path"}
    inner = schema["properties"]["per-path"]["additionalProperties"]["properties"]
    assert set(inner) == set(schema["properties"]) - {"per-path"}
    for name, each in schema["$defs"].items():
        if name in DEFAULTS and "default" in each:
            assert DEFAULTS[name].value == each["default"]


def test_a_finding_that_weighs_less_than_others_of_its_rule_is_not_raised(lint: Lint) -> None:
    known = Path("articles/A.wiki").read_text(encoding="utf-8") + "\n{{Contradictory|date=May 2020}}\n"
    write("articles/A.wiki", known)
    assert lint("articles/A.wiki")["articles/A.wiki"] == ["info E06", "info Q01"]
    write("wikiproof.toml", '[severity]\nQ01 = "warning"\nE06 = "error"')
    assert lint("articles/A.wiki")["articles/A.wiki"] == ["info E06", "info Q01"]


def test_pinned_settings_can_be_sent_and_tell_one_run_from_another() -> None:
    write(
        "wikiproof.toml",
        'min-severity = "error"\nbaseline = "accepted.toml"\n[per-path."drafts/"]\nselect = ["Q"]',
    )
    write("accepted.toml", "version = 1")
    pinned = Configs().pinned("articles")
    pinned.settings("articles/A.wiki")
    sent: Configs = pickle.loads(pickle.dumps(pinned))
    assert sent.settings("articles/A.wiki").min_severity is Severity.ERROR
    assert {rule.CODE[0] for rule in sent.settings("articles/drafts/B.wiki").rules} == {"Q"}
    before = pinned.identity()
    assert before == Configs().pinned("articles").identity()
    entry = '[[accepted]]\narticle = "A"\nrule = "Q01"\nvalues = ["12", "21"]\n'
    write("accepted.toml", f"version = 1\n{entry}")
    assert before != Configs().pinned("articles").identity()
    Path("wikiproof.toml").unlink()
    assert Configs().pinned("articles").settings("articles/A.wiki") == Settings()


def test_batch_takes_the_file_nearest_to_its_input(run: Run) -> None:
    write("articles/wikiproof.toml", 'select = ["Q"]\n[per-path."drafts/"]\nselect = ["E"]')
    result = run("batch", "articles", "-o", "out", "-j", "1", "--ignore", "S")
    assert "2 findings (1 error, 1 warning) in 2 articles" in result.output
    assert "settings" in Path("out/manifest.json").read_text(encoding="utf-8")
    again = run("batch", "articles", "-o", "out", "-j", "1")
    assert again.exit_code == 2
    assert "out holds a run with another job" in again.output
    write("articles/wikiproof.toml", 'baseline = "none.toml"')
    result = run("batch", "articles", "-o", "other", "-j", "1")
    assert "articles/none.toml: there is no such file of accepted findings" in result.output
    assert result.exit_code == 2
