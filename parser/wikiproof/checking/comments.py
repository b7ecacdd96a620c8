"""Comments in an article that hide findings: `<!-- wikiproof: ignore Q01, D: the sources differ -->`.

One counts for the line it stands on, or alone on a line for the next: a finding with a place there is hidden.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wikiproof.checking.checked import Remark
from wikiproof.config import UnknownRule, rules_named
from wikiproof.read.comments import comments
from wikiproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from wikiproof.article import Article
    from wikiproof.finding import Finding

_OURS = re.compile(r"<!--\s*(?i:wikiproof)\s*:\s*")
_SAID = re.compile(r"(?P<verb>[\w-]*)(?P<words>[^:]*)(?::(?P<reason>.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: the stretch it counts for, the codes of the rules it names by each word, the reason it gives."""

    span: Span
    scope: Span
    words: tuple[tuple[str, frozenset[str]], ...]
    reason: str

    def hides(self, finding: Finding) -> bool:
        """Whether it names the finding's rule and stands where one of its places is."""
        named = any(finding.code in codes for _, codes in self.words)
        return named and any(_meet(self.scope, place.span) for place in finding.places if not place.elsewhere)


class Comments:
    """The comments of an article, and what is wrong with them."""

    def __init__(self, article: Article) -> None:
        self.remarks: list[Remark] = []
        ours = article.form == "wikitext" and _OURS.search(article.source.text)
        self._comments = list(self._read(article.source.text)) if ours else []
        self._used: set[tuple[Span, str]] = set()

    def hiding(self, finding: Finding) -> Comment | None:
        """The comment that hides a finding."""
        found = None
        for comment in self._comments:
            if comment.hides(finding):
                found = found or comment
                self._used |= {(comment.span, w) for w, codes in comment.words if finding.code in codes}
        return found

    def unused(self, codes: Collection[str]) -> Iterator[Remark]:
        """What hides nothing, of the rules that ran; to be asked when all findings are known."""
        for comment in self._comments:
            for word, named in comment.words:
                if (comment.span, word) not in self._used and named.intersection(codes):
                    yield Remark(f"nothing is left to ignore here for {word}; take it out", comment.span)

    def _read(self, text: str) -> Iterator[Comment]:
        for span in comments(text):
            ours = _OURS.match(text, span.start)
            said = ours and _SAID.fullmatch(text[ours.end() : span.end].removesuffix("-->"))
            if not said:
                continue
            words = []
            for word in said["words"].replace(",", " ").split():
                try:
                    words.append((word, frozenset(rule.CODE for rule in rules_named(word))))
                except UnknownRule as error:
                    self.remarks.append(Remark(str(error), span))
            if said["verb"].lower() != "ignore" or not said["words"].strip():
                self.remarks.append(Remark("it is written <!-- wikiproof: ignore Q01: the reason -->", span))
            elif words:
                reason = " ".join((said["reason"] or "").split())
                yield Comment(span, _scope(text, span), tuple(words), reason)


def _scope(text: str, span: Span) -> Span:
    """The line that a comment stands on; where it stands there alone, the next."""
    start = text.rfind("\n", 0, span.start) + 1
    end = _line_end(text, span.end)
    if not (text[start : span.start] + text[span.end : end]).strip():
        start, end = end + 1, _line_end(text, end + 1)
    return Span(start, end)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _meet(a: Span, b: Span) -> bool:
    return a.start <= b.end and b.start <= a.end
