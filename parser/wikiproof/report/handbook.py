"""The rules for people to read, from what each says of itself: a list, and the page that is `docs/rules.md`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.rules.base import sections, title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wikiproof.rules import Rule

_OPENING = """\
# Rules

Written by `wikiproof rules --format markdown`, from the text that each rule carries; change it there.
`wikiproof explain CODE` shows one of them.
"""


def listing(rules: Iterable[Rule]) -> str:
    """A line for each rule."""
    return "".join(f"{rule.CODE}  {rule.NAME:<22} {rule.SEVERITY!s:<8} {title(rule)}\n" for rule in rules)


def handbook(rules: Iterable[Rule]) -> str:
    """A page in Markdown: a table of the rules, then a section for each."""
    rules = tuple(rules)
    return "\n".join((_OPENING, *_table(rules), *(line for rule in rules for line in _section(rule)), ""))


def _table(rules: Iterable[Rule]) -> Iterator[str]:
    yield "| code | name | severity | confidence | |"
    yield "|---|---|---|---|---|"
    for rule in rules:
        link = f"[{rule.CODE}](#{rule.CODE.lower()}-{rule.NAME})"
        yield f"| {link} | {rule.NAME} | {rule.SEVERITY} | {rule.CONFIDENCE} | {title(rule)} |"


def _section(rule: Rule) -> Iterator[str]:
    yield f"\n## {rule.CODE} {rule.NAME}\n\n{title(rule)}"
    for heading, text in sections(rule).items():
        yield f"\n### {heading}\n\n{text}"
