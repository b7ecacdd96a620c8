"""The report as a page to read: each article with its infobox beside the text, both places of a finding linked.

One file that asks for nothing else: style and script stand in it, and its policy lets in no others. What they are
made of lies in `page/`.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from importlib import resources
from typing import TYPE_CHECKING, Any

import wikiproof
from wikiproof.finding import Severity, State
from wikiproof.related import ALL_RULES
from wikiproof.report.counts import STATES, counts
from wikiproof.report.markdown import tag
from wikiproof.report.view import article_view
from wikiproof.rules.base import sections, title

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from jinja2 import Environment

    from wikiproof.checking import Checked
    from wikiproof.report.base import Summary
    from wikiproof.report.view import ArticleView

_FENCE = re.compile(r"^```.*?\n(.*?)\n```$", re.DOTALL | re.MULTILINE)


class HtmlReport:
    """The whole page, written at the end: its head counts what is in it."""

    console = None

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shown: list[ArticleView] = []
        self._clean: list[tuple[str, str]] = []

    def article(self, checked: Checked) -> None:
        """Keep what is to be shown of an article: of one without findings its title."""
        if checked.findings or checked.repaired:
            self._shown.append(article_view(checked, len(self._shown)))
        else:
            self._clean.append((checked.article.title or checked.path, checked.path))

    def finish(self, summary: Summary) -> None:
        """Write the page."""
        style, script = _part("page.css"), _part("page.js")
        shown = [each.finding for view in self._shown for each in view.findings]
        codes = Counter(finding.code for finding in shown)
        page = _environment().get_template("page.html.jinja")
        self._stream.writelines(
            page.generate(
                version=wikiproof.__version__,
                style=style,
                script=script,
                policy=_policy(style, script),
                counts=counts(summary),
                articles=self._shown,
                clean=self._clean,
                unreadable=summary.unreadable,
                severities=_amounts(reversed(Severity), Counter(each.severity for each in shown)),
                states_shown=_amounts(State, Counter(each.state for each in shown if each.state)),
                rules=[
                    {
                        "code": rule.CODE,
                        "name": rule.NAME,
                        "title": title(rule),
                        "amount": codes[rule.CODE],
                        "sections": {head: list(_blocks(text)) for head, text in sections(rule).items()},
                    }
                    for rule in ALL_RULES
                    if codes[rule.CODE]
                ],
            )
        )


def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(_part),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["tag"] = tag
    environment.globals["states"] = STATES
    return environment


def _part(name: str) -> str:
    return resources.files("wikiproof").joinpath("report", "page", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """A content security policy that lets in this style and this script, and nothing from elsewhere."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _amounts(kinds: Any, amounts: Counter[Any]) -> list[tuple[str, int]]:
    return [(str(kind), amounts[kind]) for kind in kinds if amounts[kind]]


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """The paragraphs ("p") and examples ("pre") of a rule's text."""
    for index, part in enumerate(_FENCE.split(text)):
        if index % 2:
            yield "pre", part
        else:
            yield from (("p", paragraph) for paragraph in part.split("\n\n") if paragraph.strip())
