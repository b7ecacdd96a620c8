"""What an item of a list says of the event that it is about: the one it begins with, after a date at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof.article import Block
from wikiproof.claims.model import Scope
from wikiproof.claims.reading import LONGEST, settings
from wikiproof.claims.tokens import letters_of
from wikiproof.events.links import event_links
from wikiproof.events.model import Fact, How, Page, Said
from wikiproof.events.outline import Outline, Sign, forms
from wikiproof.events.results import results_told
from wikiproof.events.sentences import DOUBTFUL, OTHER_ACTS, tolls
from wikiproof.events.spots import in_sentence
from wikiproof.role import Role
from wikiproof.values import Date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article
    from wikiproof.claims import Claims
    from wikiproof.claims.reading import Reader, ReadSentence, Setting
    from wikiproof.events.links import Linked

_LABEL = "list"


def items_on_events(claims: Claims, page: Page) -> Iterator[Said]:
    """What the items of an article's lists say of the events that they are about."""
    article, reader = claims.article, claims.occasion.reader
    for setting in settings(article):
        paragraph = setting.paragraph
        if paragraph.block is not Block.ITEM or len(paragraph.sentences[0].text.string) > LONGEST:
            continue
        links = event_links(article, paragraph.sentences[0], page.key)
        if links:
            read = reader.read(paragraph.sentences[0])
            facts = tuple(_facts(article, setting, reader, read, links))
            if facts:
                yield Said(page, links[0].title, How.ROW, facts)


def _facts(
    article: Article, setting: Setting, reader: Reader, read: ReadSentence, links: list[Linked]
) -> Iterator[Fact]:
    link, *others = links
    if read.tokens[0].has(letters_of(*DOUBTFUL, *OTHER_ACTS)):
        return
    outline = Outline.of(
        read.sentence.text.string,
        (
            Sign("LINK", link.start, link.end),
            *(Sign("EVENT", each.start, each.end) for each in others),
            *tolls(read, setting, reader),
            *(Sign("DATE", m.start, m.end, m.value) for m in read.mentions if isinstance(m.value, Date)),
        ),
    )
    date = next((sign for form in forms("row-date") for sign in form.find(outline)), None)
    if date is not None:
        yield Fact(
            Role.DATE, (date.holds,), in_sentence(article, _LABEL, read.sentence, date.start, date.end)
        )
    taken: set[int] = set()
    for sign in (sign for form in forms("row-toll") for sign in form.find(outline)):
        if sign.start not in taken:
            taken.add(sign.start)
            claim = sign.holds
            where = in_sentence(article, _LABEL, read.sentence, sign.start, sign.end)
            yield Fact(claim.role, claim.readings, where, partial=claim.scope is Scope.GROUP)
    if not others:
        yield from results_told(article, setting, reader, read, link, item=True)
