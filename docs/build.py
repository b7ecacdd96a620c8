"""Writes the site: the pages of this folder, and those that the program says itself, through zensical.

    python docs/build.py             # writes build/site/html
    python docs/build.py --serve     # shows it on http://localhost:8000

A rule's page is its docstring, with the findings that its example really gives; the pages of values, infobox types,
schemas and commands come from the data that the program runs on. Nothing of them is kept in the repository.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tomllib
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeGuard

import click

import wikiproof
from wikiproof import data, related
from wikiproof.checking import Checked
from wikiproof.cli import cli
from wikiproof.related import ALL_RULES, AnyRule
from wikiproof.report.handbook import table
from wikiproof.report.text import TextReport
from wikiproof.rules import RULES, lint
from wikiproof.rules.base import is_on, sections, title
from wikiproof.rules.explanations import EXPLANATIONS
from wikiproof.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.rules.base import Described

DOCS = Path(__file__).parent
ROOT = DOCS.parent
CASES = ROOT / "tests" / "values" / "cases"
SITE = ROOT / "build" / "site"
_VALUES = """\
# Kinds of values

What a field or a sentence says is read as a value of one of these kinds. A value is a set of possibilities, not a
point: “40+” is 40 or more, “c. 1450” some years around it. What cannot be read is `unread`, with the reason, never a
guess. The writings below are tests: each is read exactly so.
"""
_FROM_WIKITEXT = """
## From wikitext

