"""From an article to what it claims: fields and sentences as claims of one type, judged by the gates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from wikiproof.claims.candidate import Candidate
from wikiproof.claims.counts import add
from wikiproof.claims.dates import lead_date, section_dates
from wikiproof.claims.event import Event, event_of
from wikiproof.claims.fields import field_claims
from wikiproof.claims.gates import judge
from wikiproof.claims.locations import lead_places
from wikiproof.claims.model import Claim, Scope, Standing, Stop
from wikiproof.claims.parts import parts_of
from wikiproof.claims.patterns import Match, find
from wikiproof.claims.places import own_places
from wikiproof.claims.reading import (
    Place,
    ReadSentence,
    checks_itself,
    opening_of,
    read_sentence,
    standings,
    worth_reading,
)
from wikiproof.claims.victims import victims
from wikiproof.role import Role
from wikiproof.values import Count, Date, Name, Value
from wikiproof.values.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article, Sentence
    from wikiproof.claims.tokens import Tokens
    from wikiproof.values.mentions import Mention

V = TypeVar("V", bound=Value)

__all__ = ["Claim", "Claims", "Event", "Scope", "Standing", "Stop", "gather"]


@dataclass(frozen=True, slots=True)
class Claims:
    """All that an article claims. `body` is in the order of the text."""

    article: Article
    event: Event
    infobox: tuple[Claim, ...]
    body: tuple[Claim, ...]
    opening: tuple[ReadSentence, ...]
    checkable: tuple[ReadSentence, ...]

    def of_field(self, role: Role) -> Iterator[Claim]:
        """The infobox's claims in a role about the whole event."""
        return (claim for claim in self.infobox if claim.role is role and claim.scope is Scope.TOTAL)

    def of_text(self, role: Role) -> Iterator[Claim]:
        """The text's claims in a role, also those that may not speak."""
        return (claim for claim in self.body if claim.role is role)

    @property
    def folded_event(self) -> str:
        """The same of lead and event sections alone."""
        told = (
            place.paragraph for place in standings(self.article) if place.standing <= Standing.EVENT_SECTION
        )
        return fold(" ".join(s.text.string for p in told for s in p.sentences))

    @property
    def folded(self) -> str:
        """The text of lead and sections, folded, to ask whether a name occurs at all."""
        return fold(" ".join(s.text.string for p in self.article.paragraphs() for s in p.sentences))

    def mentioned(self, kind: type[V]) -> Iterator[tuple[Sentence, Mention, V]]:
        """Values of one kind in sentences that can be checked by themselves, wherever those stand."""
        for read in self.checkable:
            for mention in read.mentions:
                if isinstance(mention.value, kind):
                    yield read.sentence, mention, mention.value


def gather(article: Article) -> Claims:
    """Read an article whose infoboxes are resolved."""
    opening = tuple(read_sentence(s) for s in opening_of(article))
    dated = lead_date(opening)
    lead_dates = (dated.value,) if dated is not None and isinstance(dated.value, Date) else ()
    event = event_of(article, lead_dates)
    body = [
        *_dates(article, dated),
        *lead_places(opening, own_places(article)),
        *victims(event.title, opening),
        *_body_claims(article, event, opening),
    ]
    checkable = tuple(
        read_sentence(sentence)
        for paragraph in article.paragraphs()
        for sentence in paragraph.sentences
        if checks_itself(sentence.text.string)
    )
    return Claims(article, event, tuple(field_claims(article)), tuple(body), opening, checkable)


def _dates(article: Article, dated: Claim | None) -> Iterator[Claim]:
    """The event's date by the lead's first paragraph or, failing that, its rest; and by each event section."""
    lead_is_silent = dated is None or not (isinstance(dated.value, Date) and dated.value.start.day)
    if dated is not None:
        yield dated
    for place in standings(article):
        wanted = place.standing is Standing.EVENT_SECTION or (
            place.standing is Standing.LEAD and lead_is_silent
        )
        if not wanted:
            continue
        sentences = (
            (number, read_sentence(sentence))
            for number, sentence in enumerate(place.paragraph.sentences[:2])
            if _names_a_day(sentence)
        )
        claims = list(section_dates(sentences, place.standing, lead_is_silent=lead_is_silent))
        lead_is_silent = lead_is_silent and not claims
        yield from claims


def _names_a_day(sentence: Sentence) -> bool:
    return any(character.isdigit() for character in sentence.text.string[:80])


def _body_claims(article: Article, event: Event, opening: tuple[ReadSentence, ...]) -> Iterator[Claim]:
    for place in standings(article):
        anchor: Date | None = None
        for number, sentence in enumerate(place.paragraph.sentences):
            if place.standing is Standing.OPENING:
                read = opening[number]
            elif worth_reading(sentence.text.string):
                read = read_sentence(sentence)
            else:
                continue
            yield from _sentence_claims(read, place, anchor, event)
            anchor = next((m.value for m in reversed(read.mentions) if isinstance(m.value, Date)), anchor)


def _sentence_claims(read: ReadSentence, place: Place, anchor: Date | None, event: Event) -> Iterator[Claim]:
    seen: set[Role] = set()
    for tokens in read.tokens:
        for match in sorted(find(tokens), key=lambda m: m.low):
            candidate = _candidate(read, tokens, match, place, anchor, follows=bool(seen))
            if candidate is None:
                continue
            seen.add(candidate.role)
            scope, stops = judge(candidate, event)
            if tokens.bracketed and scope in (Scope.TOTAL, Scope.GROUP):
                scope = Scope.PART
            if match.pattern.claimed:
                stops = (Stop("G6", "is what the named claim themselves"),)
            low, high = tokens.starts[match.start], tokens.ends[match.end - 1]
            yield Claim(
                candidate.role,
                candidate.value,
                tokens.string[low:high],
                read.sentence.text.locate(low, high),
                place.standing,
                scope,
                candidate.of or None,
                tokens.text(*match.actor) if match.actor else None,
                others=_apart(tokens, match),
                parts=parts_of(read, tokens, match),
                sentence=read.sentence,
                stops=stops,
            )


def _apart(tokens: Tokens, match: Match) -> tuple[Value, ...]:
    """The first of several counts that were added up: "left 31 civilians and 4 attackers dead" is also 31."""
    found = [
        tokens.mentions[index].value for index in range(match.low, match.high) if index in tokens.mentions
    ]
    counts = [value for value in found if isinstance(value, Count)]
    return (counts[0],) if len(counts) > 1 else ()


def _candidate(
    read: ReadSentence,
    tokens: Tokens,
    match: Match,
    place: Place,
    anchor: Date | None,
    *,
    follows: bool,
) -> Candidate | None:
    value = _value(tokens, match)
    if value is None:
        return None
    first = next((index for index in range(match.low, match.high) if index in tokens.mentions), match.low)
    of = match.pattern.of or tokens.text(first + 1, match.high)
    return Candidate(
        match.pattern.role,
        value,
        of,
        tokens,
        match.start,
        match.end,
        match.low,
        match.high,
        read.sentence,
        place.standing,
        place.section,
        anchor,
        follows,
    )


def _value(tokens: Tokens, match: Match) -> Value | None:
    """The value in the match: of several counts, their sum."""
    if match.pattern.zero:
        return Count(0, 0)
    if match.pattern.names:
        return Name(tokens.text(match.low, match.high))
    found = [
        tokens.mentions[index].value for index in range(match.low, match.high) if index in tokens.mentions
    ]
    counts = [value for value in found if isinstance(value, Count)]
    if not counts:
        return found[0] if found else None
    total = counts[0]
    for more in counts[1:]:
        total = add(total, more)
    return total
