"""What is kept of a page: rows of the tables that a run writes, each with the key it is sorted by."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import orjson

import wikiproof
from wikiproof.checking import check_claims
from wikiproof.claims import gather
from wikiproof.corpus.fields import checked_spans, field_rows
from wikiproof.corpus.page import UnreadablePage
from wikiproof.document import dumps, validate
from wikiproof.report.json import finding_data
from wikiproof.source import Source, WikiproofError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.config import Configs, Settings
    from wikiproof.corpus.page import Page


class Table(StrEnum):
    """The tables, by the names of their files."""

    FINDINGS = "findings"
    DOCUMENTS = "documents"
    FIELDS = "fields"
    FAILURES = "failures"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of JSON; rows are sorted by title, path, position and what they hold."""

    table: Table
    title: str
    path: str
    position: int
    line: bytes

    @property
    def key(self) -> tuple[str, str, int, bytes]:
        """What it is sorted by."""
        return (self.title, self.path, self.position, self.line)


def rows(page: Page | UnreadablePage, configs: Configs) -> list[Row]:
    """All rows of a page; a page that cannot be worked on has a failure and nothing else."""
    if isinstance(page, UnreadablePage):
        return [failure(page.title, page.path, page.reason)]
    try:
        return list(_rows(page, configs.settings(page.path)))
    except WikiproofError as error:
        return [failure(page.title, page.path, str(error))]
    except MemoryError:
        return [failure(page.title, page.path, "it needs more memory than a page may take")]
    except Exception as error:  # a fault of ours in one page must not cost the others
        return [failure(page.title, page.path, f"wikiproof failed on it ({type(error).__name__}: {error})")]


def failure(title: str | None, path: str, reason: str) -> Row:
    """The row of a page that could not be worked on."""
    return _row(Table.FAILURES, title, path, 0, {"title": title, "path": path, "reason": reason})


def _rows(page: Page, settings: Settings) -> Iterator[Row]:
    source = Source(page.text, page.path)
    article = wikiproof.read(source, title=page.title, form=None if page.title is None else "wikitext")
    document = wikiproof.convert(article)
    validate(document)
    yield _row(Table.DOCUMENTS, article.title, page.path, 0, document)
    claims = gather(article, aliases=settings.aliases)
    findings = check_claims(claims, settings).findings
    for finding in findings:
        data = {"title": article.title, "path": page.path, **finding_data(finding, source)}
        yield _row(Table.FINDINGS, article.title, page.path, finding.primary.span.start, data)
    for data in field_rows(document, page.path, checked_spans(claims, findings)):
        yield _row(Table.FIELDS, article.title, page.path, data["position"], data)


def loads(line: bytes) -> dict[str, Any]:
    """The data in a line."""
    try:
        data: dict[str, Any] = orjson.loads(line)
    except orjson.JSONDecodeError:  # a lone surrogate, which JSON can say but orjson does not
        data = json.loads(line)
    return data


def _row(table: Table, title: str | None, path: str, position: int, data: dict[str, Any]) -> Row:
    return Row(table, title or "", path, position, dumps(data, indent=False))