What stands in the article, what a reader sees of it, and its value in few words, with the links, footnotes, references
and unknown templates that the document has beside it. These are tests too.
"""
_EXAMPLE = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def pages() -> Iterator[tuple[str, str]]:
    """Every page of the site: its path and its Markdown."""
    for file in sorted(DOCS.glob("*.md")):
        if file.name != "rules.md":
            yield file.name, file.read_text(encoding="utf-8").replace("](rules.md)", "](rules/index.md)")
    yield "rules/index.md", _rules()
    for rule in _described():
        yield f"rules/{rule.CODE}.md", _rule(rule)
    yield "values.md", _values()
    yield "infoboxes/index.md", _infoboxes()
    for file_name in data.files("schema", "infobox"):
        yield (
            f"infoboxes/{Path(file_name).stem}.md",
            _infobox(json.loads(data.text("schema", "infobox", file_name))),
        )
    yield "schemas.md", _schemas()
    yield "commands.md", _commands()


def write(site: Path = SITE) -> None:
    """Write the pages and the configuration of the site."""
    shutil.rmtree(site / "pages", ignore_errors=True)
    for path, text in pages():
        file = site / "pages" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    if (DOCS / "pictures").is_dir():
        shutil.copytree(DOCS / "pictures", site / "pages" / "pictures")
    (site / "zensical.toml").write_text(_configuration(), encoding="utf-8")


def _configuration() -> str:
    rules = ", ".join(f'{{ "{rule.CODE} {rule.NAME}" = "rules/{rule.CODE}.md" }}' for rule in _described())
    boxes = ", ".join(f'"infoboxes/{Path(name).stem}.md"' for name in data.files("schema", "infobox"))
    text = (DOCS / "zensical.toml").read_text(encoding="utf-8")
    return text.replace('"RULES"', rules).replace('"INFOBOXES"', boxes)


# Rules


def _described() -> tuple[Described, ...]:
    return (*ALL_RULES, *EXPLANATIONS)


def _rules() -> str:
    return "\n".join(("# Rules\n", *table(ALL_RULES, lambda rule: f"{rule.CODE}.md"), ""))


def _rule(rule: Described) -> str:
    parts = [f"# {rule.CODE} {rule.NAME}\n\n{title(rule)}"]
    if _is_rule(rule):
        off = "" if is_on(rule) else f" It is off unless selected: `wikiproof lint --select {rule.CODE}`."
        parts.append(f"Severity **{rule.SEVERITY}**, confidence **{rule.CONFIDENCE}**.{off}")
    for heading, text in sections(rule).items():
        parts.append(f"## {heading}\n\n{text}")
        if heading == "Example" and (example := _EXAMPLE.search(text)) and _is_rule(rule):
            parts.append(f"wikiproof says of it\n\n```text\n{_said(example[1], rule)}\n```")
    return "\n\n".join(parts) + "\n"


def _is_rule(rule: Described) -> TypeGuard[AnyRule]:
    """Whether it is a rule, not a note on findings."""
    return rule in ALL_RULES


def _said(text: str, rule: AnyRule) -> str:
    """What the text report says of an article, or of several."""
    stream = StringIO()
    if together := [each for each in related.RULES if each is rule]:
        articles = [
            wikiproof.read(Source(each, f"example-{number}.txt"))
            for number, each in enumerate(related.split(text), 1)
        ]
        found = related.lint(articles, together)
        for article in articles:
            own = tuple(each.finding for each in found if each.page.path == article.source.path)
            TextReport(stream).article(Checked(article, own))
    else:
        article = wikiproof.read(Source(text, "example.txt"))
        alone = [each for each in RULES if each is rule]
        TextReport(stream).article(Checked(article, tuple(lint(article, alone))))
    return stream.getvalue().strip()


# Values, infobox types, schemas


def _values() -> str:
    schema = json.loads(data.text("schema", "value.schema.json"))
    lines = [_VALUES]
    for name, kind in schema["$defs"].items():
        if "kind" not in kind.get("properties", {}):
            continue
        lines.append(f"\n## {name}\n\n{kind.get('description', '')}\n")
        lines += _samples(name)
    lines.append(_FROM_WIKITEXT)
    for kind in tomllib.loads((CASES / "kinds.toml").read_text(encoding="utf-8"))["kind"]:
        lines += [f"\n### {kind['name']}\n", "| wikitext | text | value | beside it |", "|---|---|---|---|"]
        for _, raw, text, value, *beside in kind["cases"]:
            cells = (f"`{_cell(raw)}`", _cell(text), f"`{_cell(value)}`", _cell("".join(beside)))
            lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _samples(kind: str) -> Iterator[str]:
    file = CASES / f"{kind}.toml"
    if not file.exists():
        return
    samples = tomllib.loads(file.read_text(encoding="utf-8")).get("reads", [])
    yield "| written | read |"
    yield "|---|---|"
    for written, read in samples[:12]:
        value = read if isinstance(read, str) else json.dumps(read, ensure_ascii=False)
        yield f"| {_cell(written)} | `{_cell(value)}` |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ⏎ ")


def _infoboxes() -> str:
    lines = ["# Infobox types\n", "| type | also written | |", "|---|---|---|"]
    for file_name in data.files("schema", "infobox"):
        box = json.loads(data.text("schema", "infobox", file_name))
        aliases = ", ".join(box.get("aliases", []))
        name = box["title"].removeprefix("Infobox ")
        lines.append(
            f"| [{name}]({Path(file_name).stem}.md) | {_cell(aliases)} | {_cell(box.get('description', ''))} |"
        )
    return "\n".join(lines) + "\n"


def _infobox(box: dict[str, Any]) -> str:
    lines = [f"# {box['title']}\n", f"{box.get('description', '')}\n"]
    lines += ["| parameter | also written | role | read as | |", "|---|---|---|---|---|"]
    for name, field in box["properties"].items():
        aliases = ", ".join(f"`{alias}`" for alias in field.get("aliases", []))
        note = _cell(field.get("description", field.get("title", "")))
        lines.append(
            f"| `{name}` | {_cell(aliases)} | {field.get('role', '')} | {_read_as(field)} | {note} |"
        )
    return "\n".join(lines) + "\n"


def _read_as(field: dict[str, Any]) -> str:
    return " or ".join(
        each["$ref"].partition("#")[2] for each in field.get("anyOf", [field]) if "$ref" in each
    )


def _schemas() -> str:
    lines = [
        "# JSON Schemas\n",
        "JSON Schema 2020-12; `wikiproof schema NAME` prints one, `wikiproof validate` checks against them.\n",
    ]
    for file_name in data.files("schema"):
        text = data.text("schema", file_name)
        schema = json.loads(text)
        lines.append(
            f"## {file_name.removesuffix('.json').removesuffix('.schema')}\n\n{schema.get('title', '')}\n"
        )
        lines.append(f'??? note "The schema"\n\n    ```json\n{_indented(text)}\n    ```\n')
    return "\n".join(lines) + "\n"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.rstrip().split("\n"))


def settings_table() -> Iterator[str]:
    """The settings as the page on them lists them."""
    schema = data.schema("config.schema.json")
    yield "| setting | what it does | example | without it |"
    yield "|---|---|---|---|"
    for name, definition in schema["properties"].items():
        setting = schema["$defs"].get(name, definition)
        words = [f"`{_toml(word)}`" for word in setting.get("enum", ())]
        example = f"{', '.join(words[:-1])} or {words[-1]}" if words else f"`{_toml(setting['examples'][0])}`"
        default = f"`{_toml(setting['default'])}` " if "default" in setting else ""
        yield f"| `{name}` | {setting['description']} | {example} | {default}|"


def _toml(value: Any) -> str:
    """A value on one line, as TOML writes it."""
    if not isinstance(value, dict):
        return json.dumps(value)
    pairs = (
        f"{key if re.fullmatch('[a-zA-Z0-9_-]+', key) else json.dumps(key)} = {_toml(each)}"
        for key, each in value.items()
    )
    return f"{{ {', '.join(pairs)} }}"


# Commands


def _commands() -> str:
    parts = ["# Commands\n\nWhat `wikiproof --help` and the help of each command say."]
    parts += [f"## {' '.join(path)}\n\n```text\n{text}\n```" for path, text in _help(cli, ("wikiproof",))]
    return "\n\n".join(parts) + "\n"


def _help(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    context = click.Context(command, info_name=" ".join(path), max_content_width=100)
    yield path, command.get_help(context)
    if isinstance(command, click.Group):
        for name, each in command.commands.items():
            yield from _help(each, (*path, name))


def main() -> int:
    """Build or show the site."""
    parser = argparse.ArgumentParser(description="Build the site of the documentation.")
    parser.add_argument("--serve", action="store_true", help="show it on http://localhost:8000")
    given = parser.parse_args()
    write()
    zensical = [
        sys.executable,
        "-m",
        "zensical",
        *(("serve",) if given.serve else ("build", "--strict", "--clean")),
    ]
    return subprocess.run(zensical, cwd=SITE, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
