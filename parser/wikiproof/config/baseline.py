"""Accepted findings: looked at by somebody, kept in a file beside the articles with the reason, and not shown.

An entry names article, rule, field and normalised values, never a line, so that it holds until the fact changes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from wikiproof.config.lines import entries
from wikiproof.config.reading import ConfigError, check, parse, shown, text_of
from wikiproof.edit import Identity, article_name, folded, identity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from wikiproof.article import Article
    from wikiproof.finding import Finding

VERSION = 1
REASONS = ("common knowledge", "sources differ", "other scope", "wrong finding")
_HEAD = f"""\
# Findings that were looked at and are not to be shown. Say why, and add a note if you like:
# reason = "{'", "'.join(REASONS[:-1])}" or "{REASONS[-1]}"
"""


@dataclass(frozen=True, slots=True)
class Accepted:
    """An accepted finding, why, and the line that it stands on in its file (0 where it stands in none)."""

    article: str
    identity: Identity
    reason: str = ""
    note: str = ""
    line: int = 0

    @property
    def key(self) -> tuple[str, Identity]:
        """What it is found by, however the article's name is written."""
        return folded(self.article), self.identity

    def __str__(self) -> str:
        field = f" {self.identity.field}" if self.identity.field else ""
        return f"{self.identity.code}{field} ({' / '.join(self.identity.values)}) of {self.article}"


@dataclass(frozen=True)
class Baseline:
    """All accepted findings of a file; `path` is None where there is none."""

    path: Path | None = None
    accepted: tuple[Accepted, ...] = ()

    def find(self, article: Article, finding: Finding) -> Accepted | None:
        """The entry that accepts a finding."""
        return self._index.get((folded(article_name(article)), identity(finding))) if self.accepted else None

    @cached_property
    def _index(self) -> dict[tuple[str, Identity], Accepted]:
        return {each.key: each for each in self.accepted}

    def unused(
        self, found: Collection[Accepted], articles: Collection[str], codes: Collection[str]
    ) -> tuple[Accepted, ...]:
        """The entries that were not found, of the articles (by their folded names) and rules that were looked at."""
        return tuple(
            each
            for each in self.accepted
            if each.key[0] in articles and each.identity.code in codes and each not in found
        )

    def renewed(
        self, findings: Iterable[tuple[Article, Finding]], unused: Collection[Accepted], reason: str = ""
    ) -> Baseline:
        """The same without what is unused, and with all these findings; reasons that were given are kept."""
        kept = {each.key: each for each in self.accepted if each not in unused}
        for article, finding in findings:
            entry = Accepted(article_name(article), identity(finding), reason)
            kept.setdefault(entry.key, entry)
        return replace(self, accepted=tuple(kept[key] for key in sorted(kept)))

    def dumps(self) -> str:
        """The text of the file."""
        import tomli_w

        document = {"version": VERSION, "accepted": [_table(each) for each in self.accepted]}
        return f"{_HEAD}{tomli_w.dumps(document)}"


def load(path: Path, origin: str = "") -> Baseline:
    """The baseline in a file; `origin` is who named it. Raises ConfigError."""
    if not path.exists():
        remedy = f"`wikiproof lint --write-baseline {shown(path)} PATH…` makes one"
        named = f" ({origin} names it)" if origin else ""
        raise ConfigError(path, None, f"there is no such file of accepted findings{named}; {remedy}")
    text = text_of(path)
    document = parse(path, text)
    version = document.get("version")
    if isinstance(version, int) and version > VERSION:
        message = f"it is of version {version}, this wikiproof reads {VERSION}; install a newer one"
        raise ConfigError(path, None, message)
    lines = entries(text, "accepted")
    check(path, text, document, "baseline")
    listed = document.get("accepted", [])
    if len(lines) != len(listed):  # written as one list: then all stand on no line of their own
        lines = [1] * len(listed)
    return Baseline(path, tuple(_entry(table, line) for table, line in zip(listed, lines, strict=True)))


def _entry(table: dict[str, Any], line: int) -> Accepted:
    key = Identity(table["rule"], table.get("field", ""), tuple(table["values"]))
    return Accepted(table["article"], key, table.get("reason", ""), table.get("note", ""), line)


def _table(entry: Accepted) -> dict[str, Any]:
    key = entry.identity
    field = {"field": key.field} if key.field else {}
    note = {"note": entry.note} if entry.note else {}
    return {
        "article": entry.article,
        "rule": key.code,
        **field,
        "values": list(key.values),
        "reason": entry.reason,
        **note,
    }
