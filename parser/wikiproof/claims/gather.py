"""All that an article claims."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from wikiproof.claims.anchors import Anchors
from wikiproof.claims.dates import lead_date, section_dates, whole_ranges
from wikiproof.claims.endings import endings, may_end
from wikiproof.claims.event import Event, event_of
from wikiproof.claims.fields import field_claims
from wikiproof.claims.figures import Figure, figures
from wikiproof.claims.flights import flight_claims
from wikiproof.claims.locations import lead_places, section_places
from wikiproof.claims.model import Claim, Scope, Standing
from wikiproof.claims.names import Names
from wikiproof.claims.places import own_places, title_names
from wikiproof.claims.reading import (
    Reader,
    ReadSentence,
    Setting,
    checks_itself,
    opening_of,
    settings,
)
from wikiproof.claims.sentences import sentence_claims
from wikiproof.claims.sides import Sides
from wikiproof.claims.victims import victims
from wikiproof.claims.wanted import Wanted, wanted
from wikiproof.role import Role
from wikiproof.values import Date, Value
from wikiproof.values.folding import fold_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wikiproof.article import Article, Paragraph, Sentence
    from wikiproof.values.mentions import Mention

_DIGIT = re.compile(r"\d")
_RANGE = re.compile(r"(?:was|were|lasted|ran|place|held) (?:from|between) [A-Z\d]")

V = TypeVar("V", bound=Value)
_SILENT = 4  # sentences of an account that may date the event where the lead has not


@dataclass(frozen=True)  # without slots: what not every article needs is made when first asked for, and kept
class Claims:
    """All that an article claims, `body` in the order of the text.

    `opening` is the lead's first paragraph, read; `checkable` the sentences that can be checked by
    themselves, with what they mention;
    `off` the gates (G1–G9) that were left open, which the benchmark does to measure each.
    """

    article: Article
    event: Event
    infobox: tuple[Claim, ...]
    body: tuple[Claim, ...]
    opening: tuple[ReadSentence, ...]
    checkable: tuple[tuple[Sentence, tuple[Mention, ...]], ...]
    off: frozenset[str] = frozenset()

    def of_field(self, role: Role) -> Iterator[Claim]:
        """The infobox's claims in a role about the whole event."""
        return (claim for claim in self.infobox if claim.role is role and claim.scope is Scope.TOTAL)

    def of_text(self, role: Role) -> Iterator[Claim]:
        """The text's claims in a role, also those that may not speak."""
        return (claim for claim in self.body if claim.role is role)

    @cached_property
    def names(self) -> Names:
        """Who is who in the article."""
        return Names.of(self.article)

    @cached_property
    def sides(self) -> Sides:
        """The sides of the conflict, by the infobox and by whose army a commander led."""
        told = (
            c
            for c in self.body
            if c.role in (Role.COMMANDER, Role.BELLIGERENT) and c.speaks and c.standing.in_lead
        )
        return Sides.of(self.article, self.names, told)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The numbers of men and things that the text counts, for articles with sides."""
        return tuple(figures(self.article, self.event, self.sides))

    @cached_property
    def flight(self) -> tuple[Claim, ...]:
        """What the text says of the flight, for articles on one."""
        return tuple(flight_claims(self.article))

    @cached_property
    def folded(self) -> str:
        """The text of lead and sections, folded, to ask whether a name occurs at all."""
        return _folded(self.article.paragraphs())

    @cached_property
    def folded_lead(self) -> str:
        """The same of the lead alone."""
        return _folded(self.article.lead)

    @cached_property
    def folded_event(self) -> str:
        """The same of lead and event sections alone."""
        return _folded(s.paragraph for s in settings(self.article) if s.standing <= Standing.EVENT_SECTION)

    def mentioned(self, kind: type[V]) -> Iterator[tuple[Sentence, Mention, V]]:
        """Values of one kind in sentences that can be checked by themselves, wherever those stand."""
        for sentence, mentions in self.checkable:
            for mention in mentions:
                if isinstance(mention.value, kind):
                    yield sentence, mention, mention.value


def gather(article: Article, off: frozenset[str] = frozenset()) -> Claims:
    """The claims of an article whose infoboxes are resolved, judged by all gates but those that are `off`."""
    reader = Reader()
    opening = tuple(map(reader.read, opening_of(article)))
    dated = lead_date(opening)
    lead_dates = (dated.value,) if dated is not None and isinstance(dated.value, Date) else ()
    event = event_of(article, lead_dates)
    settled = tuple(settings(article))
    body = [
        *_dates(settled, dated, reader),
        *_whole_ranges(settled, reader),
        *_places(article, settled, opening, reader),
        *victims(event.title, opening),
        *endings(reader.read(s) for p in article.lead for s in p.sentences if may_end(s.text.string)),
        *_body_claims(settled, event, reader, wanted(article), off),
    ]
    checkable = tuple(
        (sentence, reader.mentions(sentence))
        for paragraph in article.paragraphs()
        for sentence in paragraph.sentences
        if checks_itself(sentence.text.string)
    )
    return Claims(article, event, tuple(field_claims(article)), tuple(body), opening, checkable, off)


def _dates(settled: Iterable[Setting], dated: Claim | None, reader: Reader) -> Iterator[Claim]:
    """The event's date by the lead's first paragraph or, failing that, its rest; and by each event section."""
    lead_is_silent = dated is None or not (isinstance(dated.value, Date) and dated.value.start.day)
    if dated is not None:
        yield dated
    for setting in settled:
        further = setting.standing is Standing.LEAD and lead_is_silent
        if not further and setting.standing is not Standing.EVENT_SECTION:
            continue
        most = _SILENT if lead_is_silent and not further else 2
        sentences = (
            (number, reader.read(sentence))
            for number, sentence in enumerate(setting.paragraph.sentences[:most])
            if _may_name_a_day(sentence)
        )
        claims = list(section_dates(sentences, setting.standing, lead_is_silent=lead_is_silent))
        lead_is_silent = lead_is_silent and not claims
        yield from claims


def _whole_ranges(settled: Iterable[Setting], reader: Reader) -> Iterator[Claim]:
    for setting in settled:
        if setting.standing in (Standing.EVENT_SECTION, Standing.OTHER_SECTION):
            for sentence in setting.paragraph.sentences:
                if _RANGE.search(sentence.text.string):
                    yield from whole_ranges(reader.read(sentence), setting.standing)


def _places(
    article: Article, settled: tuple[Setting, ...], opening: tuple[ReadSentence, ...], reader: Reader
) -> Iterator[Claim]:
    """Where the event was by the lead or, failing that, by the first event section that says so."""
    known = own_places(article)
    found = list(lead_places(opening, known, title_names(article.title or "")))
    for setting in settled:
        if found:
            break
        if setting.standing is Standing.EVENT_SECTION:
            sentences = (reader.read(sentence) for sentence in setting.paragraph.sentences[:2])
            found += section_places(sentences, known, setting.standing)
    yield from found


def _may_name_a_day(sentence: Sentence) -> bool:
    return _DIGIT.search(sentence.text.string, 0, 80) is not None


def _body_claims(
    settled: Iterable[Setting], event: Event, reader: Reader, sought: Wanted, off: frozenset[str]
) -> Iterator[Claim]:
    for setting in settled:
        sentences = setting.paragraph.sentences
        for number, sentence in enumerate(sentences):
            if sought.worth_reading(sentence.text.string, opening=setting.standing is Standing.OPENING):
                anchors = Anchors(sentences[:number], reader)
                yield from sentence_claims(reader.read(sentence), setting, anchors, event, sought.roles, off)


def _folded(paragraphs: Iterable[Paragraph]) -> str:
    return fold_text(" ".join(sentence.text.string for p in paragraphs for sentence in p.sentences))
