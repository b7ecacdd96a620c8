"""The rules for people to read, from what each says of itself: a list, and the page that is `docs/rules.md`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.rules.base import is_on, sections, title
from wikiproof.rules.explanations import EXPLANATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from wikiproof.related import AnyRule
    from wikiproof.rules.base import Described

_OPENING = """\
# Rules

Written by `wikiproof rules --format markdown`, from the text that each rule carries; change it there.
`wikiproof explain CODE` shows one of them.
"""


def listing(rules: Iterable[AnyRule]) -> str:
    """A line for each rule, then one for each explanation."""
    lines = [f"{rule.CODE}  {rule.NAME:<22} {_severity(rule):<8} {title(rule)}\n" for rule in rules]
    notes = [f"{note.CODE}  {note.NAME:<22} note     {title(note)}\n" for note in EXPLANATIONS]
    return "".join(lines + notes)


def handbook(rules: Iterable[AnyRule]) -> str:
    """A page in Markdown: a table of the rules, then a section for each."""
    rules = tuple(rules)
    described: tuple[Described, ...] = (*rules, *EXPLANATIONS)
    lines = (line for each in described for line in _section(each))
    return "\n".join((_OPENING, *table(rules, lambda rule: f"#{rule.CODE.lower()}-{rule.NAME}"), *lines, ""))


def _severity(rule: AnyRule) -> str:
    """The severity, or that the rule is off."""
    return str(rule.SEVERITY) if is_on(rule) else "off"


def table(rules: Iterable[AnyRule], link: Callable[[Described], str]) -> Iterator[str]:
    """A table in Markdown of the rules and the explanations, each with a link to where it is explained."""
    yield "| code | name | severity | confidence | |"
    yield "|---|---|---|---|---|"
    for rule in rules:
        known = f"{_severity(rule)} | {rule.CONFIDENCE}"
        yield f"| [{rule.CODE}]({link(rule)}) | {rule.NAME} | {known} | {title(rule)} |"
    for note in EXPLANATIONS:
        yield f"| [{note.CODE}]({link(note)}) | {note.NAME} | | | {title(note)} |"
    yield "\nThose without a severity are no findings of their own: they are notes on findings of other rules."


def _section(rule: Described) -> Iterator[str]:
    yield f"\n## {rule.CODE} {rule.NAME}\n\n{title(rule)}"
    for heading, text in sections(rule).items():
        yield f"\n### {heading}\n\n{text}"
