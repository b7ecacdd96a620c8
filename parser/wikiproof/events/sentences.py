"""What a sentence says of the event that it links, in the clause of the link: when it was, and its toll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.article import Block
from wikiproof.claims.model import Scope
from wikiproof.claims.reading import LONGEST, settings
from wikiproof.claims.tokens import letters_of
from wikiproof.events.links import Linked, event_links
from wikiproof.events.model import Fact, How, Page, Said
from wikiproof.events.outline import Outline, Sign, forms
from wikiproof.events.own import kept
from wikiproof.events.results import results_told
from wikiproof.events.spots import in_sentence
from wikiproof.events.telling import told
from wikiproof.role import Role
from wikiproof.values import Date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article
    from wikiproof.claims import Claims
    from wikiproof.claims.reading import Reader, ReadSentence, Setting

TOLLS = frozenset({Role.DEATHS, Role.INJURIES})
DOUBTFUL = ("SAID", "MAYBE", "NOT", "EARLY", "QUOTE")
OTHER_ACTS = ("OTHER_ACT", "ARRESTED")


def sentences_on_events(claims: Claims, page: Page) -> Iterator[Said]:
    """What the sentences of an article say of the events that they link, one for each link."""
    article, reader = claims.article, claims.occasion.reader
    for setting in settings(article):
        if setting.paragraph.block is Block.PROSE:
            for sentence in setting.paragraph.sentences:
                links = event_links(article, sentence, page.key)
                if links and len(sentence.text.string) <= LONGEST:
                    yield from _of_links(article, page, setting, reader, reader.read(sentence), links)


def _of_links(
    article: Article, page: Page, setting: Setting, reader: Reader, read: ReadSentence, links: list[Linked]
) -> Iterator[Said]:
    counted = list(tolls(read, setting, reader))
    dated = [Sign("DATE", m.start, m.end, m.value) for m in read.mentions if isinstance(m.value, Date)]
    for link in links:
        others = (Sign("EVENT", each.start, each.end) for each in links if each is not link)
        outline = Outline.of(
            read.sentence.text.string,
            (Sign("LINK", link.start, link.end), *others, *counted, *dated),
        )
        won = results_told(article, setting, reader, read, link) if len(links) == 1 else ()
        facts = (*_facts(article, setting, read, outline), *won)
        if facts:
            yield Said(page, link.title, How.SENTENCE, facts)


def tolls(read: ReadSentence, setting: Setting, reader: Reader) -> Iterator[Sign]:
    """The counts of dead and injured that a sentence states as facts, of all or of one kind."""
    for claim, start, end in told(read, setting, reader, TOLLS):
        if claim.scope in (Scope.TOTAL, Scope.GROUP):
            kind = "KILLING" if claim.text.partition(" ")[0].endswith("ing") else "TOLL"
            yield Sign(kind, start, end, claim)


def _facts(article: Article, setting: Setting, read: ReadSentence, outline: Outline) -> Iterator[Fact]:
    label = setting.standing.label
    whole = read.tokens[0]
    doubt, acts = whole.has(letters_of(*DOUBTFUL)), whole.has(letters_of(*OTHER_ACTS))
    holding = (f for f in forms("date") if f.firm or not (doubt or (f.acts and acts)))
    date = next((sign for form in holding for sign in form.find(outline)), None)
    if date is not None:
        where = in_sentence(article, label, read.sentence, date.start, date.end)
        yield Fact(Role.DATE, kept((date.holds,)), where)
    taken: set[int] = set()
    for form in forms("toll"):
        for sign in form.find(outline):
            if sign.start not in taken:
                taken.add(sign.start)
                claim = sign.holds
                where = in_sentence(article, label, read.sentence, sign.start, sign.end)
                partial = form.partial or claim.scope is Scope.GROUP
                yield Fact(claim.role, claim.readings, where, partial=partial)
