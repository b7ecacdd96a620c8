"""An open article as it was last checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import wikiproof
from wikiproof.checking import check_claims
from wikiproof.claims import gather
from wikiproof.config import ConfigError, Configs, Settings, load_baseline
from wikiproof.report.output import writing
from wikiproof.serve.language.positions import Positions
from wikiproof.source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article, Field
    from wikiproof.checking import Remark
    from wikiproof.claims import Claim, Claims
    from wikiproof.config import Baseline, Choices
    from wikiproof.finding import Finding, Location

# The languages that editors' extensions for MediaWiki register.
_WIKITEXT = frozenset({"mediawiki", "wikitext", "wiki"})


@dataclass(frozen=True, slots=True)
class Page:
    """An article, its claims and findings, and the version of the document that they were read from.

    `baseline` is what it was held against; `trouble` is what is wrong with the settings for it, which then are
    the standard ones.
    """

    uri: str
    version: int | None
    article: Article
    claims: Claims
    findings: tuple[Finding, ...]
    remarks: tuple[Remark, ...]
    positions: Positions
    baseline: Baseline
    trouble: str | None = None

    def field_at(self, offset: int) -> Field | None:
        """The infobox field whose name or value stands at an offset, the innermost of embedded ones."""
        fields = (field for box in self.article.all_infoboxes() for field in box.fields)
        return next(
            (f for f in reversed(list(fields)) if f.name_span.start <= offset <= f.span.end),
            None,
        )

    def claims_at(self, offset: int) -> Iterator[Claim]:
        """What the words at an offset claim."""
        return (claim for claim in self.claims.body if claim.span.start <= offset <= claim.span.end)

    def findings_in(self, span: Span) -> Iterator[tuple[int, Finding]]:
        """The findings that have a place in a span, each with its number."""
        for number, finding in enumerate(self.findings):
            if any(place.span.start <= span.end and span.start <= place.span.end for place in finding.places):
                yield number, finding

    def places_from(self, offset: int) -> Iterator[Location]:
        """The other places of the findings that have one of theirs at an offset."""
        for finding in self.findings:
            here = [place for place in finding.places if place.span.start <= offset <= place.span.end]
            if here:
                yield from (place for place in finding.places if place not in here)

    def accept(self, number: int, reason: str) -> None:
        """Write a finding into the baseline, as that is now. Raises ConfigError, OSError."""
        assert self.baseline.path is not None
        now = load_baseline(self.baseline.path)
        renewed = now.renewed([(self.article, self.findings[number])], (), reason)
        with writing(str(self.baseline.path)) as stream:
            stream.write(renewed.dumps())


def check_page(
    uri: str,
    path: str | None,
    language: str,
    text: str,
    version: int | None,
    encoding: str,
    wishes: Choices,
) -> Page:
    """Read and check the text of a document; `path` is its file, None where it has none yet.

    The settings are read each time, so that a change of them counts at once; `wishes` go before them.
    """
    settings, trouble = _settings(path, wishes)
    article = wikiproof.read(Source(text, path), form="wikitext" if language in _WIKITEXT else None)
    claims = gather(article, aliases=settings.aliases)
    checked = check_claims(claims, settings)
    positions = Positions.of(text, encoding)
    return Page(
        uri,
        version,
        article,
        claims,
        checked.findings,
        checked.remarks,
        positions,
        settings.baseline,
        trouble,
    )


def _settings(path: str | None, wishes: Choices) -> tuple[Settings, str | None]:
    """The settings for a file, and what is wrong with them: then they are the standard ones."""
    try:
        return Configs(wishes).settings(path), None
    except ConfigError as error:
        return Settings(), str(error)
