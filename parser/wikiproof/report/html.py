"""The report as a page to read: each article with its infobox beside the text, both places of a finding linked.

One file that asks for nothing else: style and script stand in it, and its policy lets in no others. What they are
made of lies in `page/`.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import wikiproof
from wikiproof.finding import Severity, State
from wikiproof.related import ALL_RULES
from wikiproof.report.counts import STATES, counts, number
from wikiproof.report.markdown import tag
from wikiproof.report.view import article_view
from wikiproof.rules.base import sections, title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from jinja2 import Environment

    from wikiproof.checking import Checked
    from wikiproof.read.files import Unreadable
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
        self._stream.writelines(
            _page(
                self._shown,
                counts=counts(summary),
                clean=self._clean,
                unreadable=summary.unreadable,
            )
        )


def article_page(view: ArticleView, home: str) -> str:
    """The page of one article, with the address of the page that it belongs to."""
    title = "".join(stretch.text for stretch in view.title)
    said = f"{title}: {number(len(view.findings), 'finding')}"
    return "".join(_page([view], counts=said, home=home))


def _page(
    shown: list[ArticleView],
    *,
    counts: str,
    clean: Sequence[tuple[str, str]] = (),
    unreadable: Sequence[Unreadable] = (),
    home: str | None = None,
) -> Iterator[str]:
    style, script = part("page.css"), part("theme.js") + part("page.js")
    findings = [each.finding for view in shown for each in view.findings]
    codes = Counter(finding.code for finding in findings)
    return (
        environment()
        .get_template("page.html.jinja")
        .generate(
            version=wikiproof.__version__,
            style=style,
            script=script,
            policy=policy(style, script),
            home=home,
            counts=counts,
            articles=shown,
            clean=clean,
            unreadable=unreadable,
            severities=_amounts(reversed(Severity), Counter(each.severity for each in findings)),
            states_shown=_amounts(State, Counter(each.state for each in findings if each.state)),
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


@cache
def environment() -> Environment:
    """What the templates of `page/` are filled in by."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(part),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["tag"] = tag
    environment.globals["states"] = STATES
    return environment


@cache
def part(name: str) -> str:
    """A file of `page/`."""
    return resources.files("wikiproof").joinpath("report", "page", name).read_text(encoding="utf-8")


def policy(style: str, script: str) -> str:
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
