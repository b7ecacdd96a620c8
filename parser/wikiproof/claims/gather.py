"""All that an article claims."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from wikiproof.claims.anchors import Anchors
from wikiproof.claims.event import Event, event_of
from wikiproof.claims.fields import field_claims
from wikiproof.claims.figures import Figure, figures
from wikiproof.claims.flights import flight_claims
from wikiproof.claims.model import Claim, Scope, Standing
from wikiproof.claims.names import Names
from wikiproof.claims.occasion import Occasion
from wikiproof.claims.reading import (
    Reader,
    ReadSentence,
    Setting,
    checks_itself,
    opening_of,
    settings,
)
from wikiproof.claims.sentences import sentence_claims
from wikiproof.claims.shocks import Shock, shocks
from wikiproof.claims.sides import Sides
from wikiproof.claims.victims import victims
from wikiproof.claims.wanted import Wanted, wanted
from wikiproof.infobox.check import violations
from wikiproof.role import Role
from wikiproof.values import Count, Date, Value
from wikiproof.values.folding import fold_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wikiproof.article import Article, Field, Paragraph, Sentence
    from wikiproof.infobox.check import Violation
    from wikiproof.values.mentions import Mention

V = TypeVar("V", bound=Value)


@dataclass(frozen=True)  # without slots: what not every article needs is made when first asked for, and kept
class Claims:
    """All that an article claims, `body` in the order of the text.

    `occasion` tells when and where the event was; `checkable` are the sentences that can be checked by
    themselves, with what they mention; `off` the gates (G1–G9) that were left open, which the benchmark does
    to measure each; `aliases` are names that mean the same, beside those that the article itself gives.
    """

    article: Article
    event: Event
    infobox: tuple[Claim, ...]
    body: tuple[Claim, ...]
    occasion: Occasion
    checkable: tuple[tuple[Sentence, tuple[Mention, ...]], ...]
    off: frozenset[str] = frozenset()
    aliases: tuple[tuple[str, ...], ...] = ()

    def of_field(self, role: Role) -> Sequence[Claim]:
        """The infobox's claims in a role about the whole event."""
        return self._of_fields.get(role, ())

    def of_text(self, role: Role) -> Sequence[Claim]:
        """The text's claims in a role, also those that may not speak."""
        return self._of_text.get(role, ())

    @cached_property
    def _of_fields(self) -> dict[Role, list[Claim]]:
        return _by_role(claim for claim in self.infobox if claim.scope is Scope.TOTAL)

    @cached_property
    def _of_text(self) -> dict[Role, list[Claim]]:
        return _by_role(self.body)

    @cached_property
    def counted_by_fields(self) -> dict[tuple[Role, Count], list[Field | None]]:
        """The counts of the infoboxes, each with one or two of the fields that give it."""
        counted: dict[tuple[Role, Count], list[Field | None]] = {}
        for claim in self.infobox:
            if isinstance(claim.value, Count):
                fields = counted.setdefault((claim.role, claim.value), [])
                if len(fields) < 2 and not any(field is claim.field for field in fields):
                    fields.append(claim.field)
        return counted

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The fields of all infoboxes, those of embedded ones too."""
        return tuple(field for box in self.article.all_infoboxes() for field in box.fields)

    @cached_property
    def violations(self) -> tuple[Violation, ...]:
        """What the schemas of the infoboxes' types do not allow."""
        return tuple(each for box in self.article.all_infoboxes() for each in violations(box))

    @cached_property
    def event_fields(self) -> tuple[Field, ...]:
        """The fields of infoboxes on an event: their type is known, or they have a date."""
        return tuple(
            field
            for box in self.article.infoboxes
            if box.type is not None or any(each.role is Role.DATE for each in box.fields)
            for field in box.fields
        )

    @property
    def opening(self) -> tuple[ReadSentence, ...]:
        """The lead's first paragraph, read."""
        return self.occasion.opening

    @cached_property
    def names(self) -> Names:
        """Who is who in the article."""
        return Names.of(self.article, self.aliases)

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
    def shocks(self) -> tuple[Shock, ...]:
        """The rows of the text's tables of shocks, for articles on earthquakes."""
        return tuple(shocks(self.article, self.event))

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
        settled = self.occasion.settled
        return _folded(s.paragraph for s in settled if s.standing <= Standing.EVENT_SECTION)

    def mentioned(self, kind: type[V]) -> Iterator[tuple[Sentence, Mention, V]]:
        """Values of one kind in sentences that can be checked by themselves, wherever those stand."""
        for sentence, mentions in self.checkable:
            for mention in mentions:
                if isinstance(mention.value, kind):
                    yield sentence, mention, mention.value


def _by_role(claims: Iterable[Claim]) -> dict[Role, list[Claim]]:
    found: dict[Role, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.role, []).append(claim)
    return found


def gather(
    article: Article, off: frozenset[str] = frozenset(), aliases: tuple[tuple[str, ...], ...] = ()
) -> Claims:
    """The claims of an article whose infoboxes are resolved, judged by all gates but those that are `off`."""
    reader = Reader()
    opening = tuple(map(reader.read, opening_of(article)))
    settled = tuple(settings(article))
    occasion = Occasion(article, settled, opening, reader, off)
    dated = occasion.lead_date
    event = event_of(article, (dated.value,) if dated is not None and isinstance(dated.value, Date) else ())
    body = [
        *occasion.claims(),
        *victims(event.title, opening),
        *_body_claims(settled, event, reader, wanted(article), off),
    ]
    checkable = tuple(
        (sentence, reader.mentions(sentence))
        for paragraph in article.paragraphs()
        for sentence in paragraph.sentences
        if checks_itself(sentence.text.string)
    )
    return Claims(
        article, event, tuple(field_claims(article)), tuple(body), occasion, checkable, off, aliases
    )


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
    return " ".join(fold_text(sentence.text.string) for p in paragraphs for sentence in p.sentences)
