"""What an option or argument may be completed to, where click cannot know it from the type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    import click

    Item = CompletionItem[Any]


def rules(_: click.Context, __: click.Parameter, incomplete: str) -> list[Item]:
    """Rules by code, or by name where a small letter is written; after a comma the next one."""
    from wikiproof.rules import RULES
    from wikiproof.rules.base import title

    before, comma, begun = incomplete.rpartition(",")
    words = [(each.NAME if begun.islower() else each.CODE, each) for each in RULES]
    return [
        CompletionItem(
            f"{before}{comma}{word}", help=f"{rule.NAME if word == rule.CODE else rule.CODE}: {title(rule)}"
        )
        for word, rule in words
        if word.startswith(begun)
    ]


def infobox_types(_: click.Context, __: click.Parameter, incomplete: str) -> list[Item]:
    """Infobox types, with hyphens, for bash would part a name at its spaces."""
    return [CompletionItem(name) for name in _named("infobox") if name.startswith(incomplete.lower())]


def schemas(_: click.Context, __: click.Parameter, incomplete: str) -> list[Item]:
    """All that has a JSON Schema."""
    names = (*_named(), *_named("infobox"))
    return [CompletionItem(name) for name in names if name.startswith(incomplete.lower())]


def _named(*folder: str) -> list[str]:
    from wikiproof import data

    return [name.removesuffix(".json").removesuffix(".schema") for name in data.files("schema", *folder)]
