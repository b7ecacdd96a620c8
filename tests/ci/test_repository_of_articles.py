"""What gates a repository of articles: the hook of pre-commit and the GitHub Action, installed and run as they are."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
NAME = "Orsa_market_bombing.wiki"
_ARTICLE = """\
{{{{Infobox civilian attack
| title = Orsa market bombing
| date = 4 March 2016
| fatalities = {deaths}
}}}}
The '''Orsa market bombing''' took place on 4 March 2016. It killed 21 people.
"""
_CONFIG = """\
repos:
- repo: {url}
  rev: {commit}
  hooks:
  - id: wikiproof
    args: {args}
"""


def run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command and what it says, all on one output; nobody's settings of git count."""
    own = {
        "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@example.org",
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        command,
        cwd=folder,
        env={**inherited, **own, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def git(folder: Path, *arguments: str) -> str:
    """What git says."""
    ran = run(folder, "git", *arguments)
    assert ran.returncode == 0, ran.stdout
    return ran.stdout.strip()


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of one commit with all that git would take of this checkout, changes included."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("needs git, and a checkout made by it")
    copy = tmp_path_factory.mktemp("wikiproof")
    for name in git(ROOT, "ls-files", "--cached", "--others", "--exclude-standard").splitlines():
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    git(copy, "init", "--quiet")
    git(copy, "add", "--all")
    git(copy, "commit", "--quiet", "--message", "All")
    return copy


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A repository of one article, in which nothing is wrong."""
    git(tmp_path, "init", "--quiet")
    change(tmp_path, deaths=21)
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "An article")
    return tmp_path


def change(folder: Path, deaths: int) -> None:
    """Write the article, with a toll in its infobox."""
    (folder / NAME).write_text(_ARTICLE.format(deaths=deaths), encoding="utf-8")


def test_pre_commit(checkout: Path, articles: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """It stops a commit of what contradicts itself; against HEAD, only one that brings it in."""
    pytest.importorskip("pre_commit", reason="needs pre-commit, which is in the extra test")
    home = str(tmp_path_factory.mktemp("pre-commit"))

    def configure(*options: str) -> None:
        text = _CONFIG.format(url=checkout, commit=git(checkout, "rev-parse", "HEAD"), args=list(options))
        (articles / ".pre-commit-config.yaml").write_text(text, encoding="utf-8")

    def commit(*options: str) -> subprocess.CompletedProcess[str]:
        git(articles, "add", "--all")
        return run(articles, "git", "commit", "--message", "An edit", *options, PRE_COMMIT_HOME=home)

    configure()
    installed = run(articles, sys.executable, "-m", "pre_commit", "install", PRE_COMMIT_HOME=home)
    assert installed.returncode == 0, installed.stdout

    change(articles, deaths=12)
    stopped = commit()
    assert stopped.returncode == 1
    assert f"--> {NAME}:4:16" in stopped.stdout
    assert "error[Q01 fatalities]" in stopped.stdout

    commit("--no-verify")
    configure("--against", "HEAD", "--only-new")
    change(articles, deaths=13)
    assert "error[Q01 fatalities]" in commit().stdout
    change(articles, deaths=12)
    with (articles / NAME).open("a", encoding="utf-8") as file:
        file.write("It was a Friday.\n")
    passed = commit()
    assert passed.returncode == 0, passed.stdout
    assert "Passed" in passed.stdout


def test_action(checkout: Path, articles: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Its steps, by the shell and with the variables that GitHub's runner gives them."""
    action = yaml.safe_load((checkout / "action.yml").read_text(encoding="utf-8"))
    install, lint = action["runs"]["steps"]
    temporary = tmp_path_factory.mktemp("temp")

    def step(it: dict[str, Any], **inputs: str) -> subprocess.CompletedProcess[str]:
        given = {name: entry["default"] for name, entry in action["inputs"].items()} | inputs
        own = {name: expanded(value, given) for name, value in it.get("env", {}).items()}
        script = temporary / "script.sh"
        script.write_text(it["run"], encoding="utf-8")
        assert it["shell"] == "bash"
        bash = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail")
        runner = {
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(checkout),
            "RUNNER_TEMP": str(temporary),
        }
        return run(articles, *bash, str(script), **runner, **own)

    def expanded(value: str, inputs: dict[str, str]) -> str:
        for name, each in inputs.items():
            value = value.replace(f"${{{{ inputs.{name} }}}}", each)
        assert "${{" not in value
        return value

    installed = step(install)
    assert installed.returncode == 0, installed.stdout
    assert step(lint).returncode == 0
    change(articles, deaths=12)
    found = step(lint)
    assert found.returncode == 1
    assert found.stdout.startswith("::error file=Orsa_market_bombing.wiki,line=4,"), found.stdout
    assert step(lint, options="--select\nD").returncode == 0
    assert step(lint, options="--against\nHEAD\n--only-new", paths=NAME).returncode == 1
    missing = step(lint, paths="missing one.wiki")
    assert missing.returncode == 2
    assert "missing one.wiki" in missing.stdout


def valid(kind: str, file: Path) -> None:
    """It is what GitHub or GitLab take, by the schema that check-jsonschema carries."""
    pytest.importorskip("check_jsonschema", reason="needs check-jsonschema, which is in the extra test")
    checked = run(
        ROOT, sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{kind}", str(file)
    )
    assert checked.returncode == 0, checked.stdout


def test_action_is_as_github_wants_it() -> None:
    valid("github-actions", ROOT / "action.yml")


def test_documentation(tmp_path: Path) -> None:
    """What it shows is valid, and names hooks and inputs that there are."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    shown = re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert len(shown) == 5
    kinds = []
    for text in shown:
        file = tmp_path / "shown.yml"
        file.write_text(text, encoding="utf-8")
        kind = "github-workflows" if "jobs:" in text else "gitlab-ci" if "script:" in text else ""
        if kind:
            kinds.append(kind)
            valid(kind, file)
        for table in tables(yaml.safe_load(text)):
            if "id" in table:
                assert table["id"] in {hook["id"] for hook in hooks}
            if table.get("uses", "").startswith("OWNER/wikiproof"):
                assert set(table["with"]) <= set(inputs)
    assert kinds == ["github-workflows", "gitlab-ci"]


def tables(document: Any) -> Iterator[dict[str, Any]]:
    """All mappings in a document."""
    if isinstance(document, dict):
        yield document
    for each in (
        document.values() if isinstance(document, dict) else document if isinstance(document, list) else ()
    ):
        yield from tables(each)
